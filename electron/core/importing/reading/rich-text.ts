import { readNumber } from '../../../../shared/reading/read-number.ts';

/** A piece of a cell's text with the same look. */
export interface TextRun {
  readonly text: string;
  readonly look: 'plain' | 'struck' | 'raised';
}

/**
 * The text of a cell whose pieces look differently. 9 struck out before 10 is not 910, and 12 with a raised 3 is not 123:
 * where the pieces joined would read as a number, signs between them keep it from being one.
 */
export function joinRuns(runs: readonly TextRun[]): string {
  const plain = runs.map(({ text }) => text).join('');
  if (runs.every(({ look }) => look === 'plain') || readNumber(plain).kind !== 'number') return plain;
  const said = runs.filter(({ text }) => text.trim() !== '');
  return said
    .map(({ text, look }) => (look === 'struck' ? `~${text}~` : look === 'raised' ? `^${text}` : text))
    .join('');
}

/** Pieces of a shared string as workbooks hold it: `<r><rPr><strike/></rPr><t>9</t></r>`; null where it has none. */
export function runsOf(xml: string): readonly TextRun[] | null {
  if (!/<strike\b|<vertAlign\b/.test(xml)) return null;
  return xml.split(/<r>|<r\s[^>]*>/).map((run): TextRun => {
    const text = [...run.matchAll(/<t(?:\s[^>]*)?>([^<]*)<\/t>/g)].map(([, each = '']) => each).join('');
    if (/<strike\b(?![^>]*val="(?:0|false)")/.test(run)) return { text, look: 'struck' };
    return { text, look: /<vertAlign\b[^>]*val="(?:super|sub)script"/.test(run) ? 'raised' : 'plain' };
  });
}
