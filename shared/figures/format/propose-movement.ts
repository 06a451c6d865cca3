import type { Checked, ScopeChange } from '../formula/checked.ts';
import type { MovementKind } from '../quantity.ts';
import { isPercent } from '../unit.ts';

type IndicatorName = Extract<Checked, { kind: 'indicator' }>;

/** The name with the qualifiers that may stand inside 增减 and 同比; null when it has others. */
function nameText({ indicator, scope }: IndicatorName): string | null {
  const { region, periods, basis, asOf } = scope;
  if (asOf !== null) return null;
  const within = periods.map((shift) => (shift.kind === 'within' ? shift.name : null));
  if (within.includes(null)) return null;
  const qualifiers = [region?.name, ...within, basis].filter((each) => typeof each === 'string');
  return indicator.name + (qualifiers.length === 0 ? '' : `[${qualifiers.join(', ')}]`);
}

function withoutYearEarlier(scope: ScopeChange): ScopeChange {
  return { ...scope, periods: scope.periods.filter(({ kind }) => kind !== 'year-earlier') };
}

/** The indicator that a formula speaks of: alone, less its own value of the year before, or inside 同比 and the like. */
function subjectOf(checked: Checked): IndicatorName | null {
  if (checked.kind === 'indicator') return checked;
  if (checked.kind === 'binary') {
    const { operator, left, right } = checked;
    if (operator !== '-' || left.kind !== 'indicator' || right.kind !== 'indicator') return null;
    const earlier = { ...right, scope: withoutYearEarlier(right.scope) };
    return left.indicator.id === right.indicator.id && nameText(left) === nameText(earlier) ? left : null;
  }
  if (checked.kind !== 'call') return null;
  const expressions = checked.parameters.flatMap((each) => (each?.kind === 'expression' ? [each.expression] : []));
  const [first, ...others] = expressions;
  const isAlone = others.length === 0 || checked.definition.name === '差距';
  return first !== undefined && isAlone ? subjectOf(first) : null;
}

export interface MovementProposal {
  /** The functions that the wording is for: 增减(…)、同比(…). */
  readonly functions: readonly string[];
  /** What to write here, as a formula. */
  readonly proposal: string;
  /** Whether it belongs inside a list. */
  readonly isInside: boolean;
}

const functionsOf: Readonly<Record<MovementKind, readonly string[]>> = {
  difference: ['增减', '百分点'],
  growth: ['同比', '环比'],
  gap: ['差距'],
};

/** Which functions a wording of movement is for, and how this formula may be written with one. */
export function proposeMovement(movements: readonly MovementKind[], checked: Checked): MovementProposal {
  const functions = movements.flatMap((kind) => functionsOf[kind]);
  const subject = subjectOf(checked);
  const unit = subject?.type.kind === 'number' ? subject.type.unit : null;
  const name = (subject && nameText(subject)) ?? '指标或算式';
  const isInside = checked.type.kind === 'list';
  if (movements.includes('gap')) return { functions, proposal: `差距(${name}, 目标)`, isInside };
  if (movements.includes('difference')) return { functions, proposal: `增减(${name})`, isInside };
  // A rate has no growth rate: its change is told in 百分点.
  const proposal = unit && isPercent(unit) ? `增减(${name}) | 增减词` : `同比(${name})`;
  return { functions, proposal, isInside };
}
