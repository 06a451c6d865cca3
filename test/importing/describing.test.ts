import { strToU8 } from 'fflate';
import { expect, test } from 'vitest';
import { importJson } from '../../electron/cli/import/import-json.ts';
import { summarize, whyBlocked } from '../../electron/cli/import/tell-import.ts';
import { countCells } from '../../electron/core/importing/count-cells.ts';
import { describeQuestion } from '../../electron/core/importing/describe-question.ts';
import { emptyMapping, type ImportQuestion } from '../../electron/core/importing/mapping.ts';
import { stageFile } from '../../electron/core/importing/stage-file.ts';
import { expectValue, newBureau } from '../database/fixture.ts';

function stage(text: string) {
  const { workspace, city } = newBureau();
  const request = { period: null, home: city, mapping: emptyMapping };
  return expectValue(stageFile(workspace, { fileName: '表.csv', bytes: strToU8(text) }, request));
}

const proposal = { kind: 'new-indicator', decimals: 0, timing: '时点', group: '', name: '抽查学校数' } as const;
const question = { kind: 'indicator', id: 'indicator:抽查', text: '抽查', suggestions: [] } as const;

test('an indicator of unknown unit is no answer by itself: the person says the unit', () => {
  const known: ImportQuestion = { ...question, proposal: { ...proposal, unit: '所' } };
  expect(describeQuestion(known).choices[0]).toMatchObject({ label: '新增指标“抽查学校数”（所）' });
  const unknown: ImportQuestion = { ...question, proposal: { ...proposal, unit: '' } };
  const described = describeQuestion(unknown);
  expect(described.choices.map(({ answer }) => answer.kind)).toEqual(['leave-out']);
  expect(described.proposal).toEqual({ ...proposal, unit: '' });
});

test('every cell that a question holds up is counted, and once, by page and command line alike', () => {
  // 示例（虚构）: an unknown region, an unknown indicator, and a total that is not the sum of its rows.
  const staged = stage(
    '2021年\n区县,随迁子女人数,抽查情况\n吴兴区,1,3\n南浔区,2,4\n德清县,3,5\n度假区,4,6\n湖州市,99,9\n',
  );
  const asked = countCells(staged.staged.cells).get('asked') ?? 0;
  const held = staged.staged.cells.filter((cell) => cell.question !== null);
  expect(asked).toBe(held.length);
  expect(new Set(held.map(({ status }) => status))).toContain('unknown-indicator');
  expect(new Set(held.map(({ status }) => status))).toContain('unknown-region');
  expect(summarize(staged, true)).toContain(`等待回答 ${asked} 格`);
  expect(importJson([staged]).waiting).toBe(asked);
});

test('a table is called by its cells, never by an inner id', () => {
  const staged = stage('区县,随迁子女人数\n吴兴区,1\n南浔区,2\n');
  const lines = whyBlocked([staged]).join('\n');
  expect(lines).toContain('“A1:B3”这张表没有写明是哪一年');
  expect(importJson([staged]).questions[0]?.detail).not.toContain('#');
});
