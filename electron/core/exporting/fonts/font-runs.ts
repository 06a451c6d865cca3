import type { FontRole } from '../../../../shared/gongwen/layout.ts';
import { faceOf, fontKey } from './face-coverage.ts';
import { bundledFile, type FontFile, type FontSet } from './find-fonts.ts';
import { fallbackFaces, wantedFonts } from './wanted-fonts.ts';

/** Text of one font. */
export interface FontRun {
  readonly file: FontFile;
  readonly text: string;
}

/** 〓, the printers' mark for a character that no type at hand has. */
const missingMark = '〓';

/** Controls and joiners, which mean something in an editor and draw nothing (U+2060, zero-width spaces, variation selectors). */
const invisible = /\p{Default_Ignorable_Code_Point}|\p{Cc}/gu;

/** The chosen font of a role, then the bundled ones. */
function candidates(role: FontRole, fonts: FontSet): readonly FontFile[] {
  return [fonts[role].file, bundledFile(wantedFonts[role].bundled), ...fallbackFaces.map(bundledFile)];
}

function findFile(codePoint: number, files: readonly FontFile[]): FontFile | undefined {
  return files.find((file) => faceOf(file)?.hasGlyph(codePoint) === true);
}

/** Removes what draws nothing; line feeds stay. */
export function printableText(text: string): string {
  return text.replace(invisible, (sign) => (sign === '\n' ? sign : sign === '\t' ? ' ' : ''));
}

/**
 * Cuts a text into runs of one font: digits and Latin letters in the Latin font, where the bureau has one; each other
 * character in the role's font, else in a bundled one, else the missing mark.
 */
export function fontRuns(text: string, role: FontRole, fonts: FontSet): readonly FontRun[] {
  const files = candidates(role, fonts);
  const chosen = fonts[role].file;
  const { latin } = fonts;
  const fileOf = (sign: string): FontFile | undefined => {
    const codePoint = sign.codePointAt(0) ?? 0;
    if (latin !== null && /[!-~]/.test(sign) && faceOf(latin)?.hasGlyph(codePoint) === true) return latin;
    return findFile(codePoint, files);
  };
  const runs: { file: FontFile; text: string }[] = [];
  for (const sign of printableText(text)) {
    const file = sign === '\n' ? (runs.at(-1)?.file ?? chosen) : fileOf(sign);
    const run = { file: file ?? bundledFile(wantedFonts[role].bundled), text: file === undefined ? missingMark : sign };
    const last = runs.at(-1);
    if (last !== undefined && fontKey(last.file) === fontKey(run.file)) last.text += run.text;
    else runs.push(run);
  }
  return runs;
}

/** The characters of a text that no font has, each once: they print as 〓 and need a notice. */
export function missingCharacters(text: string, fonts: FontSet): readonly string[] {
  const files = candidates('body', fonts);
  const missing = Array.from(printableText(text)).filter(
    (sign) => sign !== '\n' && findFile(sign.codePointAt(0) ?? 0, files) === undefined,
  );
  return [...new Set(missing)];
}

/** The characters of a text that its role's font lacks, each once: another font draws them, if any does. */
export function fallenBack(text: string, role: FontRole, fonts: FontSet): readonly string[] {
  const own = faceOf(fonts[role].file);
  const lacking = Array.from(printableText(text)).filter(
    (sign) => sign !== '\n' && own?.hasGlyph(sign.codePointAt(0) ?? 0) !== true,
  );
  return [...new Set(lacking)];
}
