import { type Region, type RegionLevel, regionLevels } from '../../../../../shared/figures/catalogue.ts';
import { describeFailure } from '../../../../../shared/text/failures/index.ts';
import { usualKind } from '../../../database/region-repository.ts';
import { checkRegion } from '../check-region.ts';
import { readCode, readLevel, regionByCode, sameCode } from './read-code.ts';
import type { RegionRow } from './read-rows.ts';

/** What importing one line would do. New regions have negative ids until they are stored. */
export interface PlannedRow {
  readonly line: number;
  readonly status: 'new' | 'changed' | 'same' | 'problem';
  /** Null where the line could not be read. */
  readonly region: Region | null;
  readonly name: string;
  /** What changes, or what is wrong, as a sentence. */
  readonly note: string;
}

interface Read {
  readonly region: Region;
  readonly known: Region | undefined;
}

type Outcome = Read | { readonly problem: string };

/** 市本级 has no code of its own: lists give it the city's. */
function isCityProper(kind: string | null, name: string): boolean {
  return kind === '市本级' || (kind === null && /市本级$|市直$|市属$/.test(name));
}

function findParent({ cells }: RegionRow, regions: readonly Region[]): Region | null | string {
  const { 上级: named, 代码: code } = cells;
  if (named !== null) {
    const byName = regions.filter(
      ({ name, aliases, validTo }) => validTo === null && (name === named || aliases.includes(named)),
    );
    if (byName.length > 1) return `名为“${named}”的上级不止一个，请写代码。`;
    return byName[0] ?? regionByCode(named, regions) ?? `没有名称或代码为“${named}”的上级，请先添加它，或改正。`;
  }
  if (code === null) return null;
  const proper = isCityProper(cells.性质, cells.名称 ?? '');
  const above = proper ? [code] : (readCode(code)?.above ?? []);
  return above.map((each) => regionByCode(each, regions)).find((region) => region !== undefined) ?? null;
}

function findKnown(row: RegionRow, parent: Region | null, regions: readonly Region[]): Region | undefined {
  const { 代码: code, 名称: name, 上级: named } = row.cells;
  const byCode = code === null || isCityProper(row.cells.性质, name ?? '') ? undefined : regionByCode(code, regions);
  if (byCode !== undefined || name === null) return byCode;
  const namesakes = regions.filter(
    (region) => region.validTo === null && region.name === name && (code === null || region.code === null),
  );
  if (parent !== null) return namesakes.find(({ parentId }) => parentId === parent.id);
  return named === null && namesakes.length === 1 ? namesakes[0] : undefined;
}

function readCounts(text: string | null): boolean | null {
  if (text === null) return null;
  if (/^(是|1|√|计入|有)$/.test(text)) return true;
  return /^(否|0|×|不计入|无)$/.test(text) ? false : null;
}

function levelOfRow({ cells }: RegionRow, known: Region | undefined): RegionLevel | { readonly problem: string } {
  if (cells.级别 !== null) {
    return readLevel(cells.级别) ?? { problem: `级别“${cells.级别}”不认识，请写省、市、县、乡或校。` };
  }
  if (known !== undefined) return known.level;
  if (isCityProper(cells.性质, cells.名称 ?? '')) return '县';
  const coded = cells.代码 === null ? null : readCode(cells.代码);
  return coded?.level ?? { problem: '不知道级别：代码不是 6 位或 9 位的区划代码，请写“级别”。' };
}

function codeOfRow({ cells }: RegionRow, known: Region | undefined): string | null {
  const before = known?.code ?? null;
  if (cells.代码 === null || isCityProper(cells.性质, cells.名称 ?? '')) return before;
  return before !== null && sameCode(before, cells.代码) ? before : cells.代码;
}

function aliasesOfRow({ cells }: RegionRow, name: string, known: Region | undefined): readonly string[] {
  const stated = (cells.别名 ?? '').split(/[,，、;；\s/]+/);
  const all = new Set([...(known?.aliases ?? []), ...stated, known?.name ?? '']);
  return [...all].filter((alias) => alias !== '' && alias !== name).sort();
}

function kindOfRow({ cells }: RegionRow, level: RegionLevel): string {
  if (cells.性质 !== null) return cells.性质;
  if (isCityProper(null, cells.名称 ?? '')) return '市本级';
  return level === '校' ? '学校' : usualKind;
}

