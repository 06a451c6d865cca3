import type { Connection } from './connection.ts';

/** 设置 of this data file: text by key; its reader knows what the text means. */
export interface SettingRepository {
  get(key: string): string | undefined;
  set(key: string, value: string): void;
}

export function createSettingRepository({ db, write }: Connection): SettingRepository {
  const select = db.prepare<[string], string>('SELECT value FROM setting WHERE key = ?').pluck();
  const upsert = db.prepare<[string, string]>(
    'INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  );
  return {
    get: (key) => select.get(key),
    set: (key, value) => {
      write(() => upsert.run(key, value));
    },
  };
}
