import { assertNever } from '../../result.ts';
import type { Checked, CheckedParameter, PeriodShift, ScopeChange } from '../formula/checked.ts';
import { operatorStrength } from '../formula/syntax.ts';
import { printDate } from '../period.ts';
import { writeQuantity } from './write-number.ts';

/** A formula as a reader would write it: 占比(甲, 乙) reads 甲 ÷ 乙. */

function describeShift(shift: PeriodShift): string {
  switch (shift.kind) {
    case 'fixed':
      return shift.period.label;
    case 'year-earlier':
      return '上年';
    case 'previous':
      return '上期';
    case 'within':
      return shift.name;
    case 'school-year':
      return '学年';
    default:
      return assertNever(shift);
  }
}

function describeScope({ region, periods, basis, asOf }: ScopeChange): string {
  const qualifiers = [
    ...(region === null ? [] : [region.name]),
    ...periods.map(describeShift),
    ...(asOf === null ? [] : [`截至${printDate(asOf)}`]),
    ...(basis === null ? [] : [basis]),
  ];
  return qualifiers.length === 0 ? '' : `[${qualifiers.join(', ')}]`;
}

function describeParameter(parameter: CheckedParameter): string {
  switch (parameter.kind) {
    case 'expression':
      return describe(parameter.expression);
    case 'members':
      return parameter.selector;
    case 'period':
      return parameter.shifts.map(describeShift).join('');
    case 'whole':
      return String(parameter.value);
    case 'keyword':
      return parameter.word;
    default:
      return assertNever(parameter);
  }
}

/** How strongly the outermost sign binds. */
function strengthOf(expression: Checked): number {
  if (expression.kind === 'binary') return operatorStrength[expression.operator];
  if (expression.kind === 'negate') return operatorStrength['-'];
  const isQuotient = expression.kind === 'call' && expression.definition.explanation?.sign !== undefined;
  return isQuotient ? operatorStrength['÷'] : Number.POSITIVE_INFINITY;
}

function within(expression: Checked, least: number): string {
  const text = describe(expression);
  return strengthOf(expression) < least ? `(${text})` : text;
}

export const signs = {
  '+': '+',
  '-': '−',
  '×': '×',
  '÷': '÷',
  '=': '=',
  '<>': '≠',
  '<': '<',
  '<=': '≤',
  '>': '>',
  '>=': '≥',
} as const;

function describeCall(expression: Extract<Checked, { kind: 'call' }>): string {
  const { definition, parameters } = expression;
  const [left, right] = parameters;
  if (definition.explanation?.sign !== undefined && left?.kind === 'expression' && right?.kind === 'expression') {
    const own = operatorStrength[definition.explanation.sign];
    return `${within(left.expression, own)} ${definition.explanation.sign} ${within(right.expression, own + 1)}`;
  }
  const written = parameters.flatMap((parameter) => (parameter === null ? [] : [describeParameter(parameter)]));
  return `${definition.name}(${written.join(', ')})`;
}

export function describe(expression: Checked): string {
  switch (expression.kind) {
    case 'constant':
      return writeQuantity(expression.value);
    case 'indicator':
      return expression.indicator.name + describeScope(expression.scope);
    case 'text':
      return `“${expression.text}”`;
    case 'special':
      return expression.name + describeScope(expression.scope);
    case 'call':
      return describeCall(expression);
    case 'binary': {
      const own = operatorStrength[expression.operator];
      const left = within(expression.left, own === 1 ? 2 : own);
      return `${left} ${signs[expression.operator]} ${within(expression.right, own + 1)}`;
    }
    case 'negate':
      return `-${within(expression.operand, 4)}`;
    default:
      return assertNever(expression);
  }
}
