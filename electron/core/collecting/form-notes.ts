import type { Indicator } from '../../../shared/figures/catalogue.ts';
import type { ExcelRule } from './excel-rule.ts';
import type { Form, FormField } from './form.ts';

const fieldLabels = ['填表人：', '审核人：', '联系电话：'] as const;

interface NoteGround {
  readonly indicators: readonly Indicator[];
  readonly rules: readonly ExcelRule[];
  /** Columns of the table. */
  readonly width: number;
}

/** What stands below the table: who filled it in, then what each figure means and what must hold. */
export function formNotes(first: number, ground: NoteGround): Pick<Form, 'fields' | 'notes'> {
  const fields = placeFields(first, ground.width);
  const below = Math.max(...fields.map(({ row }) => row)) + 2;
  const lines = [
    '填表说明',
    '1. 只填白色的格子；灰色的格子是上年数或自动算出的数，不用填。',
    '2. 没有这一项的填“—”；暂时没有数的空着；确实是零的填 0。',
    '3. 百分数填数字本身，85.6% 填 85.6。',
    '4. 格子变红表示数字之间对不上，最右边的“校验”列写明哪里对不上。',
    '指标解释',
    ...ground.indicators.map(explain),
    ...(ground.rules.length > 0 ? ['校验关系'] : []),
    ...ground.rules.map(({ text }, index) => `${index + 1}. ${text}`),
  ];
  return { fields, notes: lines.map((text, index) => ({ row: below + index, text })) };
}

/** Side by side where the table is wide enough, else one below the other. */
function placeFields(first: number, width: number): readonly FormField[] {
  const inOneRow = width >= fieldLabels.length * 2;
  return fieldLabels.map((label, index) => ({
    label,
    row: inOneRow ? first : first + index,
    column: inOneRow ? index * 2 + 1 : 1,
  }));
}

function explain({ name, unit, definition, formula }: Indicator, index: number): string {
  const measure = unit === '' ? '' : `（${unit}）`;
  const computed = formula === null ? '' : '自动算出。';
  return `${index + 1}. ${name}${measure}：${computed}${definition}`;
}
