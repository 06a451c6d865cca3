import { expect, test } from 'vitest';
import { newBureau } from '../../database/fixture.ts';
import { rowsOf, stage } from './fixture.ts';

test('a total whose parts come to less than nought is compared as any other', () => {
  const { workspace } = newBureau();
  const { totals } = stage(workspace, {
    rows: rowsOf('地区,随迁子女人数\n吴兴区,-1200\n南浔区,15\n德清县,\n合计,-1185'),
  });
  expect(totals.map(({ sum }) => sum)).not.toContain('--1185');
});
