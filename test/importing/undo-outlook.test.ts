import { expect, test } from 'vitest';
import { describeUndo } from '../../electron/core/services/describe-undo.ts';
import { expectFailure, expectValue, newBureau } from '../database/fixture.ts';
import { commit, plan, year2021 } from './whole-way.ts';

test('before an import is taken back it is said what goes and what it added that stays', () => {
  const bureau = newBureau();
  const indicator = {
    kind: 'new-indicator',
    name: '抽查学校数',
    unit: '所',
    decimals: 0,
    timing: '时点',
    group: '',
  } as const;
  const region = { kind: 'new-region', name: '度假区', level: '县', parent: '湖州市', inTotal: true } as const;
  const text = '区县,随迁子女人数,抽查情况\n吴兴区,1,3\n度假区,4,6\n';
  const planned = expectValue(
    plan(bureau, text, year2021, { 'indicator:抽查情况': indicator, 'region:度假区': region }),
  );
  const { sourceId } = commit(bureau, planned);
  expect(expectValue(describeUndo(bureau.workspace, sourceId ?? 0))).toEqual({
    cells: 4,
    regions: ['度假区'],
    indicators: ['抽查学校数'],
    isRemembered: true,
    ownRules: 0,
  });
  expect(expectFailure(describeUndo(bureau.workspace, 999)).code).toBe('import-unknown');
});
