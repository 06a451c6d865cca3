/** `1、3—5`: numbers in their order, three and more that follow one another as a span. */
export function listed(numbers: readonly number[]): string {
  const spans: [number, number][] = [];
  for (const number of numbers.toSorted((left, right) => left - right)) {
    const last = spans.at(-1);
    if (last && number === last[1] + 1) last[1] = number;
    else spans.push([number, number]);
  }
  const print = ([first, last]: readonly [number, number]) =>
    first === last ? String(first) : last === first + 1 ? `${first}、${last}` : `${first}—${last}`;
  return spans.map(print).join('、');
}
