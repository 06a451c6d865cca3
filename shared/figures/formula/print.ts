import { assertNever } from '../../result.ts';
import { type Expression, operatorStrength } from './syntax.ts';

function within(expression: Expression, least: number): string {
  const text = printFormula(expression);
  if (expression.kind === 'binary' && operatorStrength[expression.operator] < least) return `(${text})`;
  return text;
}

/** The formula's text in its canonical spelling: parsing it gives the same tree. */
export function printFormula(expression: Expression): string {
  switch (expression.kind) {
    case 'number':
      return expression.percent ? `${expression.text}%` : expression.text;
    case 'name': {
      const name = expression.quoted ? `“${expression.name}”` : expression.name;
      if (expression.qualifiers.length === 0) return name;
      return `${name}[${expression.qualifiers.map((qualifier) => qualifier.text).join(', ')}]`;
    }
    case 'call':
      return `${expression.name}(${expression.parameters.map(printFormula).join(', ')})`;
    case 'binary': {
      const own = operatorStrength[expression.operator];
      const left = within(expression.left, own === 1 ? 2 : own);
      return `${left} ${expression.operator} ${within(expression.right, own + 1)}`;
    }
    case 'negate':
      return `-${within(expression.operand, 4)}`;
    default:
      return assertNever(expression);
  }
}
