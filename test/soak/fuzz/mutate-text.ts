import type { Random } from './random.ts';

/** What clerks and other programs put where a number or name stood. */
export const oddCells = [
  '',
  '—',
  '…',
  '约8',
  '5人',
  '1.2万',
  '12,800',
  '１２３',
  '0.856',
  '85.6%',
  '-3',
  '(12)',
  '1e5',
  '1E400',
  '080605',
  '2021',
  '99999999999999999999',
  '0.1234567890123456',
  '随迁子女人数',
  '资助金额',
  '公办就读比例',
  '湖州市',
  '吴兴区',
  '合计',
  '其中：女',
  '小计',
  '备注',
  '单位：元',
  '2020年',
  '2021年',
  '某某区',
  '#REF!',
  '=SUM(B5:B7)',
  '\u0000',
  '\u200b12',
  '1 234',
  '12.',
  '.5',
  '五',
  '注：见表',
  '２０２２年１２月３１日',
  '是',
] as const;

/** Quotes, delimiters, rows, columns and cells of a text file put in disorder. */
export function mutateText(text: string, random: Random): string {
  const lines = text.split(/(?<=\n)/);
  const at = random.below(lines.length);
  const line = lines[at] ?? '';
  const delimiter = text.includes('\t') ? '\t' : ',';
  switch (random.below(11)) {
    case 0:
      return lines.toSpliced(at, 1).join('');
    case 1:
      return lines.toSpliced(at, 0, random.pick(lines)).join('');
    case 2:
      return lines.with(at, random.pick(lines)).join('');
    case 3: {
      const place = random.below(text.length + 1);
      return (
        text.slice(0, place) +
        random.pick(['"', '""', delimiter, ';', '\t', '\n', '\r', '\ufeff', '\ufffd']) +
        text.slice(place)
      );
    }
    case 4:
      return text.replaceAll(delimiter, random.pick([';', '\t', ',', '|', '、', ' ']));
    case 5:
      return column(lines, delimiter, (cells, place) => cells.toSpliced(place, 1), random);
    case 6:
      return column(lines, delimiter, (cells, place) => cells.toSpliced(place, 0, cells[place] ?? ''), random);
    case 7:
      return text.slice(0, random.below(text.length + 1));
    default: {
      const cells = line.split(delimiter);
      return lines.with(at, cells.with(random.below(cells.length), random.pick(oddCells)).join(delimiter)).join('');
    }
  }
}

type Change = (cells: readonly string[], at: number) => readonly string[];

function column(lines: readonly string[], delimiter: string, change: Change, random: Random): string {
  const at = random.below(4);
  return lines.map((line) => change(line.split(delimiter), at).join(delimiter)).join('');
}
