import { createDataView } from '../../../electron/core/database/data-view.ts';
import type { Workspace } from '../../../electron/core/database/workspace.ts';
import { type Grid, type GridCell, plainSheet, textCell } from '../../../electron/core/importing/grid.ts';
import { emptyMapping, type ImportAnswer, type ImportMapping } from '../../../electron/core/importing/mapping.ts';
import { nameIndex } from '../../../electron/core/importing/name-index.ts';
import type { Line, Naming, RecognisedTable } from '../../../electron/core/importing/recognised-table.ts';
import { stageImport } from '../../../electron/core/importing/stage-import.ts';
import type { StagedImport } from '../../../electron/core/importing/staged-import.ts';
import type { Indicator, Region } from '../../../shared/figures/catalogue.ts';
import { makePeriod, type Period } from '../../../shared/figures/period.ts';
import { foldName } from '../../../shared/reading/fold-name.ts';

export const year2021 = makePeriod('自然年', 2021);

export const number = (decimal: string, shown: string | null = null): GridCell => ({
  kind: 'number',
  decimal,
  shown,
  formula: null,
});
export const percent = (decimal: string, shown: string | null = null): GridCell => ({
  kind: 'percent',
  decimal,
  shown,
  formula: null,
});
export const formula = (content: string): GridCell => ({ kind: 'uncomputed', formula: content });

/** A table as a recogniser would hand it over: the first row names indicators, the first column regions. */
export interface TableFixture {
  /** Strings are cells of text. */
  readonly rows: readonly (readonly (string | GridCell)[])[];
  readonly format?: Grid['format'];
  readonly period?: Period | null;
  readonly units?: readonly string[];
  readonly asOf?: string;
  /** By row (`r2`) or column (`c1`): what its line says besides. */
  readonly lines?: Readonly<Record<string, Partial<Line>>>;
  /** Of the rules in force. */
  readonly ruleFormulas?: readonly string[];
}

export function gridOf({ rows, format = 'xlsx' }: Pick<TableFixture, 'rows' | 'format'>): Grid {
  const cells = rows.map((row) => row.map((cell) => (typeof cell === 'string' ? textCell(cell) : cell)));
  return { fileName: '表.xlsx', format, sheets: [plainSheet('', cells)], notices: [] };
}

export function tableOf(workspace: Workspace, fixture: TableFixture): RecognisedTable {
  const { rows, period = year2021, units = [], asOf = null, lines = {} } = fixture;
  const [header = [], ...body] = rows.map((row) => row.map((cell) => (typeof cell === 'string' ? cell : '')));
  const regions = nameIndex<Region>(workspace.regions.all());
  const indicators = nameIndex<Indicator>(workspace.indicators.all());
  const line = (index: number, key: string, said: Partial<Line>): Line => ({
    index,
    role: 'data',
    path: [],
    region: null,
    indicator: null,
    period: null,
    unit: null,
    partOf: null,
    sumOf: [],
    ...said,
    ...lines[key],
  });
  const columns = header.map((text, index) => {
    if (index === 0) return line(index, 'c0', { role: 'name', path: [foldName(text)] });
    const [, name = text, unit = null] = /^(.*)[（(](.*)[)）]$/.exec(text) ?? [];
    const indicator = named(name, indicators.find(name));
    return line(index, `c${index}`, { path: [foldName(name)], indicator, unit });
  });
  const rowLines = body.map(([text = ''], at) =>
    line(at + 1, `r${at + 1}`, { region: named(text, regions.find(text)) }),
  );
  const questions = [...columns, ...rowLines].flatMap(({ region, indicator }) => [
    ...(region?.kind === 'unknown'
      ? [
          {
            kind: 'region',
            id: `region:${foldName(region.text)}`,
            text: region.text,
            suggestions: [],
            proposal: null,
          } as const,
        ]
      : []),
    ...(indicator?.kind === 'unknown'
      ? [
          {
            kind: 'indicator',
            id: `indicator:${foldName(indicator.text)}`,
            text: indicator.text,
            suggestions: [],
            proposal: null,
          } as const,
        ]
      : []),
  ]);
  return {
    id: '#1',
    sheet: 0,
    header: { first: 0, last: 0 },
    body: { first: 1, last: body.length },
    span: { first: 0, last: header.length - 1 },
    titles: [],
    notes: [],
    crossed: new Map(),
    axes: { region: 'rows', indicator: 'columns', period: 'table' },
    rows: rowLines,
    columns,
    region: null,
    indicator: null,
    period,
    units,
    asOf,
    fingerprint: 'a'.repeat(16),
    about: '',
    questions:
      period === null ? [{ kind: 'period', id: 'period:#1', table: '表', candidates: [] }, ...questions] : questions,
  };
}

function named<Thing>(text: string, thing: Thing | undefined): Naming<Thing> {
  return thing === undefined ? { kind: 'unknown', text } : { kind: 'known', thing, text, by: 'name' };
}

export function answers(said: Readonly<Record<string, ImportAnswer>>): ImportMapping {
  return { ...emptyMapping, answers: said };
}

export function contextOf(workspace: Workspace) {
  const view = createDataView(workspace);
  return { indicators: view.indicators, regions: view.regions, view, period: null, home: null };
}

export function stage(
  workspace: Workspace,
  fixture: TableFixture,
  said: Readonly<Record<string, ImportAnswer>> = {},
): StagedImport {
  const context = { ...contextOf(workspace), ruleFormulas: fixture.ruleFormulas ?? [] };
  return stageImport(gridOf(fixture), [tableOf(workspace, fixture)], context, answers(said));
}

/** Rows as a text file holds them. */
export function rowsOf(text: string): readonly (readonly string[])[] {
  return text
    .trim()
    .split('\n')
    .map((line) => line.split(','));
}

/** `B2 湖州市 随迁子女人数 5 new` */
export function lines({ cells }: StagedImport): readonly string[] {
  return cells.map(({ cell, region, indicator, value, status }) =>
    [cell, region, indicator, value ?? '无', status].join(' '),
  );
}
