import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Workspace } from '../../../electron/core/database/workspace.ts';
import { commitImport, type FileToCommit } from '../../../electron/core/importing/commit-import.ts';
import type { ImportAnswer } from '../../../electron/core/importing/mapping.ts';
import { refuseDuplicates } from '../../../electron/core/importing/staging/find-duplicates.ts';
import { undoImport } from '../../../electron/core/services/undo-import.ts';
import { makePeriod } from '../../../shared/figures/period.ts';
import { type Bureau, expectFailure, expectValue, newBureau } from '../../database/fixture.ts';
import { propertyRuns } from '../../support/property-runs.ts';
import { answers, lines, rowsOf, stage, type TableFixture, year2021 } from './fixture.ts';

const options = { byWhom: '张三', rules: [] };

function file(
  workspace: Workspace,
  fixture: string | TableFixture,
  said: Readonly<Record<string, ImportAnswer>> = {},
): FileToCommit {
  const table = typeof fixture === 'string' ? { rows: rowsOf(fixture) } : fixture;
  return { fileName: '表.csv', sha256: 'b'.repeat(64), staged: stage(workspace, table, said), mapping: answers(said) };
}

function commit(
  workspace: Workspace,
  fixture: string | TableFixture,
  said: Readonly<Record<string, ImportAnswer>> = {},
) {
  const [outcome] = expectValue(commitImport(workspace, [file(workspace, fixture, said)], options));
  if (!outcome) throw new Error('one file has one outcome');
  return outcome;
}

function undo(workspace: Workspace, sourceId: number | null) {
  return expectValue(undoImport(workspace, { sourceId: sourceId ?? 0, byWhom: '李四' }));
}

/** `湖州市 随迁子女人数 5 ← 表.csv B2` */
function held({ workspace }: Bureau): readonly string[] {
  return workspace.indicators.all().flatMap((indicator) =>
    workspace.regions.all().flatMap((region) => {
      const found = workspace.observations.column(indicator.id, '2021年').get(region.id);
      if (!found) return [];
      const text = found.cell.kind === 'value' ? found.cell.decimal : found.cell.reason;
      return [`${region.name} ${indicator.name} ${text} ← ${found.source?.id ?? '—'} ${found.cellReference ?? '—'}`];
    }),
  );
}

function put({ workspace, children, city }: Bureau, decimal: string) {
  expectValue(
    workspace.observations.put({
      indicatorId: children.id,
      regionId: city.id,
      period: year2021,
      cell: { kind: 'value', decimal },
      sourceId: null,
      byWhom: '王五',
    }),
  );
}

const table = '地区,随迁子女人数,公办就读比例\n湖州市,80605,80.76%\n吴兴区,21560,—';

test('a file is written once with its cells, and then the same', () => {
  const bureau = newBureau();
  const { workspace } = bureau;
  expect(commit(workspace, table)).toEqual({ sourceId: 1, written: 4, newRegions: 0, newIndicators: 0 });
  expect(held(bureau)).toEqual([
    '湖州市 随迁子女人数 80605 ← 1 B2',
    '吴兴区 随迁子女人数 21560 ← 1 B3',
    '湖州市 公办就读比例 80.76 ← 1 C2',
    '吴兴区 公办就读比例 无此项 ← 1 C3',
  ]);
  expect(stage(workspace, { rows: rowsOf(table) }).cells.map(({ status }) => status)).toEqual([
    'same',
    'same',
    'same',
    'same',
  ]);
  expect(commit(workspace, table).sourceId).toBeNull();
  expect(workspace.imports.all()).toMatchObject([
    { sourceId: 1, fileName: '表.csv', byWhom: '张三', cells: 4, undoneAt: null },
  ]);
});

