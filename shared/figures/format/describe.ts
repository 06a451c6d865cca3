import { parseFormat } from './parse.ts';
import { printValue } from './print.ts';
import { formats } from './table.ts';
import { plainFormat } from './wording.ts';

/** A format as help shows it. */
export interface FormatDescription {
  readonly name: string;
  readonly description: string;
  /** How it is written in the example, and what becomes of a number: `80605人` → `8.06万人`. */
  readonly example: { readonly written: string; readonly before: string; readonly after: string };
}

/** Every format with an example, which is printed by the format itself. */
export function describeFormats(): readonly FormatDescription[] {
  return formats.map(({ name, description, example: { written, value } }) => {
    const format = parseFormat(written);
    if (!format.ok) throw new Error(`format ${name} does not read its own example`);
    const before = printValue(value, plainFormat, 'prose').text;
    return { name, description, example: { written, before, after: printValue(value, format.value, 'prose').text } };
  });
}
