/** One heading: a merged cell over columns and levels. */
export interface HeaderSpan {
  readonly label: string;
  readonly level: number;
  readonly levels: number;
  readonly column: number;
  readonly columns: number;
}

/** Equal neighbours under the same headings become one; a path that ends early reaches down to the last level. */
export function headerSpans(paths: readonly (readonly string[])[]): readonly HeaderSpan[] {
  const depth = headerDepth(paths);
  const spans: HeaderSpan[] = [];
  for (let level = 0; level < depth; level += 1) {
    for (let column = 0; column < paths.length; ) {
      const path = paths[column] ?? [];
      const columns = path.length > level ? runLength(paths, column, level) : 1;
      const label = path[level];
      const isLast = level === path.length - 1;
      if (label !== undefined) {
        spans.push({ label, level, levels: isLast ? depth - level : 1, column, columns: isLast ? 1 : columns });
      }
      column += isLast ? 1 : columns;
    }
  }
  return spans;
}

export function headerDepth(paths: readonly (readonly string[])[]): number {
  return Math.max(1, ...paths.map((path) => path.length));
}

function runLength(paths: readonly (readonly string[])[], from: number, level: number): number {
  const path = paths[from] ?? [];
  let to = from + 1;
  while (to < paths.length && isUnder(paths[to] ?? [], path, level)) to += 1;
  return to - from;
}

function isUnder(path: readonly string[], other: readonly string[], level: number): boolean {
  return path.length > level + 1 && path.slice(0, level + 1).every((label, at) => label === other[at]);
}
