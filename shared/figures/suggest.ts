/** Edits (insert, delete, replace, swap neighbours) between two words, at most `limit`; more counts as `limit + 1`. */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      let best = Math.min(
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (previous[column - 1] ?? 0) + (same ? 0 : 1),
      );
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        best = Math.min(best, (beforePrevious[column - 2] ?? 0) + 1);
      }
      current.push(best);
    }
    beforePrevious = previous;
    previous = current;
  }
  return previous[b.length] ?? limit + 1;
}

/** Names a person may have meant, the nearest only: few edits away, or one contains the other. */
export function suggestNames(wrong: string, names: Iterable<string>, most = 3): readonly string[] {
  const limit = Math.max(1, Math.ceil(wrong.length / 3));
  const scored: { readonly name: string; readonly score: number }[] = [];
  for (const name of names) {
    const edits = distance(wrong, name, limit);
    const contained = wrong.length >= 2 && name.length >= 2 && (name.includes(wrong) || wrong.includes(name));
    // Of two-character words half would be "one edit away": the first character must agree.
    const near = edits <= limit && (wrong.length > 2 || name.startsWith(wrong.slice(0, 1)));
    if (near) scored.push({ name, score: edits });
    else if (contained) scored.push({ name, score: limit + Math.abs(name.length - wrong.length) });
  }
  scored.sort((a, b) => a.score - b.score || a.name.length - b.name.length || (a.name < b.name ? -1 : 1));
  return scored
    .filter(({ score }) => score === scored[0]?.score)
    .slice(0, most)
    .map(({ name }) => name);
}
