import { fail, type Result, succeed } from '../../result.ts';
import type { Checked } from '../formula/checked.ts';
import { isPercent, percentagePoint, type Unit } from '../unit.ts';
import { parts, type TypeProblem } from './definition.ts';

function isRatio(unit: Unit): boolean {
  return isPercent(unit) || unit.dimension === percentagePoint.dimension;
}

/** How the ratio is computed from sums instead. */
function proposal(expression: Checked, verb: string): string {
  const parts = '分别合计分子和分母，例如 占比(合计(下级, 分子), 合计(下级, 分母))。';
  if (expression.kind !== 'indicator' || expression.indicator.formula === null) {
    return `比例不能直接${verb}。请${parts}`;
  }
  const { name } = expression.indicator;
  return `“${name}”是比例，不能直接${verb}。请写 ${name}[汇总]，或${parts}`;
}

/** Why the members' values of this part of a formula must not be added up; null when they may. */
function whyNotSummable(part: Checked, verb: string): string | null {
  const isRatioCall = part.kind === 'call' && part.definition.isQuotient === true;
  const isDivision =
    part.kind === 'binary' && part.operator === '÷' && !(part.right.type.kind === 'number' && part.right.type.literal);
  if (isRatioCall || isDivision) {
    return `相除的结果不能直接${verb}。请先分别合计，再相除，例如 合计(下级, 分子) ÷ 合计(下级, 分母)。`;
  }
  if (part.kind !== 'indicator') return null;
  const { name, aggregation, formula } = part.indicator;
  if (part.scope.region !== null) return `${verb}里面不能再写地区“${part.scope.region.name}”，否则同一个数会重复相加。`;
  if (aggregation === '合计') return null;
  const instead = formula === null ? '' : `各地合起来的数请写 ${name}[汇总]。`;
  return `指标“${name}”不能由下级相加得出（汇总办法是“${aggregation}”）。${instead}`;
}

/** Values of members may be added up or averaged: no ratio, nothing that belongs to one region alone. */
export function expectSummable(expression: Checked, unit: Unit, verb: '合计' | '平均'): Result<void, TypeProblem> {
  const message = isRatio(unit)
    ? proposal(expression, verb)
    : [...parts(expression)].map((part) => whyNotSummable(part, verb)).find((why) => why !== null);
  return message ? fail({ code: 'not-summable', message }) : succeed(undefined);
}
