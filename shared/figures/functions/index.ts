import type { FunctionDefinition } from '../formula/checked.ts';
import { asOf } from './as-of.ts';
import { change, yearOnYear } from './change.ts';
import { absolute, roundUp } from './rounding.ts';
import { share } from './share.ts';
import { total } from './total.ts';

/** The function table. A function of the formula language is one entry here and nothing elsewhere. */
export const functions: readonly FunctionDefinition[] = [share, yearOnYear, change, total, roundUp, absolute, asOf];

const byName = new Map(functions.map((definition) => [definition.name, definition]));

export function findFunction(name: string): FunctionDefinition | undefined {
  return byName.get(name);
}
