import { join } from 'node:path';
import Database from 'better-sqlite3';
import { createWorkspace, openWorkspace, type Workspace } from '../../electron/core/database/workspace.ts';
import type { Indicator, Region, RegionLevel } from '../../shared/figures/catalogue.ts';
import { makePeriod, type Period } from '../../shared/figures/period.ts';
import { benchFolder, clock, must, row, timed } from './measure.ts';

/** How large a data file is made, and what its regions are. */
export interface Size {
  readonly subject: string;
  readonly parentLevel: RegionLevel;
  readonly memberLevel: RegionLevel;
  readonly members: number;
  readonly indicators: number;
  readonly years: number;
}

export interface LargeData {
  readonly workspace: Workspace;
  /** The region that all members stand below. */
  readonly parent: Region;
  readonly members: readonly Region[];
  readonly indicators: readonly Indicator[];
  /** Ids are in the order of the years; the last is the newest. */
  readonly periods: readonly Period[];
}

const stages = ['幼儿园', '小学', '初中', '高中', '特教'];
const sides = ['公办', '民办', '乡村'];
const measures = ['在校生数', '毕业生数', '招生数', '教职工数', '专任教师数', '寄宿生数', '留守儿童数', '随迁子女数'];
const funds = ['经费总额', '生均公用经费', '资助金额', '营养餐支出'];

/** Names that begin alike, as those of a real catalogue do; every third counts in 万元 with two decimals. */
function indicatorAt(at: number): { readonly name: string; readonly unit: string; readonly scale: number } {
  const stage = stages[at % stages.length] ?? '';
  const side = sides[Math.floor(at / stages.length) % sides.length] ?? '';
  const round = Math.floor(at / (stages.length * sides.length));
  const isFund = at % 3 === 0;
  const words = isFund ? funds : measures;
  const word = words[round % words.length] ?? '';
  const name = `${stage}${side}${word}${Math.floor(round / words.length) || ''}`;
  return isFund ? { name, unit: '万元', scale: 2 } : { name, unit: '人', scale: 0 };
}

/** The same for the same place in every run; between 100 and about a million. */
export function storedNumber(indicator: number, year: number, member: number): number {
  const mixed = Math.imul(indicator * 7919 + year * 104_729 + member * 1_299_709 + 12_345, 2_654_435_761);
  return 100 + ((mixed >>> 8) % 999_983);
}

function fillCatalogue(workspace: Workspace, size: Size): Omit<LargeData, 'workspace'> {
  const parent = workspace.regions.insert({
    code: null,
    name: '示例（虚构）',
    level: size.parentLevel,
    parentId: null,
  });
  const members = Array.from({ length: size.members }, (_, at) =>
    workspace.regions.insert({
      code: `X${at + 1}`,
      name: `示例${at + 1}号`,
      level: size.memberLevel,
      parentId: parent.id,
      sort: at + 1,
    }),
  );
  const indicators = Array.from({ length: size.indicators }, (_, at) => {
    const { name, unit, scale } = indicatorAt(at);
    return workspace.indicators.insert({
      code: `bench_${at + 1}`,
      name,
      aliases: [],
      unit,
      scale,
      shownDecimals: scale,
      timing: '时期',
      aggregation: '合计',
      formula: null,
      better: null,
      definition: '示例（虚构）',
      group: '',
      part: null,
    });
  });
  const periods = Array.from({ length: size.years }, (_, at) => makePeriod('自然年', 2025 - size.years + at));
  for (const period of periods) workspace.periods.ensure(period);
  workspace.sources.insert({ kind: '示例', title: '示例（虚构）', byWhom: '示例' });
  return { parent, members, indicators, periods };
}

/** Straight into the table, in the order of its key: the way of the app would write a revision beside each value. */
function writeObservations(path: string, { indicators, periods, members }: Omit<LargeData, 'workspace'>): void {
  const db = new Database(path);
  db.pragma('synchronous = OFF');
  const insert = db.prepare(
    `INSERT INTO observation (indicator_id, period_id, region_id, num, status, source_id, cell)
     VALUES (?, ?, ?, ?, 0, 1, NULL)`,
  );
  const writeIndicator = db.transaction((id: number, at: number) => {
    for (let year = 0; year < periods.length; year += 1) {
      for (const [place, member] of members.entries()) {
        insert.run(id, year + 1, member.id, storedNumber(at, year, place));
      }
    }
  });
  for (const [at, { id }] of indicators.entries()) writeIndicator(id, at);
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
}

/** A data file of this size, made in a temporary folder and opened. */
export function makeLargeData(size: Size): LargeData {
  const path = join(benchFolder(size.subject), 'bench.huigao');
  const { spent, value: catalogue } = timed(() => {
    const empty = must(createWorkspace(path, { clock }));
    const made = empty.transaction(() => fillCatalogue(empty, size));
    empty.close();
    writeObservations(path, made);
    return made;
  });
  row('data made for this run', spent);
  return { ...catalogue, workspace: must(openWorkspace(path, { clock })) };
}
