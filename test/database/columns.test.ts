import SqliteDatabase from 'better-sqlite3';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ColumnCache } from '../../electron/core/database/column-cache.ts';
import { createDataView } from '../../electron/core/database/data-view.ts';
import type { ObservationChange } from '../../electron/core/database/observation-repository.ts';
import { makePeriod } from '../../shared/figures/period.ts';
import { fail, succeed } from '../../shared/result.ts';
import { type Bureau, expectFailure, expectValue, newBureau } from './fixture.ts';

const years = [makePeriod('自然年', 2020), makePeriod('自然年', 2021)] as const;
const [, year2021] = years;

function typed(bureau: Bureau, decimal: string, more: Partial<ObservationChange> = {}): ObservationChange {
  return {
    indicatorId: bureau.children.id,
    regionId: bureau.city.id,
    period: year2021,
    cell: { kind: 'value', decimal },
    sourceId: null,
    byWhom: '张三',
    ...more,
  };
}

/** A bureau with one value in each of two columns, seen through a view that has read both. */
function twoColumns() {
  const bureau = newBureau();
  const { observations } = bureau.workspace;
  expectValue(observations.put(typed(bureau, '80605')));
  expectValue(observations.put(typed(bureau, '332.26', { indicatorId: bureau.funds.id })));
  const view = createDataView(bureau.workspace);
  const children = () => view.column(bureau.children.id, '2021年');
  const funds = () => view.column(bureau.funds.id, '2021年');
  const shown = () => {
    const cell = children().get(bureau.city.id)?.cell;
    return cell?.kind === 'value' ? cell.decimal : cell?.reason;
  };
  expect([shown(), funds().size]).toEqual(['80605', 1]);
  return { bureau, observations, view, children, funds, shown };
}

test('a typed value is seen at once, and neither other columns nor the catalogue are read again', () => {
  const { bureau, observations, view, funds, shown } = twoColumns();
  const [before, regions] = [funds(), view.regions];
  expectValue(bureau.workspace.attempt(() => observations.put(typed(bureau, '80606'))));
  expect(shown()).toBe('80606');
  expect(funds()).toBe(before);
  expect(view.regions).toBe(regions);
  expectValue(observations.put(typed(bureau, '0', { cell: { kind: 'missing', reason: '不公开' } })));
  expect(shown()).toBe('不公开');
  expect(createDataView(bureau.workspace).column(bureau.funds.id, '2021年')).toBe(before);
});

test('a new 截至日 alone is seen', () => {
  const { bureau, observations, children } = twoColumns();
  expectValue(observations.put(typed(bureau, '80605', { asOf: '2021-12-31' })));
  expect(children().get(bureau.city.id)?.asOf).toBe('2021-12-31');
});

test('what a failed transaction wrote is not seen after it, also when it was read within', () => {
  const { bureau, observations, shown } = twoColumns();
  const { workspace } = bureau;
  workspace.attempt(() => {
    expectValue(observations.put(typed(bureau, '1')));
    expect(shown()).toBe('1');
    return fail({ code: 'report-unknown' });
  });
  expect(shown()).toBe('80605');
  expect(() =>
    workspace.transaction(() => {
      expectValue(observations.put(typed(bureau, '2')));
      expect(shown()).toBe('2');
      throw new Error('stopped');
    }),
  ).toThrow('stopped');
  expect(shown()).toBe('80605');
});

test('of a transaction within another one that is undone alone, nothing is seen', () => {
  const { bureau, observations, shown } = twoColumns();
  const { workspace } = bureau;
  expectValue(
    workspace.attempt(() => {
      expectValue(observations.put(typed(bureau, '7')));
      workspace.attempt(() => {
        expectValue(observations.put(typed(bureau, '8')));
        expect(shown()).toBe('8');
        return fail({ code: 'report-unknown' });
      });
      expect(shown()).toBe('7');
      expectFailure(observations.put(typed(bureau, '八万')));
      expect(shown()).toBe('7');
      return succeed(undefined);
    }),
  );
  expect(shown()).toBe('7');
});

test('many values imported with their source in one transaction are all seen', () => {
  const { bureau, observations, view, funds } = twoColumns();
  const { workspace, counties } = bureau;
  expect(view.column(bureau.children.id, '2020年').size).toBe(0);
  expectValue(
    workspace.attempt(() => {
      const source = workspace.sources.insert({ kind: '文件', title: '随迁子女.xlsx', byWhom: '张三' });
      for (const { id } of counties) {
        for (const period of years) {
          for (const indicatorId of [bureau.children.id, bureau.funds.id]) {
            const change = { indicatorId, regionId: id, period, sourceId: source.id };
            expectValue(observations.put(typed(bureau, String(id), change)));
          }
        }
      }
      return succeed(undefined);
    }),
  );
  expect(view.column(bureau.children.id, '2020年').size).toBe(3);
  expect(view.column(bureau.children.id, '2021年').size).toBe(4);
  expect([...funds().values()].map(({ source }) => source?.title)).toEqual([
    undefined,
    ...Array(3).fill('随迁子女.xlsx'),
  ]);
});

