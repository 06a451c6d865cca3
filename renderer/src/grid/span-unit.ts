import type { GridColumn } from './grid-model.ts';
import type { HeaderSpan } from './header-spans.ts';

function unitsOf(columns: readonly GridColumn[]): ReadonlySet<string> {
  return new Set(columns.map(({ unit }) => unit));
}

/** `（人）` behind the outermost heading whose columns all have that unit; percentages show their sign themselves. */
export function spanUnit(span: HeaderSpan, columns: readonly GridColumn[]): string {
  const own = columns.slice(span.column, span.column + span.columns);
  const [unit = ''] = unitsOf(own);
  if (unit === '' || unit === '%' || unitsOf(own).size > 1 || span.label.includes(`（${unit}）`)) return '';
  const above = span.level === 0 ? [] : columns.filter(({ path }) => isUnder(path, own[0]?.path ?? [], span.level));
  return above.length > 0 && unitsOf(above).size === 1 ? '' : `（${unit}）`;
}

/** Whether the path goes through the same headings above the level. */
function isUnder(path: readonly string[], other: readonly string[], level: number): boolean {
  return other.slice(0, level).every((label, at) => label === path[at]);
}