test('new regions and indicators are made with the figures, and remembered for the next file', () => {
  const { workspace, city } = newBureau();
  const said: Record<string, ImportAnswer> = {
    'region:东城中学': { kind: 'new-region', name: '东城中学', level: '校', parent: '东城学区', inTotal: true },
    'region:东城学区': { kind: 'new-region', name: '东城学区', level: '乡', parent: city.name, inTotal: true },
    'region:没有数的': { kind: 'new-region', name: '没有数的', level: '乡', parent: city.name, inTotal: true },
    'indicator:校车数': {
      kind: 'new-indicator',
      name: '校车数',
      unit: '辆',
      decimals: 0,
      timing: '时点',
      group: '后勤',
    },
  };
  const content = '地区,随迁子女人数,校车数\n东城中学,5,6\n湖州市,7,8\n没有数的,,';
  expect(commit(workspace, content, said)).toEqual({ sourceId: 1, written: 4, newRegions: 2, newIndicators: 1 });
  const school = workspace.regions.all().find(({ name }) => name === '东城中学');
  const area = workspace.regions.all().find(({ name }) => name === '东城学区');
  expect([school?.parentId, area?.parentId]).toEqual([area?.id, city.id]);
  expect(workspace.indicators.all().at(-1)).toMatchObject({ name: '校车数', unit: '辆', group: '后勤' });
  const { 'indicator:校车数': indicator, ...regions } = said;
  expect(workspace.importLayouts.get('a'.repeat(16))?.answers).toEqual({ 'indicator:校车数': indicator });
  expect(workspace.importLayouts.get(`${'a'.repeat(16)}@`)?.answers).toEqual(regions);
  const again = stage(workspace, { rows: rowsOf(content) }, said);
  expect(again.cells.slice(0, 4).map(({ status }) => status)).toEqual(['same', 'same', 'same', 'same']);
});

test.each([
  [
    'region:甲',
    { kind: 'new-region', name: '上年', level: '校', parent: null, inTotal: true },
    'import-region-refused',
  ],
  [
    'region:甲',
    { kind: 'new-region', name: '2021年', level: '校', parent: null, inTotal: true },
    'import-region-refused',
  ],
  ['region:甲', { kind: 'new-region', name: '湖州', level: '县', parent: null, inTotal: true }, 'import-region-taken'],
  ['region:甲', { kind: 'new-region', name: '乙', level: '县', parent: '火星', inTotal: true }, 'import-region-parent'],
  [
    'indicator:丙',
    { kind: 'new-indicator', name: '合计', unit: '人', decimals: 0, timing: '时点', group: '' },
    'indicator-name-reserved',
  ],
] as const)('a new name that cannot be, %s, undoes everything', (id, answer, code) => {
  const { workspace } = newBureau();
  const failing = file(workspace, '地区,随迁子女人数,丙\n湖州市,5,6\n甲,7,8', { [id]: answer });
  expect(expectFailure(commitImport(workspace, [failing], options)).code).toBe(code);
  expect(workspace.sources.all()).toEqual([]);
});

test('totals, formulas and periods are answered anew in each file', () => {
  const { workspace } = newBureau();
  commit(workspace, '地区,公办就读比例\n湖州市,0.8', {
    'percent:公办就读比例': { kind: 'unit', unit: '1' },
    'total:B5': { kind: 'total', take: 'sum' },
    'formula:B5': { kind: 'value', text: '5' },
    'period:#1': { kind: 'use', name: '2021年' },
  });
  expect(workspace.importLayouts.get('a'.repeat(16))).toBeUndefined();
});

test('accepted rules become the bureau’s own, once', () => {
  const { workspace, children } = newBureau();
  workspace.indicators.insert({ ...children, code: 'public', name: '公办就读人数', aliases: [] });
  const fixture = { rows: rowsOf('地区,随迁子女人数,公办就读人数\n湖州市,7,5'), lines: { c2: { partOf: 1 } } };
  const formula = '公办就读人数 <= 随迁子女人数';
  for (const rules of [[formula], [formula, '不是提议的']]) {
    expectValue(commitImport(workspace, [file(workspace, fixture)], { ...options, rules }));
  }
  expect(workspace.rules.own().map(({ rule }) => [rule.code, rule.formula, rule.family])).toEqual([
    ['own_1', formula, '其中≤总'],
  ]);
});

