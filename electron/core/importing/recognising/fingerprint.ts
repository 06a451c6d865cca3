import { createHash } from 'node:crypto';
import type { Region } from '../../../../shared/figures/catalogue.ts';
import type { RecognisedTable } from '../recognised-table.ts';
import type { UsedColumn } from './column-uses.ts';

const years = /\d{4}(?:[-—–~～]\d{4})?(?:学年度?|年度?)?|\d+(?=[年月日])/g;

/** Parts of a title that are another in every file: who filled it in and when. */
const filledIn =
  /(?:填报|填表|制表|报送|上报|审核|统计|单位?负责|联系)(?:人|单位|时间|日期|机关|部门|电话|方式)?\s*[：:].*|(?:电话|日期|时间|编号|表号|文号)\s*[：:].*/u;

/** What a title says of the form itself: no years, no numbers, no places, nothing of who filled it in. */
function formTitle(title: string, regions: readonly string[]): string {
  const form = title
    .split(/\s{2,}|[\u3000\t\n]/)
    .map((part) => part.replace(filledIn, ''))
    .join('')
    .replaceAll(years, '#')
    .replaceAll(/\d+/g, '#')
    .replaceAll(/[\s#]+/g, '');
  return regions.reduce((text, region) => text.replaceAll(region, ''), form);
}

/** Names of regions, the longest first, so that none is cut out of another. */
function namesOf(regions: readonly Region[]): readonly string[] {
  const names = regions.flatMap(({ name, aliases }) => [name, ...aliases]);
  return [...new Set(names)].filter((name) => name.length > 1).toSorted((left, right) => right.length - left.length);
}

export interface Form extends Pick<RecognisedTable, 'axes' | 'rows' | 'titles'> {
  readonly regions: readonly Region[];
}

/**
 * Equal for tables of the same headings, axes and titles: years, days and the names of regions do not count. The titles
 * do, because a heading such as 人数 means what they say.
 */
export function fingerprintOf(uses: readonly UsedColumn[], { axes, rows, titles, regions }: Form): string {
  const columns = uses.map(({ use, path, parts }) => {
    const texts = path.filter((text) => text !== parts.region?.text).map((text) => text.replaceAll(years, '#'));
    return `${use}:${texts.join('/')}`;
  });
  // A further year or county beside the others is the same form still.
  const distinct = columns.filter((column, at) => column !== columns[at - 1]);
  // Where the rows name the indicators they are headings as well.
  const labels =
    axes.indicator === 'rows' ? new Set(rows.map(({ path }) => path.join('/').replaceAll(years, '#'))) : [];
  const names = namesOf(regions);
  const forms = titles.map((title) => formTitle(title, names)).filter((title) => title !== '');
  return createHash('sha256')
    .update(JSON.stringify([axes, distinct, [...labels], forms]))
    .digest('hex')
    .slice(0, 16);
}
