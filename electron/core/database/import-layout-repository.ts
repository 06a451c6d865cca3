import { ImportMapping } from '../importing/mapping.ts';
import type { Connection } from './connection.ts';

/** 对照 of table layouts that were imported before, by fingerprint. */
export interface ImportLayoutRepository {
  get(fingerprint: string): ImportMapping | undefined;
  put(fingerprint: string, mapping: ImportMapping, byWhom: string): void;
}

export function createImportLayoutRepository({ db, write, timestamp }: Connection): ImportLayoutRepository {
  const select = db.prepare<[string], string>('SELECT mapping FROM import_layout WHERE fingerprint = ?').pluck();
  const upsert = db.prepare<[string, string, string, string]>(
    `INSERT INTO import_layout (fingerprint, mapping, by_whom, at) VALUES (?, ?, ?, ?)
     ON CONFLICT (fingerprint) DO UPDATE SET mapping = excluded.mapping, by_whom = excluded.by_whom, at = excluded.at`,
  );
  function get(fingerprint: string): ImportMapping | undefined {
    const stored = select.get(fingerprint);
    return stored === undefined ? undefined : ImportMapping.parse(JSON.parse(stored));
  }
  return {
    get,
    put: (fingerprint, mapping, byWhom) => {
      const text = JSON.stringify(mapping);
      if (select.get(fingerprint) === text) return;
      write(() => upsert.run(fingerprint, text, byWhom, timestamp()));
    },
  };
}
