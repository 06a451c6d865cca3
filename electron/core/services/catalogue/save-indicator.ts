import type { Indicator } from '../../../../shared/figures/catalogue.ts';
import type { DataView } from '../../../../shared/figures/data-view.ts';
import type { Rule } from '../../../../shared/figures/rules/rule.ts';
import { parseUnit } from '../../../../shared/figures/unit.ts';
import { fail, type Result, succeed } from '../../../../shared/result.ts';
import type { Failure } from '../../../../shared/text/failures/index.ts';
import { createDataView } from '../../database/data-view.ts';
import type { Workspace } from '../../database/workspace.ts';
import { type DefineRequest, defineIndicator, examineIndicator } from '../define-indicator.ts';
import { readShippedIndicators } from '../shipped-data.ts';
import { convertUnit } from './convert-unit.ts';
import { brokenOwners, namedUses } from './formulas-in-use.ts';
import { bare } from './save-region.ts';

/** An indicator as a person filled it in; without an id it is a new one of the bureau's own. */
export interface IndicatorRequest extends Omit<DefineRequest, 'shipped'> {
  readonly id: number | null;
  /** Decimals that are printed; null for as many as are kept. */
  readonly shownDecimals: number | null;
  /** What becomes of the figures that are there under another unit; without it that is refused. */
  readonly unitChange?: UnitChange | undefined;
}

/** Under another unit figures keep their numbers (`rename`) or their amounts (`convert`). */
export type UnitChange = { readonly kind: 'rename' } | { readonly kind: 'convert'; readonly byWhom: string };

/** Codes of the indicators that the program brings along. */
export function shippedCodes(): ReadonlySet<string> {
  return new Set(readShippedIndicators().map(({ 代码 }) => 代码));
}

/** The old name keeps leading to a renamed indicator, so that no formula, template or report loses it. */
function keepOldName(before: Indicator, after: Indicator): Indicator {
  if (before.name === after.name || after.aliases.includes(before.name)) return after;
  return { ...after, aliases: [...after.aliases, before.name] };
}

/** A unit is what a figure says: it changes only when a person asked for it, and never under a 定稿 report. */
function refuseUnit(before: Indicator, unitChange: UnitChange | undefined, workspace: Workspace): Failure | null {
  const { name, unit } = before;
  if (unitChange === undefined) return { code: 'indicator-unit-fixed', name, unit };
  // Saying what was counted changes no figure that stands in a report.
  if (unit === '' && unitChange.kind === 'rename') return null;
  const locked = [...workspace.periods.locked()].find((label) => workspace.periodBook.counts(label).has(before.id));
  return locked === undefined ? null : { code: 'indicator-unit-locked', name, period: locked };
}

/** What the stored data do not allow to change. */
function refuseByData(
  before: Indicator,
  after: Indicator,
  { workspace, unitChange }: { readonly workspace: Workspace; readonly unitChange: UnitChange | undefined },
): Failure | null {
  const { observations, revisions, parts } = workspace.indicators.uses(before.id);
  const { name } = before;
  const hasData = observations + revisions > 0;
  const unitRefusal = hasData && before.unit !== after.unit ? refuseUnit(before, unitChange, workspace) : null;
  if (unitRefusal) return unitRefusal;
  if (hasData && before.formula === null && after.formula !== null) return { code: 'indicator-kind-fixed', name };
  if (unitChange?.kind !== 'convert' && !workspace.indicators.fitsScale(before.id, after.scale)) {
    return { code: 'indicator-decimals-kept', name, scale: after.scale };
  }
  if (after.part?.baseId === after.id) return { code: 'indicator-part-circle', name };
  const isOtherKind = parseUnit(before.unit).dimension !== parseUnit(after.unit).dimension;
  if (parts > 0 && (isOtherKind || after.part !== null)) {
    const all = workspace.indicators.all().filter(({ part }) => part?.baseId === before.id);
    return { code: 'change-breaks', what: `“${name}”`, users: all.map((part) => `指标“${part.name}”的维度`) };
  }
  return null;
}

function viewOf(view: DataView, indicators: readonly Indicator[]): DataView {
  return { ...bare(view), indicators };
}

function change(workspace: Workspace, request: IndicatorRequest, shipped: readonly Rule[]): Result<Indicator, Failure> {
  const view = createDataView(workspace);
  const before = view.indicators.find(({ id }) => id === request.id);
  if (before === undefined) return fail({ code: 'indicator-gone' });
  const others = view.indicators.filter(({ id }) => id !== before.id);
  const uses = namedUses(workspace, view, shipped);
  const formulas = uses.filter(({ kind }) => kind === 'formula').map(({ text }) => text);
  const code = request.code ?? before.code;
  const examined = examineIndicator({ ...request, code }, { view: viewOf(view, others), formulas });
  if (!examined.ok) return examined;
  const { value } = examined;
  const shownDecimals = request.shownDecimals ?? value.shownDecimals;
  const after = keepOldName(before, { ...value, id: before.id, shownDecimals });
  const { unitChange } = request;
  const refusal = refuseByData(before, after, { workspace, unitChange });
  if (refusal) return fail(refusal);
  const future = viewOf(
    view,
    view.indicators.map((each) => (each.id === after.id ? after : each)),
  );
  const users = brokenOwners(uses, { present: view, future });
  if (users.length > 0) return fail({ code: 'change-breaks', what: `“${before.name}”`, users });
  return workspace.attempt(() => {
    if (unitChange?.kind === 'convert') return convertUnit(workspace, { before, after, byWhom: unitChange.byWhom });
    workspace.indicators.update(after);
    return succeed(after);
  });
}

/** Adds or changes an indicator. What formulas, templates, rules, reports or the data would not survive is refused by name. */
export function saveIndicator(
  workspace: Workspace,
  request: IndicatorRequest,
  shipped: readonly Rule[],
): Result<Indicator, Failure> {
  if (request.id !== null) return change(workspace, request, shipped);
  return workspace.attempt(() => {
    const defined = defineIndicator(workspace, { ...request, shipped });
    if (!defined.ok || request.shownDecimals === null) return defined;
    const shown = { ...defined.value, shownDecimals: request.shownDecimals };
    workspace.indicators.update(shown);
    return succeed(shown);
  });
}

/** Deletes an indicator of the bureau's own that holds no data and that nothing names. */
export function deleteIndicator(
  workspace: Workspace,
  id: number,
  shipped: readonly Rule[],
): Result<Indicator, Failure> {
  const view = createDataView(workspace);
  const indicator = view.indicators.find((each) => each.id === id);
  if (indicator === undefined) return fail({ code: 'indicator-gone' });
  const { name } = indicator;
  if (shippedCodes().has(indicator.code)) return fail({ code: 'indicator-is-shipped', name });
  const { observations, revisions, parts } = workspace.indicators.uses(id);
  const uses = [
    ...(observations > 0 ? [`${observations} 个数据`] : []),
    ...(observations === 0 && revisions > 0 ? ['数据的修改记录'] : []),
    ...(parts > 0 ? [`${parts} 个按维度细分的指标`] : []),
  ];
  if (uses.length > 0) return fail({ code: 'indicator-in-use', name, uses });
  const future = viewOf(
    view,
    view.indicators.filter((each) => each.id !== id),
  );
  const users = brokenOwners(namedUses(workspace, view, shipped), { present: view, future });
  if (users.length > 0) return fail({ code: 'change-breaks', what: `“${name}”`, users });
  return workspace.attempt(() => {
    workspace.indicators.remove(id);
    return succeed(indicator);
  });
}