test('progress is told, and a cancelled import leaves nothing', () => {
  const bureau = newBureau();
  const { workspace, city } = bureau;
  const names = Array.from({ length: 2_500 }, (_, at) => `第${at}小学`);
  for (const name of names) workspace.regions.insert({ code: null, name, level: '校', parentId: city.id });
  const files = [file(workspace, `地区,随迁子女人数\n${names.map((name) => `${name},5`).join('\n')}`)];
  const told: number[] = [];
  const signal = { aborted: false };
  const cancelled = commitImport(workspace, files, {
    ...options,
    signal,
    onProgress: (done) => {
      told.push(done);
      signal.aborted = done === 2_000;
    },
  });
  expect(expectFailure(cancelled).code).toBe('import-stopped');
  expect([told, held(bureau), workspace.sources.all()]).toEqual([[1_000, 2_000], [], []]);
});

test('a closed period refuses the whole file, and the second of two files undoes the first', () => {
  const { workspace } = newBureau();
  const first = file(workspace, table);
  const second = file(workspace, '地区,随迁子女人数\n湖州市,5');
  const [cell] = second.staged.cells;
  if (!cell?.write) throw new Error('one cell is staged');
  const spoilt = { ...cell, write: { ...cell.write, cell: { kind: 'value', decimal: '0.5' } as const } };
  const files = [first, { ...second, staged: { ...second.staged, cells: [spoilt] } }];
  expect(expectFailure(commitImport(workspace, files, options)).code).toBe('value-too-precise');
  expect(workspace.sources.all()).toEqual([]);
});

test('an undone import leaves what was there before, with its source, and nothing where nothing was', () => {
  const bureau = newBureau();
  const { workspace, children, city } = bureau;
  const { sourceId: first } = commit(workspace, '地区,随迁子女人数\n湖州市,5');
  const before = held(bureau);
  const { sourceId } = commit(workspace, '地区,随迁子女人数\n湖州市,6\n吴兴区,7\n南浔区,—');
  expect(undo(workspace, sourceId)).toEqual({ fileName: '表.csv', restored: 3, confirmed: 0, kept: [] });
  expect(held(bureau)).toEqual(before);
  expect(workspace.imports.all().map(({ undoneBy }) => undoneBy)).toEqual(['李四', null]);
  const revisions = workspace.observations.revisions({
    indicatorId: children.id,
    regionId: city.id,
    periodLabel: '2021年',
  });
  expect(revisions.at(-1)).toMatchObject({ reason: '撤销导入', byWhom: '李四', sourceId: first, cellReference: 'B2' });
  expect(expectFailure(undoImport(workspace, { sourceId: sourceId ?? 0, byWhom: '李四' })).code).toBe('import-undone');
  expect(expectFailure(undoImport(workspace, { sourceId: 99, byWhom: '李四' })).code).toBe('import-unknown');
  undo(workspace, first);
  expect(held(bureau)).toEqual([]);
});

test('what was edited since stays, and is listed', () => {
  const bureau = newBureau();
  const { sourceId } = commit(bureau.workspace, table);
  put(bureau, '80606');
  expect(undo(bureau.workspace, sourceId)).toEqual({
    fileName: '表.csv',
    restored: 3,
    confirmed: 0,
    kept: [{ indicator: '随迁子女人数', region: '湖州市', period: '2021年' }],
  });
  expect(held(bureau)).toEqual(['湖州市 随迁子女人数 80606 ← — —']);
});

test('of two imports undone in the wrong order nothing remains', () => {
  const bureau = newBureau();
  const { workspace } = bureau;
  put(bureau, '6');
  const [first, second] = ['5', '6'].map((value) => commit(workspace, `地区,随迁子女人数\n湖州市,${value}`).sourceId);
  expect(undo(workspace, first ?? 0).kept).toHaveLength(1);
  expect(undo(workspace, second ?? 0).restored).toBe(1);
  expect(held(bureau)).toEqual(['湖州市 随迁子女人数 6 ← — —']);
});

test('a number without a percent sign is the same in the next dry run, once it was said what it means', () => {
  const { workspace } = newBureau();
  const content = '地区,公办就读比例,资助金额（元）\n湖州市,0.8,3322600';
  const said: Record<string, ImportAnswer> = {
    'percent:公办就读比例': { kind: 'unit', unit: '1' },
    'unit:资助金额/元': { kind: 'unit', unit: '元' },
  };
  commit(workspace, content, said);
  expect(lines(stage(workspace, { rows: rowsOf(content) }, said))).toEqual([
    'B2 湖州市 公办就读比例 80 same',
    'C2 湖州市 资助金额 332.26 same',
  ]);
});

