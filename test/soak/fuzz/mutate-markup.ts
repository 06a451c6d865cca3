import { oddCells } from './mutate-text.ts';
import type { Random } from './random.ts';

const values = [
  '0',
  '-1',
  '1',
  '5',
  '12.345',
  '1E300',
  '1e-320',
  'NaN',
  '0.1234567890123456',
  '99999999999999999999',
  '60606',
  '1048577',
  'TRUE',
  '45432',
  'A1',
  'XFD1048576',
  'B5',
  'A1:D10',
  'B3:D7',
  's',
  'n',
  'str',
  'e',
  'b',
  'd',
  'inlineStr',
  '10',
  '14',
  '4294967296',
] as const;

/** Numbers, attributes, references, elements and texts of markup changed, dropped, doubled or exchanged. */
export function mutateMarkup(xml: string, random: Random): string {
  switch (random.below(9)) {
    case 0:
      return changeMatch(xml, /\s[\w:]+="[^"]*"/g, random, () => '');
    case 1:
      return changeMatch(xml, /="[^"]*"/g, random, () => `="${random.pick(values)}"`);
    case 2:
      return changeMatch(
        xml,
        /<(c|row|td|tr|Cell|Row|table:table-cell|mergeCell|xf|si)\b[^>]*?(\/>|>.*?<\/\1>)/gs,
        random,
        (found) => (random.below(2) === 0 ? '' : found + found),
      );
    case 3:
      return swapMatches(xml, /\sr="[^"]*"/g, random);
    case 4:
      return swapMatches(xml, /<(c|td|Cell|si|row|tr)\b[^>]*?>.*?<\/\1>/gs, random);
    case 5:
      return changeMatch(xml, /<(?:\/?)[\w:]+/g, random, (found) =>
        random.pick(['', '<', `${found}x`, '<!--', '<![CDATA[']),
      );
    case 6:
      return changeMatch(xml, /\d+(\.\d+)?/g, random, () => random.pick(values));
    default:
      return changeMatch(xml, /(?<=>)[^<>]+(?=<)/g, random, () =>
        random.below(2) === 0 ? random.pick(values) : random.pick(oddCells).replaceAll('\u0000', '&#0;'),
      );
  }
}

function changeMatch(xml: string, pattern: RegExp, random: Random, change: (found: string) => string): string {
  const found = [...xml.matchAll(pattern)];
  if (found.length === 0) return xml;
  const { 0: text, index } = random.pick(found);
  return xml.slice(0, index) + change(text) + xml.slice(index + text.length);
}

function swapMatches(xml: string, pattern: RegExp, random: Random): string {
  const found = [...xml.matchAll(pattern)];
  if (found.length < 2) return xml;
  const [one, other] = [random.pick(found), random.pick(found)].sort((left, right) => left.index - right.index);
  if (!one || !other || one.index === other.index) return xml;
  const between = xml.slice(one.index + one[0].length, other.index);
  return xml.slice(0, one.index) + other[0] + between + one[0] + xml.slice(other.index + other[0].length);
}
