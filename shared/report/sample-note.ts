import type { DataView } from '../figures/data-view.ts';
import type { SourceRange } from '../figures/quantity.ts';

/** Regions named in one note before it counts them instead. */
const mostRegions = 3;

/** What a block shows of one region in one period. */
interface Shown {
  readonly region: string;
  readonly period: string;
  /** Indicators whose value there is sample data. */
  readonly invented: Set<string>;
  /** Whether another value there is no sample data: then the note must not speak of all of them. */
  hasReal: boolean;
}

function shownPlaces(sources: readonly SourceRange[], view: DataView): readonly Shown[] {
  const places = new Map<string, Shown>();
  for (const { indicator, period, regions } of sources) {
    const column = view.column(indicator.id, period);
    for (const region of regions) {
      const observation = column.get(region.id);
      if (observation === undefined) continue;
      const key = `${region.id} ${period}`;
      const place = places.get(key) ?? { region: region.name, period, invented: new Set(), hasReal: false };
      if (observation.source?.kind === '示例') place.invented.add(indicator.name);
      else place.hasReal = true;
      places.set(key, place);
    }
  }
  return [...places.values()].filter(({ invented }) => invented.size > 0);
}

/** 湖州市2020年，吴兴区等5个地区2021年: places of which everything shown is sample data. */
function placesText(places: readonly Shown[]): readonly string[] {
  const periodsByPlace = new Map<string, string[]>();
  for (const [period, inPeriod] of Map.groupBy(places, (place) => place.period)) {
    const names = inPeriod.map(({ region }) => region);
    const where = names.length <= mostRegions ? names.join('、') : `${names[0]}等${names.length}个地区`;
    periodsByPlace.set(where, [...(periodsByPlace.get(where) ?? []), period]);
  }
  return [...periodsByPlace].map(([where, periods]) => where + periods.join('、'));
}

/**
 * The note that a block carries when any of its figures rests on sample data: 注：本段湖州市2020年数据为示例（虚构）。 Where
 * real data of the same place stand beside, it names the indicators. Null when there is no sample data.
 */
export function sampleNote(
  subject: '本段' | '本表' | '本图',
  sources: readonly SourceRange[],
  view: DataView,
): string | null {
  const places = shownPlaces(sources, view);
  if (places.length === 0) return null;
  const parts = [
    ...placesText(places.filter(({ hasReal }) => !hasReal)),
    ...places
      .filter(({ hasReal }) => hasReal)
      .map(({ region, period, invented }) => `${region}${period}${[...invented].join('、')}`),
  ];
  return `注：${subject}${parts.join('，')}数据为示例（虚构）。`;
}
