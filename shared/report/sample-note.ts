import type { DataView } from '../figures/data-view.ts';
import type { SourceRange } from '../figures/quantity.ts';

/** Regions named in one note before it counts them instead. */
const mostRegions = 3;

/**
 * The note that a block carries when any of its figures rests on sample data: 注：本段湖州市2020年数据为示例（虚构）。
 * Null when none does.
 */
export function sampleNote(
  subject: '本段' | '本表' | '本图',
  sources: readonly SourceRange[],
  view: DataView,
): string | null {
  const byPeriod = new Map<string, Set<string>>();
  for (const { indicator, period, regions } of sources) {
    const column = view.column(indicator.id, period);
    for (const region of regions) {
      if (column.get(region.id)?.source?.kind !== '示例') continue;
      byPeriod.set(period, (byPeriod.get(period) ?? new Set()).add(region.name));
    }
  }
  if (byPeriod.size === 0) return null;
  const periodsByPlace = new Map<string, string[]>();
  for (const [period, regions] of byPeriod) {
    const names = [...regions];
    const where = names.length <= mostRegions ? names.join('、') : `${names[0]}等${names.length}个地区`;
    periodsByPlace.set(where, [...(periodsByPlace.get(where) ?? []), period]);
  }
  const parts = [...periodsByPlace].map(([where, periods]) => where + periods.join('、'));
  return `注：${subject}${parts.join('，')}数据为示例（虚构）。`;
}
