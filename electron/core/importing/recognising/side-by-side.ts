import type { UsedColumn } from './column-uses.ts';
import { withoutUnit } from './indicator-names.ts';
import { headings } from './words.ts';

/** Headings that stand over the names of a table and over nothing else. */
const onlyRegion = /^(地区|区县|县区|市县|县市|区域|地市|行政区划?|单位名称|学校名称|名称)$/;

/** A second column of names right of the first figures: what follows it belongs to other names than the row's first says. */
export function isSideBySide(uses: readonly UsedColumn[]): boolean {
  const first = uses.findIndex(({ use }) => use === 'figures');
  if (first < 0) return false;
  const names = new Set(uses.slice(0, first).flatMap(({ use, path }) => (isNaming(use) ? (path.at(-1) ?? []) : [])));
  return uses.slice(first + 1).some(({ use, path, stats }, at) => {
    const heading = withoutUnit(path.at(-1) ?? '');
    if (onlyRegion.test(heading) || (stats.texts > stats.figures && names.has(path.at(-1) ?? ''))) return true;
    if (headings.remark.test(heading) || use === 'figures') return false;
    const figuresFollow = uses.slice(first + at + 2).some((later) => later.stats.figures > 0);
    return stats.regions > 0 && stats.regions * 2 > stats.texts && figuresFollow;
  });
}

function isNaming(use: UsedColumn['use']): boolean {
  return use === 'region' || use === 'indicator';
}
