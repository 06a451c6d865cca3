import type {
  CellContent,
  GridCell,
  GridColumn,
  GridEdit,
  GridModel,
  SettledCell,
} from '../../../renderer/src/grid/grid-model.ts';
import { readNumber } from '../../../shared/reading/read-number.ts';

/** 示例（虚构）: a small table and an owner that records what is a number below a million and refuses the rest. */

function column(id: string, path: readonly string[], options: Partial<GridColumn> = {}): GridColumn {
  return { id, path, unit: '人', kind: 'entry', width: 96, ...options };
}

const columns: readonly GridColumn[] = [
  column('a', ['随迁子女在校生', '小学']),
  column('b', ['随迁子女在校生', '初中']),
  column('ab', ['随迁子女在校生', '合计'], { kind: 'computed' }),
  column('c', ['公办学校就读', '小学']),
  column('d', ['公办学校就读', '初中']),
  column('e', ['公办学校就读', '去年'], { kind: 'last-year' }),
  column('f', ['就读比例'], { unit: '%' }),
  column('g', ['中考报名']),
];

const names = ['东山区', '西湖县', '南川县', '北岭县', '云溪县'];
const figures: readonly (readonly string[])[] = [
  ['14606', '6874', '21480', '11419', '5883', '16696', '80.55', '1420'],
  ['12400', '5836', '18236', '9247', '4764', '13521', '76.83', '1180'],
  ['10269', '4833', '15102', '8224', '4236', '12024', '82.51', '905'],
  ['9434', '4440', '13874', '7459', '3843', '8024', '81.46', ''],
  ['8101', '3812', '11913', '6615', '3407', '9671', '84.13', ''],
];

export function cellOf(content: CellContent, change: Partial<GridCell> = {}): GridCell {
  return { content, mark: null, note: null, readOnly: null, ...change };
}

export function valueOf(decimal: string, unit = '人'): CellContent {
  const text = decimal.replaceAll(/\B(?=(\d{3})+(?!\d))/g, ',');
  return { kind: 'value', decimal, text: unit === '%' ? `${decimal}%` : text };
}

function cellFor(figure: string, row: number, at: number): GridCell {
  if (figure === '') return cellOf({ kind: 'blank' }, { mark: 'missing', note: '还没有填，报告里要用到。' });
  const isOdd = row === 3 && at === 4;
  const mark = isOdd ? ({ mark: 'suspicious', note: '比去年多 41%，请核对。' } as const) : {};
  return cellOf(valueOf(figure, columns[at]?.unit), mark);
}

export function smallModel(): GridModel {
  const totals = columns.map(() => cellOf(valueOf('80605'), { readOnly: '合计由各区县相加得出，不用填。' }));
  return {
    corner: '区县',
    columns,
    rows: [
      ...names.map((label) => ({ id: label, label, indent: 0, kind: 'entry' as const })),
      { id: '全市', label: '全市合计', indent: 0, kind: 'total' as const },
    ],
    cells: [...figures.map((row, at) => row.map((figure, index) => cellFor(figure, at, index))), totals],
  };
}

export function settle({ patches }: GridEdit, model: GridModel): readonly SettledCell[] {
  return patches.map(({ rowId, columnId, entry }) => {
    const unit = model.columns.find(({ id }) => id === columnId)?.unit ?? '';
    const settled = (cell: GridCell, refusal: string | null = null) => ({ rowId, columnId, cell, refusal });
    if (entry.kind === 'gap') return settled(cellOf({ kind: 'gap', reason: entry.reason }));
    const read = readNumber(entry.kind === 'text' ? entry.text : '');
    if (read.kind === 'missing') return settled(cellOf({ kind: 'gap', reason: read.reason }));
    if (read.kind === 'blank') return settled(cellOf({ kind: 'blank' }, { mark: 'missing' }));
    if (read.kind === 'other') return settled(cellOf({ kind: 'blank' }), '这里要填数字。');
    if (Number(read.decimal) >= 1_000_000) return settled(cellOf({ kind: 'blank' }), '超过一百万，请核对。');
    return settled(cellOf(valueOf(read.decimal, unit)));
  });
}
