import SqliteDatabase from 'better-sqlite3';
import { expect, test } from 'vitest';
import type { ColumnFigure } from '../../electron/core/database/column-writer.ts';
import type { Workspace } from '../../electron/core/database/workspace.ts';
import { makePeriod } from '../../shared/figures/period.ts';
import { type Bureau, expectFailure, expectValue, newBureau } from './fixture.ts';

const period = makePeriod('自然年', 2021);
const schools = 40;

/** A bureau whose schools partly have a figure of an earlier source. */
function begun(): Bureau & { readonly sourceId: number } {
  const bureau = newBureau();
  const { workspace, city, children } = bureau;
  for (let at = 0; at < schools; at += 1) {
    const { id } = workspace.regions.insert({ code: null, name: `第${at}小学`, level: '校', parentId: city.id });
    if (at % 3 === 0) continue;
    const change = { indicatorId: children.id, regionId: id, period, sourceId: null, byWhom: '李四' };
    const cell = { kind: 'value', decimal: String(at % 5) } as const;
    expectValue(workspace.observations.put({ ...change, cell, asOf: at % 2 === 0 ? '2021-09-01' : null }));
  }
  return { ...bureau, sourceId: workspace.sources.insert({ kind: '文件', title: '甲.xlsx', byWhom: '张三' }).id };
}

function figures(workspace: Workspace): readonly ColumnFigure[] {
  const members = workspace.regions.all().filter(({ level }) => level === '校');
  return members.map(({ id }, at): ColumnFigure => {
    const figure = { regionId: id, cellReference: `B${at + 2}` };
    if (at % 7 === 0) return { ...figure, cell: { kind: 'missing', reason: '无此项' }, asOf: null };
    const cell = { kind: 'value', decimal: String(at % 4) } as const;
    return at % 4 === 1 ? { ...figure, cell } : { ...figure, cell, asOf: '2021-09-01' };
  });
}

function contents({ path }: Workspace): unknown {
  const db = new SqliteDatabase(path, { readonly: true });
  const tables = ['observation', 'revision', 'period'].map((table) => db.prepare(`SELECT * FROM ${table}`).all());
  db.close();
  return tables;
}

test('a column that is written at once leaves what writing its figures one by one leaves', () => {
  const [one, other] = [begun(), begun()];
  let written = 0;
  for (const figure of figures(one.workspace)) {
    const change = { indicatorId: one.children.id, period, sourceId: one.sourceId, byWhom: '张三', ...figure };
    if (expectValue(one.workspace.observations.put(change)) !== 'same') written += 1;
  }
  const column = { indicatorId: other.children.id, period, sourceId: other.sourceId, byWhom: '张三' };
  const backwards = figures(other.workspace).toReversed();
  expect(expectValue(other.workspace.observations.putColumn({ ...column, figures: backwards }))).toBe(written);
  expect(written).toBeGreaterThan(20);
  expect(contents(other.workspace)).toEqual(contents(one.workspace));
  expect(expectValue(other.workspace.observations.putColumn({ ...column, figures: backwards }))).toBe(0);
  expect(contents(other.workspace)).toEqual(contents(one.workspace));
});

test('a view sees the new figures of a column that it had read before', () => {
  const { workspace, children, sourceId } = begun();
  const [figure] = figures(workspace).slice(1);
  if (!figure) throw new Error('no figure');
  const cell = { kind: 'value', decimal: '777' } as const;
  workspace.observations.column(children.id, period.label);
  const column = { indicatorId: children.id, period, sourceId, byWhom: '张三', figures: [{ ...figure, cell }] };
  expectValue(workspace.observations.putColumn(column));
  expect(workspace.observations.column(children.id, period.label).get(figure.regionId)?.cell).toEqual(cell);
});

test('a column with one figure that cannot be kept, or of a closed period, is not written at all', () => {
  const { workspace, children, sourceId } = begun();
  const column = { indicatorId: children.id, period, sourceId, byWhom: '张三' };
  const all = figures(workspace);
  const cell = { kind: 'value', decimal: '1.5' } as const;
  const before = contents(workspace);
  const precise = [...all, { regionId: workspace.regions.all()[0]?.id ?? 0, cell, cellReference: 'B99' }];
  const refused = workspace.observations.putColumn({ ...column, figures: precise });
  expect(expectFailure(refused).code).toBe('value-too-precise');
  workspace.periodBook.lock(period, '张三');
  const closed = workspace.observations.putColumn({ ...column, figures: all });
  expect(expectFailure(closed)).toEqual({ code: 'period-locked', period: period.label });
  expect(contents(workspace)).toEqual(before);
});
