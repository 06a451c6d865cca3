import { describe, expect, test } from 'vitest';
import { readTabbedText, writeHtmlTable, writeTabbedText } from '../../../renderer/src/grid/clipboard-table.ts';
import type { GridColumn, GridRow } from '../../../renderer/src/grid/grid-model.ts';
import { matchHeaders } from '../../../renderer/src/grid/match-headers.ts';
import { planPaste } from '../../../renderer/src/grid/plan-paste.ts';

describe('text as Excel copies it', () => {
  test.each([
    [
      '1\t2\r\n3\t4\r\n',
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    [
      '1\t2\n3\t4',
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    ['"两\n行"\t5\r\n', [['两\n行', '5']]],
    ['"他说""好"""\t"1,200"\r\n', [['他说"好"', '1,200']]],
    ['１２，４００\t80.76%\t\t—\t/\r\n', [['１２，４００', '80.76%', '', '—', '/']]],
    [
      '1\t2\r\n3\r\n',
      [
        ['1', '2'],
        ['3', ''],
      ],
    ],
    ['1\r\n\r\n2\r\n', [['1'], [''], ['2']]],
    ['2"管\t1', [['2"管', '1']]],
    ['7', [['7']]],
    ['', [['']]],
  ])('%j', (text, cells) => {
    expect(readTabbedText(text).cells).toEqual(cells);
  });

  test('what was written reads back', () => {
    const rows = [
      ['a"b', 'c\nd', ''],
      ['1,200', '\t', '—'],
    ];
    expect(readTabbedText(writeTabbedText(rows)).cells).toEqual(rows);
  });

  test('a table for Word shows signs of HTML as signs', () => {
    expect(writeHtmlTable([['<b>', 'a\nb']])).toBe('<table><tr><td>&lt;b&gt;</td><td>a<br>b</td></tr></table>');
  });
});

describe('where a block goes', () => {
  const size = { rows: 4, columns: 3 };
  const one = { top: 1, bottom: 1, left: 1, right: 1 };

  test('one value fills the range', () => {
    const plan = planPaste([['5']], { top: 0, bottom: 1, left: 0, right: 1 }, size);
    expect(plan.texts.map(({ text }) => text)).toEqual(['5', '5', '5', '5']);
  });

  test('a row is repeated over a range of its width', () => {
    const plan = planPaste([['5', '6']], { top: 0, bottom: 2, left: 0, right: 1 }, size);
    expect(plan.texts.map(({ text }) => text)).toEqual(['5', '6', '5', '6', '5', '6']);
  });

  test('what does not fit is counted and kept', () => {
    const plan = planPaste(
      [
        ['1', '2', '3'],
        ['4', '5', '6'],
        ['7', '8', '9'],
        ['10', '11', '12'],
      ],
      one,
      size,
    );
    expect(plan.texts.map(({ text }) => text)).toEqual(['1', '2', '4', '5', '7', '8']);
    expect(plan.beyond).toEqual({ rows: [['10', '11', '12']], columns: 1 });
  });
});

const column = (id: string, ...path: string[]): GridColumn => ({ id, path, unit: '人', kind: 'entry', width: 96 });
const row = (label: string): GridRow => ({ id: label, label, indent: 0, kind: 'entry' });
const target = {
  rows: ['吴兴区', '南浔区', '德清县'].map(row),
  columns: [column('a', '在校生', '小学'), column('b', '在校生', '初中'), column('c', '公办', '小学')],
  row: 0,
  column: 0,
};

describe('a block with names in it', () => {
  const match = (text: string) => matchHeaders(readTabbedText(text), target);

  test('goes by name, not by position', () => {
    const matched = match('区县\t初中（人）\r\n德 清 县\t3\r\n吴兴区\t1\r\n');
    expect(matched?.texts).toEqual([
      { place: { row: 2, column: 1 }, text: '3' },
      { place: { row: 0, column: 1 }, text: '1' },
    ]);
  });

  test('names what it cannot place: a heading two columns share, an unknown row, a row named twice', () => {
    const columns = [...target.columns, column('d', '公办', '高中')];
    const table = readTabbedText('区县\t小学\t初中\t高中\r\n吴兴区\t1\t2\r\n长兴县\t3\t4\r\n吴兴区\t5\t6\r\n');
    const matched = matchHeaders(table, { ...target, columns });
    expect(matched?.columns.map(({ name, at }) => [name, at])).toEqual([
      ['小学', null],
      ['初中', 1],
      ['高中', 3],
    ]);
    expect(matched?.rows.map(({ name, at }) => [name, at])).toEqual([
      ['吴兴区', 0],
      ['长兴县', null],
      ['吴兴区', null],
    ]);
    expect(matched?.texts.map(({ text }) => text)).toEqual(['2', '']);
  });

  test('a heading that several columns bear means the one among those of the headings beside it', () => {
    const matched = match('区县\t初中\t小学\r\n吴兴区\t1\t2\r\n');
    expect(matched?.columns.map(({ at, byNeighbours }) => [at, byNeighbours])).toEqual([
      [1, false],
      [0, true],
    ]);
  });

  const named = {
    rows: [
      { ...row('东河县'), names: ['东河县', '老东河'] },
      { ...row('南浦县'), names: ['南浦县'] },
      { ...row('青石市合计'), names: ['青石市'] },
    ],
    columns: [
      { ...column('a', '学生数', '计'), names: ['学生数', '学生总数'] },
      { ...column('b', '学生数', '其中', '公办'), names: ['公办学生数'] },
      { ...column('c', '教师数', '计'), names: ['教师数', '教师总数'] },
      { ...column('d', '教师数', '其中', '公办'), names: ['公办教师数'] },
    ],
    row: 0,
    column: 0,
  };
  const columnsOf = (text: string) => matchHeaders(readTabbedText(text), named)?.columns.map(({ at }) => at);

  test('columns answer to the indicators’ own names and aliases, and to the heading of a whole', () => {
    expect(columnsOf('区县\t公办学生数\t学生数\t教师总数\r\n东河县\t1\t2\t3\r\n')).toEqual([1, 0, 2]);
    expect(columnsOf('区县\t合计\t公办学生数\r\n东河县\t1\t2\r\n')).toEqual([0, 1]);
    // Two wholes, and nothing beside that tells them apart.
    expect(columnsOf('区县\t计\t公办学生数\t教师数\r\n东河县\t1\t2\t3\r\n')).toEqual([null, 1, 2]);
  });

  test('a heading above tells the wholes apart, also by an alias; a title above tells nothing', () => {
    const block = (outer: string) => `区县\t${outer}\t${outer}\r\n区县\t小计\t公办\r\n东河县\t1\t2\r\n`;
    expect(columnsOf(block('教师总数'))).toEqual([2, 3]);
    expect(columnsOf(block('各校情况'))).toEqual([null, null]);
  });

  test('rows answer to names, aliases and short forms', () => {
    const rows = matchHeaders(
      readTabbedText('区县\t学生数\r\n东河\t1\r\n南浦区\t2\r\n老东河\t3\r\n青石\t4\r\n北山\t5\r\n'),
      named,
    )?.rows;
    expect(rows?.map(({ at }) => at)).toEqual([0, 1, null, 2, null]);
  });

  test('headings of two levels tell the two 小学 apart', () => {
    const table = {
      cells: [
        ['区县', '公办', '在校生'],
        ['', '小学', '小学'],
        ['南浔区', '7', '8'],
      ],
      spread: [
        ['区县', '公办', '在校生'],
        ['区县', '小学', '小学'],
        ['南浔区', '7', '8'],
      ],
    };
    expect(matchHeaders(table, target)?.texts).toEqual([
      { place: { row: 1, column: 2 }, text: '7' },
      { place: { row: 1, column: 0 }, text: '8' },
    ]);
  });

  test('figures alone have no names, nor have signs of absence', () => {
    expect(match('1\t2\r\n—\t4\r\n')).toBeNull();
    expect(match('未报\t2\r\n')).toBeNull();
  });
});
