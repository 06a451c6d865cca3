import type { Indicator, Region } from '../catalogue.ts';
import type { DataView } from '../data-view.ts';
import type { Checked, CheckedParameter, PeriodShift } from '../formula/checked.ts';
import type { FormulaLanguage } from '../formula/language.ts';
import { shiftPeriod } from '../formula/qualifiers.ts';
import { directMemberSelectors, membersOf, siblingSelector } from '../members.ts';
import { makePeriod, type Period } from '../period.ts';
import { isReported } from '../reported.ts';
import type { Rule } from './rule.ts';

/** Where a rule is to be judged. */
export interface Place {
  readonly region: Region;
  readonly period: Period;
}

/** From which regions' data a region is judged: its own, its direct members', or those of all below it. */
type Reach = 'own' | 'members' | 'below';

/** An indicator whose data make a rule worth judging: read in the period itself, or in a part of the same year. */
interface Anchor {
  readonly indicator: Indicator;
  readonly shifts: readonly PeriodShift[];
  readonly reach: Reach;
}

/** What the search for anchors has come through so far. */
interface Path {
  readonly shifts: readonly PeriodShift[];
  readonly reach: Reach;
}

function deeper(outer: Reach, inner: Reach): Reach {
  if (outer === 'own') return inner;
  return inner === 'own' ? outer : 'below';
}

/** How far the members of a call's range lie below the region; null when it has no range. */
function reachOf(call: Extract<Checked, { kind: 'call' }>, view: DataView): Reach | null {
  const at = call.definition.parameters.findIndex(({ kind }) => kind === 'members');
  if (at < 0) return null;
  const range = call.parameters[at];
  // A range left out is 同级 or 下级, as the function says: 排名 needs the region's own value, lists their members'.
  if (range?.kind !== 'members') return call.type.kind === 'list' ? 'members' : 'own';
  if (directMemberSelectors.includes(range.selector)) return 'members';
  return range.selector === siblingSelector || view.namedSet(range.selector) !== undefined ? 'own' : 'below';
}

const isOfThisYear = ({ kind }: PeriodShift) => kind === 'within' || kind === 'school-year';

class AnchorFinder {
  readonly anchors: Anchor[] = [];
  readonly #language: FormulaLanguage;
  readonly #view: DataView;
  /** Earlier periods count too: for a rule that names no other. */
  readonly #anyPeriod: boolean;
  readonly #seen = new Set<string>();

  constructor(ground: { readonly language: FormulaLanguage; readonly view: DataView }, anyPeriod: boolean) {
    this.#language = ground.language;
    this.#view = ground.view;
    this.#anyPeriod = anyPeriod;
  }