type Step =
  | { readonly kind: 'import'; readonly values: readonly string[] }
  | { readonly kind: 'edit'; readonly region: number; readonly value: number }
  | { readonly kind: 'undo'; readonly at: number };

const steps = fc.array(
  fc.oneof(
    fc.record({
      kind: fc.constant('import' as const),
      values: fc.array(fc.constantFrom('', '1', '2', '—'), { minLength: 4, maxLength: 4 }),
    }),
    fc.record({ kind: fc.constant('edit' as const), region: fc.nat({ max: 3 }), value: fc.nat({ max: 3 }) }),
    fc.record({ kind: fc.constant('undo' as const), at: fc.nat({ max: 5 }) }),
  ),
  { minLength: 1, maxLength: 8 },
);

test('whatever is imported, edited and undone, each figure is what its last revision says', () => {
  const bureau = newBureau();
  const { workspace, children, city, counties } = bureau;
  const regions = [city, ...counties];
  let year = 2000;
  const run = (step: Step, imports: number[]) => {
    const period = makePeriod('自然年', year);
    if (step.kind === 'import') {
      const rows = [['地区', '随迁子女人数'], ...regions.map(({ name }, at) => [name, step.values[at] ?? ''])];
      const { sourceId } = commit(workspace, { rows, period });
      if (sourceId !== null) imports.push(sourceId);
    } else if (step.kind === 'edit') {
      const cell = { kind: 'value', decimal: String(step.value) } as const;
      const regionId = regions[step.region]?.id ?? 0;
      expectValue(
        workspace.observations.put({
          indicatorId: children.id,
          regionId,
          period,
          cell,
          sourceId: null,
          byWhom: '王五',
        }),
      );
    } else {
      const [sourceId] = imports.splice(step.at % Math.max(1, imports.length), 1);
      if (sourceId !== undefined) undo(workspace, sourceId);
    }
  };
  const check = () => {
    const column = workspace.observations.column(children.id, `${year}年`);
    for (const { id: regionId } of regions) {
      const chain = workspace.observations.revisions({ indicatorId: children.id, regionId, periodLabel: `${year}年` });
      for (const [at, { before }] of chain.entries()) expect(before).toEqual(chain[at - 1]?.after ?? null);
      const { cell, source, cellReference } = column.get(regionId) ?? { cell: null, source: null, cellReference: null };
      const last = chain.at(-1);
      expect([cell, source?.id ?? null, cellReference]).toEqual([
        last?.after?.cell ?? null,
        last?.after ? last.sourceId : null,
        last?.after ? last.cellReference : null,
      ]);
    }
    return column;
  };
  fc.assert(
    fc.property(steps, (sequence) => {
      // A year of its own stands for a file of its own.
      year += 1;
      const imports: number[] = [];
      for (const step of sequence) {
        run(step, imports);
        check();
      }
      if (sequence.some(({ kind }) => kind === 'edit')) return;
      for (const sourceId of imports.toReversed()) undo(workspace, sourceId);
      expect(check().size).toBe(0);
    }),
    { ...propertyRuns, numRuns: 60 },
  );
});

test('what a later import states as well stays when the earlier one is undone, and is the later one’s then', () => {
  const bureau = newBureau();
  const { workspace } = bureau;
  const { sourceId: first } = commit(workspace, '地区,随迁子女人数\n湖州市,5\n吴兴区,6\n南浔区,7');
  const { sourceId: second } = commit(workspace, '地区,随迁子女人数\n湖州市,50\n吴兴区,6');
  expect(undo(workspace, first)).toMatchObject({ restored: 1, confirmed: 1, kept: [{ region: '湖州市' }] });
  expect(held(bureau)).toEqual(['湖州市 随迁子女人数 50 ← 2 B2', '吴兴区 随迁子女人数 6 ← 2 B3']);
  undo(workspace, second);
  expect(held(bureau)).toEqual([]);
});

