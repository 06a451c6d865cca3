import type { FunctionDefinition } from '../formula/checked.ts';
import { average, count, greatest, least, total } from './aggregate.ts';
import { asOf } from './as-of.ts';
import { averageGrowth } from './average-growth.ts';
import { change, periodOnPeriod, points, yearOnYear } from './change.ts';
import { choice, fallback } from './choice.ts';
import { enumeration, highest, lowest, range } from './list.ts';
import { conjunction, disjunction, hasValue, negation } from './logic.ts';
import { atPlace, leading, rank } from './rank.ts';
import { absolute, roundHalfUp, roundUp } from './rounding.ts';
import { attainment, gap, ratio, share } from './share.ts';

const families: readonly (readonly FunctionDefinition[])[] = [
  [total, average, greatest, least, count],
  [share, ratio, attainment, gap],
  [yearOnYear, periodOnPeriod, change, points, averageGrowth],
  [rank, leading, atPlace, highest, lowest, enumeration, range],
  [choice, fallback, roundHalfUp, roundUp, absolute, asOf],
  [conjunction, disjunction, negation, hasValue],
];

/** The function table. A function of the formula language is one entry here and nothing elsewhere. */
export const functions: readonly FunctionDefinition[] = families.flat();

/** Words that mean something in the last place of a call: 允许缺, 升. */
export const functionKeywords: readonly string[] = [
  ...new Set(
    functions.flatMap(({ parameters }) => parameters.flatMap((spec) => (spec.kind === 'keyword' ? spec.words : []))),
  ),
];

const byName = new Map(functions.map((definition) => [definition.name, definition]));

export function findFunction(name: string): FunctionDefinition | undefined {
  return byName.get(name);
}
