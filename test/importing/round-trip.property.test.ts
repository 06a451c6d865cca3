import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ImportAnswer } from '../../electron/core/importing/mapping.ts';
import { undoImport } from '../../electron/core/services/undo-import.ts';
import { makePeriod } from '../../shared/figures/period.ts';
import { expectValue, newBureau, newWorkspace } from '../database/fixture.ts';
import { propertyRuns } from '../support/property-runs.ts';
import { takeAsItStands } from './take-as-it-stands.ts';
import { commit, plan, statuses } from './whole-way.ts';

const figure = fc.oneof(
  fc.nat({ max: 99_999 }).map(String),
  fc.nat({ max: 9_999_999 }).map((value) => `"${value.toLocaleString('en')}"`),
  fc.constantFrom('', '—', '…', '约8', '5人', '1.5'),
);
const share = fc.oneof(
  fc.nat({ max: 10_000 }).map((value) => `${value / 100}%`),
  fc.nat({ max: 100 }).map(String),
  fc.constantFrom('', '0.856', '—'),
);
const tables = fc.record({
  figures: fc.array(fc.tuple(figure, share, figure), { minLength: 5, maxLength: 5 }),
  unit: fc.constantFrom('万元', '元', '亿元'),
});

test('what was imported is the same in the next file of that kind, and gone once it is undone', () => {
  const bureau = newBureau();
  let year = 2000;
  fc.assert(
    fc.property(tables, ({ figures, unit }) => {
      // A year of its own stands for a file of its own.
      year = 2000 + ((year + 1) % 90);
      const period = makePeriod('自然年', year);
      const body = ['湖州市', '吴兴区', '南浔区', '德清县', '开发区'].map((name, at) =>
        [name, ...(figures[at] ?? [])].join(','),
      );
      const content = `地区,随迁子女人数（人）,公办就读比例,资助金额（${unit}）\n${body.join('\n')}\n`;
      const asked = plan(bureau, content, period);
      if (!asked.ok) return;
      const said = Object.fromEntries(asked.value.questions.map((each) => [each.id, takeAsItStands(each)]));
      const planned = expectValue(plan(bureau, content, period, said));
      const writes = planned.cells.filter(({ write }) => write !== null).map(({ cell }) => cell);
      const { sourceId } = commit(bureau, planned);
      const again = expectValue(plan(bureau, content, period, said));
      expect(again.cells.filter(({ cell }) => writes.includes(cell)).map(({ status }) => status)).toEqual(
        writes.map(() => 'same'),
      );
      expect(again.cells.every(({ write }) => write === null)).toBe(true);
      if (sourceId === null) return;
      const undone = expectValue(undoImport(bureau.workspace, { sourceId, byWhom: '张三' }));
      expect(undone).toMatchObject({ restored: writes.length, kept: [] });
      for (const { id } of bureau.workspace.indicators.all()) {
        expect(bureau.workspace.observations.column(id, period.label).size).toBe(0);
      }
    }),
    { ...propertyRuns, numRuns: Math.min(propertyRuns.numRuns, 2_000) / 20 },
  );
});

const folder = `${process.env.HUIGAO_SHARED ?? fileURLToPath(new URL('../../../shared', import.meta.url))}/samples/spreadsheets`;
const samples = [
  '随迁子女情况统计表-三级表头.xlsx',
  'nbs-人口年龄结构.csv',
  'nbs2024-分省年度数据.csv',
  'csv-utf8-bom.csv',
];

// The samples stand outside the project: without them these cases are left out.
describe.skipIf(!existsSync(folder))('a real form, answered as it stands', () => {
  test.each(samples)('%s is the same the second time', (name) => {
    const bureau = newBureau(newWorkspace());
    const content = readFileSync(`${folder}/${name}`);
    const asked = expectValue(plan(bureau, content, null));
    let said: Record<string, ImportAnswer> = {};
    let planned = asked;
    // An answer may bring up the next question.
    for (let round = 0; round < 5 && planned.questions.some(({ id }) => !(id in said)); round += 1) {
      said = { ...said, ...Object.fromEntries(planned.questions.map((each) => [each.id, takeAsItStands(each)])) };
      planned = expectValue(plan(bureau, content, null, said));
    }
    const { written } = commit(bureau, planned);
    const again = expectValue(plan(bureau, content, null, said));
    expect(again.cells.every(({ write }) => write === null)).toBe(true);
    expect(statuses(again).filter((status) => status === 'same').length).toBeGreaterThanOrEqual(written);
  });
});
