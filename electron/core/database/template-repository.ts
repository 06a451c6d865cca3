import type { Connection } from './connection.ts';

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

export function createTemplateRepository({ db, write, timestamp }: Connection): TemplateRepository {
  const selectAll = db.prepare<[], StoredTemplate>(
    'SELECT name, markdown, updated_at AS updatedAt FROM template ORDER BY name',
  );
  const selectOne = db.prepare<[string], StoredTemplate>(
    'SELECT name, markdown, updated_at AS updatedAt FROM template WHERE name = ?',
  );
  const upsert = db.prepare<[string, string, string]>(
    `INSERT INTO template (name, markdown, updated_at) VALUES (?, ?, ?)
     ON CONFLICT (name) DO UPDATE SET markdown = excluded.markdown, updated_at = excluded.updated_at`,
  );
  return {
    all: () => selectAll.all(),
    get: (name) => selectOne.get(name),
    put: (name, markdown) => {
      write(() => upsert.run(name, markdown, timestamp()));
    },
  };
}