  find(expression: Checked, path: Path): void {
    if (expression.kind === 'indicator') this.#name(expression, path);
    else if (expression.kind === 'negate') this.find(expression.operand, path);
    else if (expression.kind === 'binary') {
      this.find(expression.left, path);
      this.find(expression.right, path);
    } else if (expression.kind === 'call') {
      const reach = deeper(path.reach, reachOf(expression, this.#view) ?? 'own');
      for (const parameter of expression.parameters) this.#parameter(parameter, { ...path, reach });
    }
  }

  #parameter(parameter: CheckedParameter | null, path: Path): void {
    if (parameter?.kind === 'expression') this.find(parameter.expression, path);
  }

  #name({ indicator, scope }: Extract<Checked, { kind: 'indicator' }>, path: Path): void {
    if (scope.region !== null || scope.asOf !== null) return;
    if (!this.#anyPeriod && !scope.periods.every(isOfThisYear)) return;
    const shifts = [...path.shifts, ...scope.periods];
    const reach = scope.basis === '汇总' ? deeper(path.reach, 'members') : path.reach;
    const key = `${indicator.id} ${reach} ${JSON.stringify(shifts)}`;
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    if (indicator.formula === null) this.anchors.push({ indicator, shifts, reach });
    else this.find(this.#language.derivation(indicator), { shifts, reach });
  }
}

function anchorsOf(condition: Checked, ground: Pick<PlaceFinder, 'language' | 'view'>): readonly Anchor[] {
  const start: Path = { shifts: [], reach: 'own' };
  const finder = new AnchorFinder(ground, false);
  finder.find(condition, start);
  if (finder.anchors.length > 0) return finder.anchors;
  const anywhere = new AnchorFinder(ground, true);
  anywhere.find(condition, start);
  return anywhere.anchors;
}

/** Each period with data, and the years that hold them: amounts of half-years say something of the year. */
function withYears(periods: readonly Period[]): readonly Period[] {
  const years = periods.flatMap(({ year }) => [makePeriod('自然年', year), makePeriod('学年', year)]);
  return [...new Map([...periods, ...years].map((period) => [period.label, period])).values()].sort(
    (a, b) => b.year - a.year,
  );
}

/** What is searched: the data, their periods, and the one region or period asked for, if any. */
export interface Searched {
  readonly view: DataView;
  readonly language: FormulaLanguage;
  readonly periods: readonly Period[];
  readonly region: Region | null;
  readonly period: Period | null;
  /** Ids of the only regions to be judged; all when absent. */
  readonly among?: ReadonlySet<number>;
}

/** Finds where rules are to be judged: where something that they name was reported, and nowhere else. */
export class PlaceFinder {
  readonly view: DataView;
  readonly language: FormulaLanguage;
  readonly #periods: readonly Period[];
  readonly #only: Region | null;
  readonly #among: ReadonlySet<number> | null;
  readonly #regions = new Map<number, { readonly region: Region; readonly order: number }>();

  constructor({ view, language, periods, region, period, among }: Searched) {
    this.view = view;
    this.language = language;
    this.#periods = withYears(periods).filter(({ label }) => period === null || label === period.label);
    this.#only = region;
    this.#among = among ?? null;
    for (const [order, each] of view.regions.entries()) this.#regions.set(each.id, { region: each, order });
  }

  /** Newest period first, regions in the catalogue's order. A rule over members says nothing of a region without any. */
  placesOf(condition: Checked, { levels, periodKinds }: Rule): readonly Place[] {
    const anchors = anchorsOf(condition, this);
    const needsMembers = anchors.some(({ reach }) => reach !== 'own');
    const isMeant = (region: Region, period: Period) =>
      (levels?.includes(region.level) ?? true) &&
      (this.#only === null || this.#only.id === region.id) &&
      (this.#among?.has(region.id) ?? true) &&
      (!needsMembers || membersOf(this.view, { region, period }, '下级').length > 0);
    const periods = this.#periods.filter(({ kind }) => periodKinds?.includes(kind) ?? true);
    return periods.flatMap((period) =>
      this.#regionsWithData(anchors, period)
        .filter((region) => isMeant(region, period))
        .map((region) => ({ region, period })),
    );
  }

  #regionsWithData(anchors: readonly Anchor[], period: Period): readonly Region[] {
    const found = new Set<number>();
    for (const { indicator, shifts, reach } of anchors) {
      const { label } = shifts.reduce(shiftPeriod, period);
      for (const [regionId, observation] of this.view.column(indicator.id, label)) {
        if (isReported(observation)) this.#addReached(found, regionId, reach);
      }
    }
    return [...found]
      .flatMap((id) => this.#regions.get(id) ?? [])
      .sort((a, b) => a.order - b.order)
      .map(({ region }) => region);
  }

  #addReached(found: Set<number>, regionId: number, reach: Reach): void {
    if (reach === 'own') {
      found.add(regionId);
      return;
    }
    let above = this.#regions.get(regionId)?.region.parentId ?? null;
    while (above !== null) {
      found.add(above);
      above = reach === 'below' ? (this.#regions.get(above)?.region.parentId ?? null) : null;
    }
  }
}