test('a review that is no longer true is refused whole, whoever changed the figures', () => {
  const { workspace, children, city } = newBureau();
  commit(workspace, '地区,随迁子女人数\n湖州市,5');
  const stagedAt = workspace.imports.lastChange();
  const reviewed = file(workspace, '地区,随迁子女人数\n湖州市,5\n吴兴区,6');
  const other = file(workspace, '地区,随迁子女人数\n吴兴区,6');
  const typed = { kind: 'value', decimal: '555' } as const;
  const key = { indicatorId: children.id, regionId: city.id, period: year2021 };
  expectValue(workspace.observations.put({ ...key, cell: typed, sourceId: null, byWhom: '王五' }));
  const refused = expectFailure(commitImport(workspace, [{ ...reviewed, stagedAt }], options));
  expect(refused).toMatchObject({ code: 'import-stale', count: 1, region: '湖州市', indicator: '随迁子女人数' });
  expect(workspace.sources.all()).toHaveLength(1);
  // What somebody changed elsewhere is no business of this file.
  expectValue(commitImport(workspace, [{ ...other, stagedAt }], options));
});

test('a stroke does not wipe out a number, the words 无此项 do', () => {
  const bureau = newBureau();
  commit(bureau.workspace, '地区,随迁子女人数\n湖州市,5\n吴兴区,6');
  const strokes = stage(bureau.workspace, { rows: rowsOf('地区,随迁子女人数\n湖州市,—\n吴兴区,/\n南浔区,-') });
  expect(strokes.cells.map(({ status, problem }) => [status, problem?.code])).toEqual([
    ['unreadable', 'import-sign-over-value'],
    ['unreadable', 'import-sign-over-value'],
    ['missing', undefined],
  ]);
  const words = stage(bureau.workspace, { rows: rowsOf('地区,随迁子女人数\n湖州市,无此项') });
  expect(words.cells.map(({ status, before }) => [status, before])).toEqual([['changed', '5']]);
});

test('a total that nobody has settled keeps another cell from stating its figure', () => {
  const { workspace } = newBureau();
  const cells = stage(workspace, { rows: rowsOf('地区,随迁子女人数\n湖州市,16\n湖州市,99') }).cells;
  const [stated, other] = cells;
  if (!stated || !other) throw new Error('two cells are staged');
  const disputed = { ...stated, status: 'total' as const, problem: null, write: null, value: '16' };
  const revised = refuseDuplicates([disputed, { ...other, status: 'new', value: '99', problem: null }]);
  expect(revised.map(({ status }) => status)).toEqual(['total', 'duplicate']);
});

test('what an earlier import stated of another value is not taken for a statement of the later one’s', () => {
  const bureau = newBureau();
  const { workspace } = bureau;
  const { sourceId: first } = commit(workspace, '地区,随迁子女人数\n湖州市,2');
  const { sourceId: second } = commit(workspace, '地区,随迁子女人数\n湖州市,2\n吴兴区,3');
  undo(workspace, first);
  const { sourceId: third } = commit(workspace, '地区,随迁子女人数\n湖州市,1');
  expect(undo(workspace, third)).toMatchObject({ restored: 1, confirmed: 0 });
  expect(held(bureau)).toEqual(['湖州市 随迁子女人数 2 ← 2 B2', '吴兴区 随迁子女人数 3 ← 2 B3']);
  undo(workspace, second);
  expect(held(bureau)).toEqual([]);
});

test('a figure handed over and then undone is again what an import before both had stated', () => {
  const bureau = newBureau();
  const { workspace } = bureau;
  commit(workspace, '地区,随迁子女人数\n湖州市,2');
  const { sourceId: second } = commit(workspace, '地区,随迁子女人数\n湖州市,1');
  const { sourceId: third } = commit(workspace, '地区,随迁子女人数\n湖州市,1\n吴兴区,3');
  undo(workspace, second);
  expect(held(bureau)).toEqual(['湖州市 随迁子女人数 1 ← 3 B2', '吴兴区 随迁子女人数 3 ← 3 B3']);
  undo(workspace, third);
  expect(held(bureau)).toEqual(['湖州市 随迁子女人数 2 ← 1 B2']);
});
