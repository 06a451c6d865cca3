import { expect, test } from 'vitest';
import { openReportData } from '../../../electron/core/services/report-data.ts';
import { shippedRules } from '../../../electron/core/services/shipped-rules.ts';
import { makePeriod } from '../../../shared/figures/period.ts';
import { checkRules } from '../../../shared/figures/rules/check-rules.ts';
import { effectiveRules } from '../../../shared/figures/rules/rule.ts';
import { countyNames, newOffice } from './fixture.ts';

test('findings beyond those asked for are counted and not explained', () => {
  const office = newOffice();
  for (const name of countyNames) office.type(['随迁子女人数', name, '300'], ['公办就读人数', name, '450']);
  const period = makePeriod('自然年', 2024);
  const rules = effectiveRules(shippedRules(), []);
  const check = (most?: number) =>
    checkRules({
      ...openReportData(office.workspace),
      rules,
      periods: [period],
      region: null,
      period,
      ...(most === undefined ? {} : { most }),
    });
  const all = check();
  expect(all.findings.length).toBeGreaterThan(2);
  const few = check(2);
  expect([few.findings.length, few.untold]).toEqual([2, all.findings.length - 2]);
  expect([few.checked, few.skipped]).toEqual([all.checked, all.skipped]);
});
