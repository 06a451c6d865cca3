import { expect, test } from 'vitest';
import { endRegion } from '../../../electron/core/services/catalogue/end-region.ts';
import { saveRegion } from '../../../electron/core/services/catalogue/save-region.ts';
import { readDay } from '../../../shared/reading/read-day.ts';
import { describeFailure } from '../../../shared/text/failures/index.ts';
import { expectFailure, expectValue, newBureau } from '../../database/fixture.ts';

test.each([
  '2026-05-01',
  '2026-5-1',
  '2026.5.1',
  '2026/5/1',
  '２０２６．５．１',
  '20260501',
  '2026年5月1日',
  '2026 年 5 月 1 号',
  '2026年5月',
  '2026.5',
])('%s is the first of May', (typed) => {
  expect(readDay(typed)).toBe('2026-05-01');
});

test.each(['', '5月1日', '2026', '2026年', '2026-02-30', '2026.13.1', '2026-5/1', '26.5.1', '昨天'])(
  '%s is no day',
  (typed) => {
    expect(readDay(typed)).toBeNull();
  },
);

test('a region is founded and ended on days as a clerk types them', () => {
  const { workspace, city } = newBureau();
  const fields = {
    name: '新区',
    code: null,
    aliases: [],
    level: '县',
    parentId: city.id,
    kind: '',
    inTotal: true,
  } as const;
  const request = { ...fields, id: null, sort: null, validFrom: '2020年3月', validTo: null };
  const region = expectValue(saveRegion(workspace, request, []));
  expect(region.validFrom).toBe('2020-03-01');
  const end = { id: region.id, intoId: null, note: '', byWhom: '张三' };
  const refused = describeFailure(expectFailure(endRegion(workspace, { ...end, on: '明年' })));
  expect(refused).toContain('“明年”不是一个日期');
  expect(describeFailure(expectFailure(endRegion(workspace, { ...end, on: '2020.3.1' })))).toContain('不晚于设立日期');
  expect(expectValue(endRegion(workspace, { ...end, on: '2021.5.1' })).validTo).toBe('2021-04-30');
  expect(workspace.regions.changes()).toMatchObject([{ onDate: '2021-05-01' }]);
});
