import type { ForeignKind } from '../../../../shared/text/failures/importing.ts';

/** What the first bytes say a file is. The extension is never asked: it is often wrong. */
export type Sniffed =
  | { readonly kind: 'empty' }
  | { readonly kind: 'zip' }
  /** OLE2: old Excel, but also old Word, mail, and encrypted workbooks. */
  | { readonly kind: 'ole' }
  /** A bare stream of records, as Excel 2 to 4 wrote. */
  | { readonly kind: 'biff' }
  | { readonly kind: 'foreign'; readonly what: ForeignKind }
  | { readonly kind: 'text' };

/** First bytes in hexadecimal, a dot for any digit. Beginnings that a table of text could share are left out. */
const signatures: readonly (readonly [RegExp, Sniffed])[] = [
  [/^504b0304/, { kind: 'zip' }],
  [/^504b050[56]/, { kind: 'foreign', what: 'archive' }],
  [/^d0cf11e0a1b11ae1/, { kind: 'ole' }],
  // BOF of Excel 2, 3, 4 and of an Excel 5 or 97 stream outside its container, with the lengths they have.
  [/^(09000400|09020600|09040600|09080800|09081000)/, { kind: 'biff' }],
  [/^25504446/, { kind: 'foreign', what: 'pdf' }],
  [/^(89504e47|ffd8ff|47494638|49492a00|4d4d002a|52494646........57454250|424d........00000000)/, image()],
  [/^(526172211a|377abcaf271c|1f8b08|425a68|fd377a585a)/, { kind: 'foreign', what: 'archive' }],
  [/^7b5c727466/, { kind: 'foreign', what: 'word' }],
  [/^53514c69746520666f726d61742033/, { kind: 'foreign', what: 'database' }],
  [/^(00010000(4a6574|4163)|4d5a9000|7f454c46)/, { kind: 'foreign', what: 'program' }],
];

function image(): Sniffed {
  return { kind: 'foreign', what: 'image' };
}

export function sniffFormat(bytes: Uint8Array): Sniffed {
  if (bytes.length === 0) return { kind: 'empty' };
  const beginning = Buffer.from(bytes.subarray(0, 32)).toString('hex');
  return signatures.find(([signature]) => signature.test(beginning))?.[1] ?? { kind: 'text' };
}
