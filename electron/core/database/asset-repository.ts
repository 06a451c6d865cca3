import { createHash } from 'node:crypto';
import type { Connection } from './connection.ts';

/** 附件: bytes that reports refer to, such as pictures; the same bytes are stored once. */
export interface Asset {
  readonly id: number;
  readonly name: string;
  readonly mediaType: string;
  readonly sha256: string;
  readonly bytes: Uint8Array;
}

export interface AssetRepository {
  get(id: number): Asset | undefined;
  /** The bytes of this SHA-256, in hexadecimal. */
  find(sha256: string): Asset | undefined;
  /** Id of the stored bytes, which is that of the earlier asset when they are already there. */
  put(asset: { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array }): number;
}

export function createAssetRepository({ db, write }: Connection): AssetRepository {
  const select = db.prepare<[number], Asset>(
    'SELECT id, name, media_type AS mediaType, sha256, bytes FROM asset WHERE id = ?',
  );
  const selectBytes = db.prepare<[string], Asset>(
    'SELECT id, name, media_type AS mediaType, sha256, bytes FROM asset WHERE sha256 = ?',
  );
  const selectId = db.prepare<[string], number>('SELECT id FROM asset WHERE sha256 = ?').pluck();
  const insert = db.prepare<[string, string, string, Uint8Array]>(
    'INSERT INTO asset (name, media_type, sha256, bytes) VALUES (?, ?, ?, ?)',
  );
  return {
    get: (id) => select.get(id),
    find: (sha256) => selectBytes.get(sha256),
    put: ({ name, mediaType, bytes }) => {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const known = selectId.get(sha256);
      return known ?? write(() => Number(insert.run(name, mediaType, sha256, bytes).lastInsertRowid));
    },
  };
}
