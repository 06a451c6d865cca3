/** 模板 of the person's own; the built-in ones are files of the program. */
export interface StoredTemplate {
  readonly name: string;
  readonly markdown: string;
  readonly updatedAt: string;
}

export interface TemplateRepository {
  /** By name. */
  all(): readonly StoredTemplate[];
  get(name: string): StoredTemplate | undefined;
  /** Adds the template, or replaces the text of the one of that name. */
  put(name: string, markdown: string): void;
}
