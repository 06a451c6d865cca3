import { createHash } from 'node:crypto';
import type { RecognisedTable } from '../recognised-table.ts';
import type { UsedColumn } from './column-uses.ts';

const years = /\d{4}(?:[-—–~～]\d{4})?(?:学年度?|年度?)?|\d+(?=[年月日])/g;

/** Equal for tables of the same headings and axes: years, days and the names of regions do not count. */
export function fingerprintOf(
  uses: readonly UsedColumn[],
  { axes, rows }: Pick<RecognisedTable, 'axes' | 'rows'>,
): string {
  const columns = uses.map(({ use, path, parts }) => {
    const texts = path.filter((text) => text !== parts.region?.text).map((text) => text.replaceAll(years, '#'));
    return `${use}:${texts.join('/')}`;
  });
  // A further year or county beside the others is the same form still.
  const distinct = columns.filter((column, at) => column !== columns[at - 1]);
  // Where the rows name the indicators they are headings as well.
  const labels =
    axes.indicator === 'rows' ? new Set(rows.map(({ path }) => path.join('/').replaceAll(years, '#'))) : [];
  return createHash('sha256')
    .update(JSON.stringify([axes, distinct, ...labels]))
    .digest('hex')
    .slice(0, 16);
}
