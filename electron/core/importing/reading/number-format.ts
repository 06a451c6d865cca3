import { foldWidth } from '../../../../shared/reading/fold-name.ts';

/** What one section of a number format writes around the digits, and what it does to them. Blanks are left aside. */
export interface FormatSection {
  readonly before: string;
  readonly behind: string;
  /** Whether it writes nought as a digit, and any other number as digits. */
  readonly writesNought: boolean;
  readonly writesNumbers: boolean;
  /** Places by which the point moves to the left: three for a comma behind the digits, and those behind a point of the author's own (`0!.0`). */
  readonly shift: number;
  /** Null where it rounds to none: General, fractions, powers. */
  readonly decimals: number | null;
  /** Tells numbers below nought by their colour. */
  readonly isColoured: boolean;
  readonly condition: { readonly sign: string; readonly limit: number } | null;
}

const separators = /"[^"]*"?|[\\!].|\[[^\]]*\]|;|[^"\\![;]+|./gsu;

/** `0.00;-0.00;"无"`: what it writes above, below and at nought. */
export function formatSections(format: string): readonly FormatSection[] {
  const sections = [''];
  for (const [part] of format.matchAll(separators)) {
    if (part === ';') sections.push('');
    else sections[sections.length - 1] += part;
  }
  return sections.map(readSection);
}

const tokens =
  /"(?<quoted>[^"]*)"?|[\\!](?<escaped>.)|[_*].|\[\$(?<currency>[^\]-]*)[^\]]*\]|\[[^\]]*\]|(?<general>General|G\/通用格式|@)|(?<power>E[+-])|(?<digits>[0#?]+)|(?<other>\S)|\s/giu;

const colour = /\[(?:Red|Blue|Green|Magenta|Cyan|Yellow|Color ?\d+|红色?|蓝色?|绿色?|颜色 ?\d+)\]/i;

type Piece = { readonly kind: 'literal' | 'digits' | 'sign'; readonly text: string };

/** One token of a section, behind these digits. */
function pieceOf(groups: Readonly<Partial<Record<string, string>>>, before: string): Piece {
  const { quoted, escaped, currency, general, power, digits, other = '' } = groups;
  const literal = quoted ?? escaped ?? currency;
  if (literal !== undefined) return { kind: 'literal', text: literal };
  if (general !== undefined) return { kind: 'sign', text: 'G' };
  if (power !== undefined) return { kind: 'sign', text: 'E' };
  if (digits !== undefined) return { kind: 'digits', text: digits };
  if (/^[%.]$/.test(other) || (before !== '' && /^[,/]$/.test(other))) return { kind: 'sign', text: other };
  return { kind: 'literal', text: other === ',' ? '' : other };
}

function readSection(section: string): FormatSection {
  let before = '';
  let behind = '';
  let digits = '';
  for (const { groups = {} } of section.matchAll(tokens)) {
    const { kind, text } = pieceOf(groups, digits);
    if (kind === 'literal' && digits === '') before += text;
    else if (kind === 'literal') behind += text;
    else if (kind === 'sign' || behind === '') digits += text;
    else {
      // A literal between digits: a point of the author's own, or a sign that splits the number.
      digits += `${behind.trim() === '.' ? '|' : '~'}${text}`;
      behind = '';
    }
  }
  return { ...measures(digits), before: plain(before), behind: plain(behind), ...marksOf(section) };
}

function plain(literal: string): string {
  return foldWidth(literal).replaceAll(/\s/g, '');
}

function measures(digits: string): Pick<FormatSection, 'writesNought' | 'writesNumbers' | 'shift' | 'decimals'> {
  const scale = /[0#?](,+)(?![0#?,])/.exec(digits)?.[1]?.length ?? 0;
  const own = /\|([0#?]+)/.exec(digits)?.[1]?.length ?? 0;
  const isPlain = /^[0#?,.%|]+$/.test(digits);
  return {
    writesNought: /[0G]/.test(digits),
    writesNumbers: digits !== '',
    shift: scale * 3 + own,
    decimals: isPlain ? (/\.([0#?]+)/.exec(digits)?.[1]?.length ?? own) : null,
  };
}

function marksOf(section: string): Pick<FormatSection, 'isColoured' | 'condition'> {
  const [, sign, limit] = /\[(<=|>=|<>|<|>|=)(-?\d+(?:\.\d+)?)\]/.exec(section) ?? [];
  const condition = sign === undefined || limit === undefined ? null : { sign, limit: Number(limit) };
  return { isColoured: colour.test(section), condition };
}

const compare: Readonly<Record<string, (value: number, limit: number) => boolean>> = {
  '<': (value, limit) => value < limit,
  '<=': (value, limit) => value <= limit,
  '>': (value, limit) => value > limit,
  '>=': (value, limit) => value >= limit,
  '=': (value, limit) => value === limit,
  '<>': (value, limit) => value !== limit,
};

/** The section that writes this value, and whether it leaves the sign to its own literals. */
export function sectionFor(
  sections: readonly FormatSection[],
  value: number,
): { readonly section: FormatSection; readonly isUnsigned: boolean } | null {
  const [first, second, third] = sections;
  if (!first) return null;
  if (first.condition || second?.condition) {
    const fits = ({ condition }: FormatSection) =>
      condition === null || compare[condition.sign]?.(value, condition.limit) === true;
    const section = sections.slice(0, 3).find(fits);
    return section ? { section, isUnsigned: false } : null;
  }
  if (value < 0 && second) return { section: second, isUnsigned: true };
  if (value === 0 && third) return { section: third, isUnsigned: false };
  return { section: first, isUnsigned: false };
}
