import { fail, type Result, succeed } from '../../result.ts';
import type { Failure } from '../../text/failures/index.ts';
import { suggestNames } from '../suggest.ts';
import { formats } from './table.ts';
import { type Format, plainFormat } from './wording.ts';

export const formatNames: readonly string[] = formats.map(({ name }) => name);

function readStep(text: string): Partial<Format> | null {
  for (const entry of formats) {
    const step = entry.read(text);
    if (step) return step;
  }
  return null;
}

/** Reads a format's text; null or empty means the unit's own way. Two steps may not decide the same thing. */
export function parseFormat(text: string | null): Result<Format, Failure> {
  let format = plainFormat;
  const decidedBy = new Map<string, string>();
  for (const name of (text ?? '').split('|').map((part) => part.trim())) {
    if (name === '') continue;
    const step = readStep(name);
    if (step === null) {
      return fail({ code: 'format-unknown', name, suggestions: suggestNames(name, formatNames), formats: formatNames });
    }
    for (const decision of Object.keys(step)) {
      const other = decidedBy.get(decision);
      if (other !== undefined && other !== name) return fail({ code: 'format-conflict', first: other, second: name });
      decidedBy.set(decision, name);
    }
    format = { ...format, ...step };
  }
  return succeed(format);
}
