/** An example in three: what it shares with the other one, what is its own, and again what it shares. */
export interface Difference {
  readonly before: string;
  readonly own: string;
  readonly after: string;
}

/** Characters; more of them marked would point at nothing. */
const longestMark = 14;

function sharedStart(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return at;
}

function sharedEnd(a: string, b: string): number {
  let length = 0;
  while (length < Math.min(a.length, b.length) && a.at(-1 - length) === b.at(-1 - length)) length += 1;
  return length;
}

/** Where `example` departs from `other`, the wrong from the right one or the other way round. */
export function differenceOf(example: string, other: string): Difference {
  const start = sharedStart(example, other);
  const end = sharedEnd(example.slice(start), other.slice(start));
  const own = example.slice(start, example.length - end);
  if (own.length > longestMark) return { before: example, own: '', after: '' };
  return { before: example.slice(0, start), own, after: example.slice(example.length - end) };
}
