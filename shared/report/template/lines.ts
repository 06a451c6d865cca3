/** A line of a template without its end, and where it begins in the source. */
export interface Line {
  readonly text: string;
  readonly offset: number;
}

export function linesOf(source: string): readonly Line[] {
  let offset = 0;
  return source.split('\n').map((raw) => {
    // A carriage return elsewhere than before a line feed ends no line; it counts as a blank.
    const line = { text: raw.replace(/\r$/, '').replaceAll('\r', ' '), offset };
    offset += raw.length + 1;
    return line;
  });
}

function endsInEscape(text: string): boolean {
  const backslashes = /\\*$/.exec(text)?.[0].length ?? 0;
  return backslashes % 2 === 1;
}

/** Without blanks at its end, except one behind a backslash: that one is meant. */
export function trimTail(text: string): string {
  const trimmed = text.trimEnd();
  return endsInEscape(trimmed) ? text.slice(0, trimmed.length + 1) : trimmed;
}

/** Puts a backslash before the blanks at both edges, which reading a line would drop. */
export function escapeEdges(text: string): string {
  const head = /^\s/.test(text) ? `\\${text}` : text;
  const last = head.length - 1;
  return /\s$/.test(head) && !endsInEscape(head.slice(0, last)) ? `${head.slice(0, last)}\\${head.slice(last)}` : head;
}