/** The region as it will be: what the line says, else what is known, else what the code says. */
function readRow(row: RegionRow, regions: readonly Region[], nextId: number): Outcome {
  const { cells } = row;
  const parent = findParent(row, regions);
  if (typeof parent === 'string') return { problem: parent };
  const known = findKnown(row, parent, regions);
  const name = cells.名称 ?? known?.name;
  if (name === undefined) return { problem: '没有名称。' };
  const level = levelOfRow(row, known);
  if (typeof level !== 'string') return level;
  const counts = readCounts(cells.计入合计);
  if (cells.计入合计 !== null && counts === null) return { problem: '“计入合计”请写是或否。' };
  const stated = {
    name,
    code: codeOfRow(row, known),
    level,
    aliases: aliasesOfRow(row, name, known),
  };
  if (known !== undefined) {
    const parentId = cells.上级 === null ? known.parentId : (parent?.id ?? null);
    const region = { ...known, ...stated, parentId, kind: cells.性质 ?? known.kind, inTotal: counts ?? known.inTotal };
    return { region, known };
  }
  const fresh = { id: nextId, parentId: parent?.id ?? null, kind: kindOfRow(row, level), inTotal: counts ?? true };
  return { region: { ...stated, ...fresh, validFrom: null, validTo: null, sort: row.line }, known };
}

function changesOf({ region, known }: Read, regions: readonly Region[]): readonly string[] {
  if (known === undefined) return [];
  const nameOf = (id: number | null) => regions.find((each) => each.id === id)?.name ?? '无';
  const pairs: readonly (readonly [string, string, string])[] = [
    ['名称', known.name, region.name],
    ['代码', known.code ?? '无', region.code ?? '无'],
    ['级别', known.level, region.level],
    ['上级', nameOf(known.parentId), nameOf(region.parentId)],
    ['性质', known.kind, region.kind],
    ['计入合计', known.inTotal ? '是' : '否', region.inTotal ? '是' : '否'],
    ['别名', known.aliases.join('、') || '无', region.aliases.join('、') || '无'],
  ];
  return pairs
    .filter(([, before, after]) => before !== after)
    .map(([what, before, after]) => `${what}：${before} → ${after}`);
}

function placeText(region: Region, regions: readonly Region[]): string {
  const parent = regions.find(({ id }) => id === region.parentId);
  return `${region.level}级，${parent === undefined ? '没有上级' : `属于${parent.name}`}`;
}

/** Higher levels first, so that what a line belongs to is known before it. */
function depthOf({ cells }: RegionRow): number {
  const level = (cells.级别 === null ? null : readLevel(cells.级别)) ?? readCode(cells.代码 ?? '')?.level;
  if (isCityProper(cells.性质, cells.名称 ?? '')) return 2;
  return level === undefined ? regionLevels.length : regionLevels.indexOf(level);
}

/** What importing the lines would do, in their order; nothing is written. */
export function planRegionRows(rows: readonly RegionRow[], present: readonly Region[]): readonly PlannedRow[] {
  let regions = present;
  const lineById = new Map<number, number>();
  const plan = (row: RegionRow): PlannedRow => {
    const base = { line: row.line, name: row.cells.名称 ?? row.cells.代码 ?? '' };
    const refuse = (note: string): PlannedRow => ({ ...base, status: 'problem', region: null, note });
    const read = readRow(row, regions, -row.line);
    if ('problem' in read) return refuse(read.problem);
    const { region, known } = read;
    const twin = lineById.get(region.id);
    if (twin !== undefined) return refuse(`与第 ${twin} 行是同一个地区。请只留一行。`);
    const failure = checkRegion(region, regions);
    if (failure) return refuse(describeFailure(failure));
    lineById.set(region.id, row.line);
    regions =
      known === undefined ? [...regions, region] : regions.map((each) => (each.id === region.id ? region : each));
    const changes = changesOf(read, regions);
    if (known === undefined) return { ...base, status: 'new', region, note: placeText(region, regions) };
    return { ...base, status: changes.length > 0 ? 'changed' : 'same', region, note: changes.join('；') };
  };
  return rows.toSorted((a, b) => depthOf(a) - depthOf(b) || a.line - b.line).map(plan);
}
