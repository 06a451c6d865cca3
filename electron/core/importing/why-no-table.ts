import type { Grid, GridCell } from './grid.ts';
import type { ImportContext } from './import-context.ts';
import { nameText } from './recognising/cell-sense.ts';
import { namesOf } from './recognising/names.ts';

/** Further down and right no header is looked for. */
const mostRows = 200;
const mostCells = 20_000;

/** Why no table was found in a file: what of one it does hold is said, so that nobody looks for what is there. */
export function whyNoTable({ sheets }: Grid, context: ImportContext): string {
  const { indicators, regions } = namesOf(context);
  const cells = sheets.flatMap(({ rows }) => rows.slice(0, mostRows).flat()).slice(0, mostCells);
  const first = (isNamed: (text: string) => boolean) =>
    cells.flatMap((cell) => textOf(cell)).find((text) => text !== '' && isNamed(text));
  const indicator = first((text) => indicators.has(text));
  const region = first((text) => regions.find(text) !== null);
  if (indicator === undefined && region === undefined) return '没有一行表头写着已有的指标名称，也没有一列是地区';
  if (indicator === undefined) return `有“${region}”这样的地区名称，但没有一行表头写着已有的指标名称`;
  const also = region === undefined ? '' : `，也有“${region}”这样的地区名称`;
  return `有“${indicator}”这样的指标名称${also}，但看不出哪几行是表头、哪几格是数；请把表头放在数的正上方，中间不要隔着别的文字，把地区写在数的左边，并给地区一列也写上标题`;
}

function textOf(cell: GridCell): readonly string[] {
  return cell.kind === 'text' ? [nameText(cell)] : [];
}
