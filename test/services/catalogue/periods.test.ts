import { expect, test } from 'vitest';
import {
  dropPeriod,
  listPeriods,
  lockPeriod,
  openPeriod,
  unlockPeriod,
} from '../../../electron/core/services/catalogue/periods.ts';
import { makePeriod } from '../../../shared/figures/period.ts';
import { describeFailure } from '../../../shared/text/failures/index.ts';
import { type Bureau, expectFailure, expectValue, newBureau, reopen } from '../../database/fixture.ts';

function put({ workspace, city, children }: Bureau, year: number, decimal = '5') {
  return workspace.observations.put({
    indicatorId: children.id,
    regionId: city.id,
    period: makePeriod('自然年', year),
    cell: { kind: 'value', decimal },
    sourceId: null,
    byWhom: '张三',
  });
}

test('the next period is opened with the tables of the last one, and shows what the year before held', () => {
  const bureau = newBureau();
  const { workspace, children } = bureau;
  workspace.indicators.update({ ...children, group: '随迁子女' });
  expectValue(put(bureau, 2023));
  expect(expectValue(openPeriod(workspace, { label: null, byWhom: '张三' })).label).toBe('2024年');
  const [opened, last] = listPeriods(reopen(workspace));
  expect(opened).toMatchObject({
    period: { label: '2024年' },
    observations: 0,
    isLocked: false,
    plan: { groups: ['随迁子女'], byWhom: '张三' },
    tables: [{ group: '随迁子女', filled: 0, lastYear: 1 }],
  });
  expect(last).toMatchObject({ period: { label: '2023年' }, observations: 1, plan: null });
});

test('an opened period is taken off the list again, one with data is not', () => {
  const bureau = newBureau();
  const { workspace } = bureau;
  expect(expectFailure(openPeriod(workspace, { label: null, byWhom: '' })).code).toBe('period-none-before');
  expectValue(openPeriod(workspace, { label: '2023学年', byWhom: '' }));
  expect(expectFailure(openPeriod(workspace, { label: '2023—2024学年', byWhom: '' })).code).toBe(
    'period-opened-already',
  );
  expectValue(dropPeriod(workspace, '2023—2024学年'));
  expect(listPeriods(workspace)).toEqual([]);
  expectValue(put(bureau, 2023));
  expect(expectFailure(dropPeriod(workspace, '2023年')).code).toBe('period-has-data');
});

test('定稿 refuses every write until it is withdrawn with a reason, which is kept', () => {
  const bureau = newBureau();
  const { workspace } = bureau;
  expect(expectFailure(lockPeriod(workspace, '2023年', '张三')).code).toBe('period-lock-empty');
  expectValue(put(bureau, 2023));
  expectValue(lockPeriod(workspace, '2023年', '张三'));
  expect(expectFailure(lockPeriod(workspace, '2023年', '张三')).code).toBe('period-locked-already');
  expect(expectFailure(put(bureau, 2023, '6')).code).toBe('period-locked');
  expectValue(put(bureau, 2022));
  const failure = expectFailure(unlockPeriod(workspace, '2023年', { reason: ' ', byWhom: '李四' }));
  expect(describeFailure(failure)).toBe('请写明取消定稿的原因，它会记在这一期的记录里。');
  expectValue(unlockPeriod(workspace, '2023年', { reason: '县里更正', byWhom: '李四' }));
  expectValue(put(bureau, 2023, '6'));
  expect(expectFailure(unlockPeriod(workspace, '2023年', { reason: '再次', byWhom: '' })).code).toBe(
    'period-not-locked',
  );
  expect(listPeriods(workspace)[0]).toMatchObject({
    isLocked: false,
    events: [
      { kind: '定稿', byWhom: '张三', reason: '' },
      { kind: '取消定稿', byWhom: '李四', reason: '县里更正' },
    ],
  });
});
