/** Something wrong with a template, where, and the sentence for a person. Lines and columns count from 1. */
export interface TemplateProblem {
  readonly line: number;
  readonly column: number;
  /** The line's text around the place. */
  readonly snippet: string;
  readonly message: string;
}

/** Characters shown to the left and right of the place. */
const snippetReach = 14;

export function problemAt(source: string, offset: number, message: string): TemplateProblem {
  const before = source.slice(0, offset);
  const line = before.split('\n').length;
  const lineStart = before.lastIndexOf('\n') + 1;
  const lineEnd = lineStart + (/[^\n]*?(?=\r?\n|\r?$)/.exec(source.slice(lineStart))?.[0].length ?? 0);
  const from = Math.max(lineStart, offset - snippetReach);
  const to = Math.min(lineEnd, offset + snippetReach);
  const snippet = `${from > lineStart ? '…' : ''}${source.slice(from, to)}${to < lineEnd ? '…' : ''}`;
  return { line, column: offset - lineStart + 1, snippet, message };
}

/** In the order of the text. */
export function sortByPlace(problems: readonly TemplateProblem[]): readonly TemplateProblem[] {
  return problems.toSorted((a, b) => a.line - b.line || a.column - b.column);
}

export function describeProblem(problem: TemplateProblem): string {
  const place = `第 ${problem.line} 行第 ${problem.column} 列`;
  return `${place}：${problem.message}${problem.snippet.trim() === '' ? '' : `（在“${problem.snippet.trim()}”处）`}`;
}
