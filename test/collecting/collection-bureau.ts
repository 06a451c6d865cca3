import type { CollectionRows } from '../../electron/core/collecting/collection.ts';
import { type MadeCollection, makeCollection } from '../../electron/core/collecting/make-collection.ts';
import { type CollectionReturn, readCollection } from '../../electron/core/collecting/read-collection.ts';
import { openReturn } from '../../electron/core/collecting/read-sheets.ts';
import { makePeriod } from '../../shared/figures/period.ts';
import { type Bureau, expectValue, newBureau } from '../database/fixture.ts';

/** A city that asks its counties, 示例（虚构）. The form has B 人数, C 资助金额 in row 5. */

export interface Asked extends Bureau {
  readonly made: MadeCollection;
  fileOf(county: string): Uint8Array;
  readBack(files: Readonly<Record<string, Uint8Array>>): CollectionReturn;
}

export interface AskChange {
  readonly lastYear?: boolean;
  readonly rows?: CollectionRows;
  readonly year?: number;
  readonly bureau?: Bureau;
}

export async function askCounties(change: AskChange = {}): Promise<Asked> {
  const bureau = change.bureau ?? newBureau();
  const { workspace, city, children, funds } = bureau;
  const made = expectValue(
    await makeCollection(workspace, {
      title: '年度数据收集表（示例）',
      indicators: [children, funds],
      region: city,
      units: null,
      rows: change.rows ?? 'unit',
      period: makePeriod('自然年', change.year ?? 2024),
      lastYear: change.lastYear ?? false,
      shipped: [],
      byWhom: '李四',
    }),
  );
  return {
    ...bureau,
    made,
    fileOf(county) {
      const file = made.files.find(({ name }) => name.startsWith(county));
      if (!file) throw new Error(`no form for ${county}`);
      return file.bytes;
    },
    readBack(files) {
      const list = Object.entries(files).map(([name, bytes]) => ({ name, bytes }));
      return expectValue(readCollection(workspace, list.map(openReturn), null));
    },
  };
}
