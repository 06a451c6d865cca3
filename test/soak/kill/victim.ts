import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { openWorkspace, type Workspace } from '../../../electron/core/database/workspace.ts';
import { commitImport } from '../../../electron/core/importing/commit-import.ts';
import { emptyMapping, type ImportMapping } from '../../../electron/core/importing/mapping.ts';
import { stageFile } from '../../../electron/core/importing/stage-file.ts';
import { gainShipped } from '../../../electron/core/services/catalogue/add-shipped.ts';
import { homeRegion } from '../../../electron/core/services/home-region.ts';
import { shippedRules } from '../../../electron/core/services/shipped-rules.ts';
import { makePeriod } from '../../../shared/figures/period.ts';
import { clock, expectValue, newBureau, temporaryFolder } from '../../database/fixture.ts';
import { takeAsItStands } from '../../importing/take-as-it-stands.ts';
import { row, workbook } from '../../importing/workbook-fixture.ts';

/** As many columns as have a name of one letter, the last of them of a new indicator. */
const [schools, indicators] = [800, 24];
const period = makePeriod('自然年', 2021);

/** What an import is made of: a data file without it, the table, and the answers that make it add a region and an indicator. */
export interface Victim {
  readonly empty: string;
  readonly table: string;
  readonly mapping: string;
  readonly folder: string;
}

export function makeVictim(): Victim {
  const folder = temporaryFolder();
  const { workspace, children, city } = newBureau();
  // As the program has it once it was opened.
  gainShipped(workspace, shippedRules());
  const name = (at: number) => `示例第${at}小学`;
  workspace.transaction(() => {
    for (let at = 0; at < schools; at += 1) {
      workspace.regions.insert({ code: null, name: name(at), level: '校', parentId: city.id, sort: at });
    }
    for (let at = 1; at < indicators; at += 1) {
      workspace.indicators.insert({ ...children, code: `i${at}`, name: `示例指标${at}`, aliases: [] });
    }
  });
  const headings = [children.name, ...Array.from({ length: indicators - 1 }, (_, at) => `示例指标${at + 1}`)];
  const places = [...Array.from({ length: schools }, (_, at) => name(at)), '示例新设小学'];
  const lines = places.map((place, at) => row(at + 2, [place, ...headings.map((_, column) => at * 50 + column), at]));
  const rows = row(1, ['学校', ...headings, '示例新指标（人）']) + lines.join('');
  const [empty, table, mapping] = ['空.huigao', '统计表.xlsx', '对照.json'].map((each) => join(folder, each));
  if (!empty || !table || !mapping) throw new Error('three names');
  const bytes = workbook([{ name: '统计表', rows }]);
  writeFileSync(table, bytes);
  writeFileSync(mapping, JSON.stringify(answersTo(workspace, bytes)));
  workspace.close();
  copyFileSync(workspace.path, empty);
  return { empty, table, mapping, folder };
}

function answersTo(workspace: Workspace, bytes: Uint8Array): ImportMapping {
  const request = { period, home: homeRegion(workspace), mapping: emptyMapping };
  const { staged } = expectValue(stageFile(workspace, { fileName: '统计表.xlsx', bytes }, request));
  const answers = Object.fromEntries(staged.questions.map((question) => [question.id, takeAsItStands(question)]));
  return { ...emptyMapping, answers };
}

/** A copy of the data file for one import, in a folder of its own. */
export function copyOf({ empty, folder }: Victim, round: number | string): string {
  const own = join(folder, String(round));
  mkdirSync(own);
  copyFileSync(empty, join(own, '统计.huigao'));
  return join(own, '统计.huigao');
}

const compared = [
  'SELECT id, code, name, level, parent_id FROM region ORDER BY id',
  'SELECT id, code, name, unit FROM indicator ORDER BY id',
  'SELECT id, kind, title, file_name, sha256, mapping FROM source ORDER BY id',
  'SELECT fingerprint, mapping FROM import_layout ORDER BY fingerprint',
  'SELECT * FROM period ORDER BY id',
  'SELECT * FROM observation ORDER BY indicator_id, period_id, region_id',
  `SELECT indicator_id, period_id, region_id, scale, old_num, old_status, new_num, new_status, source_id, cell, reason
   FROM revision ORDER BY id`,
];

/** All that an import writes, without who and when; throws where the file is not whole. */
export function contentsOf(path: string): string {
  const db = new SqliteDatabase(path);
  try {
    const damage = [db.pragma('integrity_check', { simple: true }), db.pragma('foreign_key_check')];
    if (JSON.stringify(damage) !== '["ok",[]]') throw new Error(`not whole: ${JSON.stringify(damage)}`);
    return compared.map((query) => JSON.stringify(db.prepare(query).raw().all())).join('\n');
  } finally {
    db.close();
  }
}

/** Opens the file as the program does and imports the table into it once more; how many figures that wrote. */
export function importAgain(path: string, bytes: Uint8Array, mapping: ImportMapping): number {
  const workspace = expectValue(openWorkspace(path, { clock }));
  try {
    const request = { period, home: homeRegion(workspace), mapping };
    const file = expectValue(stageFile(workspace, { fileName: '统计表.xlsx', bytes }, request));
    const [outcome] = expectValue(commitImport(workspace, [file], { byWhom: '张三', rules: [] }));
    return outcome?.written ?? 0;
  } finally {
    workspace.close();
  }
}
