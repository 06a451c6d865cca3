/** How figures print: what the other parts of the product use of `format/`. */
export { describeFormats, type FormatDescription } from './format/describe.ts';
export { formatMismatch } from './format/mismatch.ts';
export { formatNames, parseFormat } from './format/parse.ts';
export { printValue } from './format/print.ts';
export type { Format, Place, Printed } from './format/wording.ts';