test('new regions, indicators and named sets are seen by a view that had read the old ones', () => {
  const { bureau, view } = twoColumns();
  const { workspace, city, children } = bureau;
  const [regions, indicators] = [view.regions.length, view.indicators.length];
  expect(view.namedSet('城区')).toBeUndefined();
  const county = workspace.regions.insert({ code: '330523', name: '安吉县', level: '县', parentId: city.id });
  workspace.indicators.insert({ ...children, code: 'new', name: '新指标', aliases: [] });
  workspace.namedSets.put('城区', [county.id]);
  expect([view.regions.length, view.indicators.length]).toEqual([regions + 1, indicators + 1]);
  expect(view.namedSet('城区')?.map(({ name }) => name)).toEqual(['安吉县']);
});

test('what another program writes, a wider scale too, is seen by the next view and by whoever asks for a column', () => {
  const { bureau, shown } = twoColumns();
  const { workspace, children, city } = bureau;
  const other = new SqliteDatabase(workspace.path);
  other.exec(`BEGIN; UPDATE indicator SET scale = 1 WHERE id = ${children.id};
    UPDATE observation SET num = num * 10 + 5 WHERE indicator_id = ${children.id}; COMMIT`);
  other.close();
  const cell = { kind: 'value', decimal: '80605.5' };
  expect(workspace.observations.column(children.id, '2021年').get(city.id)?.cell).toEqual(cell);
  expect(createDataView(workspace).column(children.id, '2021年').get(city.id)?.cell).toEqual(cell);
  expect(shown()).toBe('80605.5');
});

test('when more observations are kept than allowed, the columns read first are read again', () => {
  const cache = new ColumnCache(3);
  const observation = { cell: { kind: 'value', decimal: '1' }, asOf: null, source: null, cellReference: null } as const;
  const read: number[] = [];
  const get = (id: number, size: number) =>
    cache.get(id, '2021年', () => {
      read.push(id);
      return new Map(Array.from({ length: size }, (_, at) => [at, observation]));
    });
  get(1, 2);
  get(2, 1);
  expect(get(1, 2)).toBe(get(1, 2));
  get(3, 1);
  get(2, 1);
  get(1, 2);
  get(4, 9);
  get(4, 9);
  expect(read).toEqual([1, 2, 3, 1, 4]);
});

type Step =
  | { readonly kind: 'put'; readonly indicator: 0 | 1; readonly year: 0 | 1; readonly value: number }
  | { readonly kind: 'read' }
  | { readonly kind: 'add-region' }
  | { readonly kind: 'together'; readonly steps: readonly Step[]; readonly fails: boolean };

const bit = fc.constantFrom(0 as const, 1 as const);
const { step } = fc.letrec<{ step: Step }>((tie) => ({
  step: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.record({ kind: fc.constant('put' as const), indicator: bit, year: bit, value: fc.nat(3) }),
    fc.constant({ kind: 'read' as const }),
    fc.constant({ kind: 'add-region' as const }),
    fc.record({ kind: fc.constant('together' as const), steps: fc.array(tie('step')), fails: fc.boolean() }),
  ),
}));

test('after any writes, done and undone, and reads in between, every column is what the file holds', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      const bureau = newBureau();
      const { workspace } = bureau;
      const view = createDataView(workspace);
      const indicators = [bureau.children.id, bureau.funds.id] as const;
      const readAll = () =>
        indicators.flatMap((id) =>
          years.flatMap(({ label }) =>
            [...view.column(id, label)].map(([region, { cell }]) => [id, label, region, cell]),
          ),
        );
      const run = (each: Step): void => {
        if (each.kind === 'read') readAll();
        else if (each.kind === 'add-region')
          workspace.regions.insert({ code: null, name: '开发区', level: '县', parentId: bureau.city.id });
        else if (each.kind === 'put') {
          const change = { indicatorId: indicators[each.indicator], period: years[each.year] };
          expectValue(workspace.observations.put(typed(bureau, String(each.value), change)));
        } else
          workspace.attempt(() => {
            for (const part of each.steps) run(part);
            return each.fails ? fail({ code: 'report-unknown' }) : succeed(undefined);
          });
      };
      for (const each of steps) run(each);
      const kept = readAll();
      workspace.close();
      expect(kept).toEqual(storedIn(workspace.path));
    }),
    // Each run makes a file of its own.
    { numRuns: 40 },
  );
});

/** The observations as the file has them, by SQL alone. */
function storedIn(path: string): readonly unknown[] {
  const db = new SqliteDatabase(path, { readonly: true });
  const rows = db
    .prepare<[], { id: number; label: string; region: number; num: number; scale: number }>(
      `SELECT indicator_id AS id, label, region_id AS region, num, scale FROM observation
       JOIN period ON period.id = period_id JOIN indicator ON indicator.id = indicator_id ORDER BY indicator_id, label`,
    )
    .all();
  db.close();
  return rows.map(({ id, label, region, num, scale }) => [
    id,
    label,
    region,
    { kind: 'value', decimal: (num / 10 ** scale).toFixed(scale) },
  ]);
}
