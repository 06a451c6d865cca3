import type { Source } from '../../../shared/figures/catalogue.ts';
import type { Connection } from './connection.ts';

export interface NewSource {
  readonly kind: Source['kind'];
  readonly title: string;
  readonly byWhom: string;
  /** Name and SHA-256 of the file it came from, when it came from one. */
  readonly file?: { readonly name: string; readonly sha256: string };
  readonly note?: string;
  /** What the person said of the file, as JSON. */
  readonly mapping?: string;
}

/** 来源 as stored; imported_at is the moment of the insert. */
export interface SourceRepository {
  all(): readonly Source[];
  insert(source: NewSource): Source;
}

export function createSourceRepository({ db, write, timestamp }: Connection): SourceRepository {
  const selectAll = db.prepare<[], Source>('SELECT id, kind, title FROM source ORDER BY id');
  const insertSource = db.prepare<
    [Source['kind'], string, string | null, string | null, string, string, string | null, string | null]
  >(
    `INSERT INTO source (kind, title, file_name, sha256, imported_at, by_whom, note, mapping)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  );

  function insert({ kind, title, byWhom, file, note, mapping }: NewSource): Source {
    return write(() => {
      const row = insertSource.run(
        kind,
        title,
        file?.name ?? null,
        file?.sha256 ?? null,
        timestamp(),
        byWhom,
        note ?? null,
        mapping ?? null,
      );
      return { id: Number(row.lastInsertRowid), kind, title };
    });
  }

  return { all: () => selectAll.all(), insert };
}
