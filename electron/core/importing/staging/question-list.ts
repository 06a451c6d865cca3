import { describeQuestion } from '../describe-question.ts';
import type { ImportQuestion } from '../mapping.ts';

/** Questions of an import, each once, in the order in which they came up. */
export class QuestionList {
  readonly #byId = new Map<string, { readonly question: ImportQuestion; title: string | null }>();

  constructor(questions: readonly ImportQuestion[]) {
    for (const question of questions) this.ask(question);
  }

  /** The question's id. */
  ask(question: ImportQuestion): string {
    if (!this.#byId.has(question.id)) this.#byId.set(question.id, { question, title: null });
    return question.id;
  }

  has(id: string): boolean {
    return this.#byId.has(id);
  }

  titleOf(id: string): string {
    const asked = this.#byId.get(id);
    if (!asked) throw new Error(`no question ${id}`);
    asked.title ??= describeQuestion(asked.question).title;
    return asked.title;
  }

  all(): readonly ImportQuestion[] {
    return [...this.#byId.values()].map(({ question }) => question);
  }
}
