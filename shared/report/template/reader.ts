import { problemAt, type TemplateProblem } from './problem.ts';

/** Something in a template that only the catalogue can judge, with its place in the source. */
export interface Reference {
  /** `point`: a formula whose value a chart draws. */
  readonly kind: 'formula' | 'point' | 'condition' | 'format' | 'members';
  readonly text: string;
  readonly offset: number;
  /** Of a format: the formula that it prints. */
  readonly formula?: string;
}

/** What reading a template gathers besides the document: ids in the order of the text, problems, references. */
export class TemplateReader {
  readonly source: string;
  readonly problems: TemplateProblem[] = [];
  readonly references: Reference[] = [];
  #figures = 0;
  #charts = 0;

  constructor(source: string) {
    this.source = source;
  }

  report(offset: number, message: string): void {
    const problem = problemAt(this.source, offset, message);
    const last = this.problems.at(-1);
    // One unclosed bracket after another ends at the same place.
    const isRepeated = last?.line === problem.line && last.column === problem.column && last.message === message;
    if (!isRepeated) this.problems.push(problem);
  }

  refer(reference: Reference): void {
    this.references.push(reference);
  }

  nextFigureId(): string {
    this.#figures += 1;
    return `f${this.#figures}`;
  }

  nextChartId(): string {
    this.#charts += 1;
    return `c${this.#charts}`;
  }
}
