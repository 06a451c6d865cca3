import type { Checked } from '../../../../shared/figures/formula/checked.ts';
import type { FormulaLanguage } from '../../../../shared/figures/formula/language.ts';
import { foldName } from '../../../../shared/reading/fold-name.ts';

/**
 * Equal for rules that say the same: whatever names, aliases and quotes they use, in whatever order they add, and on which
 * side of the comparison they stand.
 */
export function canonicalRule(formula: string, language: FormulaLanguage): string {
  const checked = language.check(formula);
  return (checked.ok ? linearRule(checked.value) : null) ?? textual(formula);
}

/** How often each indicator is added, by its id. */
type Terms = ReadonlyMap<number, number>;

function linearRule(rule: Checked): string | null {
  if (rule.kind !== 'binary' || !/^(=|<=|>=)$/.test(rule.operator)) return null;
  const [left, right] = [termsOf(rule.left), termsOf(rule.right)];
  if (!left || !right) return null;
  const sides = rule.operator === '>=' ? added(right, left, -1) : added(left, right, -1);
  const terms = [...sides].filter(([, times]) => times !== 0).sort(([one], [other]) => one - other);
  // Of an equation either side may be subtracted from the other.
  const sign = rule.operator === '=' && (terms[0]?.[1] ?? 0) < 0 ? -1 : 1;
  return [rule.operator === '=' ? '=' : '<=', ...terms.map(([id, times]) => `${id}*${times * sign}`)].join(' ');
}

/** Null for whatever is no sum of indicators. */
function termsOf(expression: Checked): Terms | null {
  switch (expression.kind) {
    case 'indicator': {
      const { region, periods, basis, asOf } = expression.scope;
      const isPlain = region === null && periods.length === 0 && basis === null && asOf === null;
      return isPlain ? new Map([[expression.indicator.id, 1]]) : null;
    }
    case 'negate': {
      const operand = termsOf(expression.operand);
      return operand && added(new Map(), operand, -1);
    }
    case 'binary': {
      if (expression.operator !== '+' && expression.operator !== '-') return null;
      const [left, right] = [termsOf(expression.left), termsOf(expression.right)];
      return left && right && added(left, right, expression.operator === '+' ? 1 : -1);
    }
    case 'constant':
    case 'text':
    case 'special':
    case 'call':
      return null;
  }
}

function added(one: Terms, other: Terms, sign: 1 | -1): Terms {
  const sum = new Map(one);
  for (const [id, times] of other) sum.set(id, (sum.get(id) ?? 0) + times * sign);
  return sum;
}

/** Of formulas that say more, blanks, quotes and the order of what is added do not count. */
function textual(formula: string): string {
  const plain = foldName(formula).replaceAll(/[“”"]/g, '').replaceAll('≤', '<=').replaceAll('≥', '>=');
  return plain
    .split(/(<=|>=|=)/)
    .map((side) => side.split('+').sort().join('+'))
    .join('');
}
