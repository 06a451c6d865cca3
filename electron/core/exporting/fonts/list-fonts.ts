import type { FontRole } from '../../../../shared/gongwen/layout.ts';
import { choicesOf, type FontSet } from './find-fonts.ts';
import { wantedFonts } from './wanted-fonts.ts';

/** Which file serves a role on this machine. */
export interface UsedFont {
  readonly role: FontRole | 'latin';
  /** What the role is called: 标题, 正文, … */
  readonly purpose: string;
  /** The font that the 版式 asks for. */
  readonly wanted: string;
  /** The font that serves, and its file. */
  readonly family: string;
  readonly path: string;
  /** A bundled font stands in. */
  readonly isSubstitute: boolean;
  /** Characters that it lacked, each once; empty where nothing was printed. */
  readonly fellBack: string;
}

/** The fonts of a set; `fellBack` tells by role what they lacked in a file that was printed. */
export function listFonts(
  fonts: FontSet,
  fellBack: ReadonlyMap<FontRole, ReadonlySet<string>> = new Map(),
): readonly UsedFont[] {
  const roles = choicesOf(fonts).map(({ role, wanted, file, substituted }) => ({
    role,
    purpose: wantedFonts[role].purpose,
    wanted,
    family: file.family,
    path: file.path,
    isSubstitute: substituted,
    fellBack: [...(fellBack.get(role) ?? [])].toSorted().join(''),
  }));
  if (fonts.latin === null) return roles;
  const { family, path } = fonts.latin;
  const latin = { role: 'latin', purpose: '数字和字母', wanted: family, family, path, isSubstitute: false } as const;
  return [...roles, { ...latin, fellBack: '' }];
}

/** Says which characters an installed font lacked, so that a bundled one drew them: they may look a little different. */
export function describeFallbacks(fonts: readonly UsedFont[]): readonly string[] {
  return fonts
    .filter(({ isSubstitute, fellBack }) => !isSubstitute && fellBack !== '')
    .map(({ purpose, family, fellBack }) => `${purpose}的字体（${family}）里没有“${fellBack}”，PDF 中由随附字体印出。`);
}
