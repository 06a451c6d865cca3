import { suggestNames } from '../../figures/suggest.ts';
import { problemAt, type TemplateProblem } from './problem.ts';

/** Something in a template that only the catalogue can judge, with its place in the source. */
export interface Reference {
  /** `point`: a formula whose value a chart draws. `label`: names a table, chart or picture of the template itself. */
  readonly kind: 'formula' | 'point' | 'condition' | 'format' | 'members' | 'label';
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
  readonly #labels = new Set<string>();
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

  /** 标签 of a table, chart or picture. */
  takeLabel(label: string | null, offset: number): { readonly label?: string } {
    if (label === null) return {};
    if (this.#labels.has(label)) this.report(offset, `标签“${label}”已经用在前面的表或图上，请换一个。`);
    this.#labels.add(label);
    return { label };
  }

  /** Reports references to labels that nothing carries; to be asked when the whole template has been read. */
  checkLabels(): void {
    for (const { kind, text, offset } of this.references) {
      if (kind !== 'label' || this.#labels.has(text)) continue;
      const near = suggestNames(text, [...this.#labels]);
      const proposal = near.length > 0 ? `是不是“${near.join('”“')}”？` : '请给它加上“标签”。';
      this.report(offset, `没有标签是“${text}”的表或图。${proposal}`);
    }
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
