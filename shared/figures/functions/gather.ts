import type { Region } from '../catalogue.ts';
import type { Checked, Evaluator } from '../formula/checked.ts';
import { countMembers } from '../members.ts';
import { type MissingValue, mergeMissing, missingValue, type NumberValue, type Quantity } from '../quantity.ts';

export interface Member {
  readonly region: Region;
  readonly quantity: NumberValue;
}

/** What the members of a range give, those without a value apart. */
export interface Gathered {
  readonly members: readonly Member[];
  readonly missing: readonly MissingValue[];
  /** Those that add nothing to a sum, since they have no such thing. */
  readonly absent: readonly Region[];
  /** 缺2个区县数据, to be printed with whatever the members that have data give; empty when all have. */
  readonly remarks: readonly string[];
}

/** Reads a quantity at each region. */
export function gather(
  regions: readonly Region[],
  evaluator: Evaluator,
  read: (there: Evaluator) => Quantity,
): Gathered {
  const quantities = regions.map((region) => read(evaluator.at({ region })));
  return sortOut(regions, quantities);
}

/** The expression's value at each region. */
export function gatherValues(regions: readonly Region[], evaluator: Evaluator, expression: Checked): Gathered {
  return sortOut(regions, evaluator.quantitiesAt(regions, expression));
}

function sortOut(regions: readonly Region[], quantities: readonly Quantity[]): Gathered {
  const members: Member[] = [];
  const missing: MissingValue[] = [];
  for (const [at, region] of regions.entries()) {
    const quantity = quantities[at];
    if (quantity?.kind === 'number') members.push({ region, quantity });
    else if (quantity) missing.push(quantity);
  }
  return { members, missing, absent: [], remarks: remarksOf(missing, regions) };
}

function remarksOf(missing: readonly MissingValue[], regions: readonly Region[]): readonly string[] {
  return missing.length === 0 ? [] : [`缺${countMembers(missing.length, regions)}数据`];
}

/**
 * The reported values of an indicator, to be added up: a member that has no such thing (无此项) adds nothing. When none has
 * it, there is none of it in the whole either.
 */
export function gatherAddends(regions: readonly Region[], read: readonly Quantity[]): Gathered {
  const gathered = sortOut(regions, read);
  const missing = gathered.missing.filter(({ reason }) => reason !== '无此项');
  if (gathered.members.length + missing.length === 0) return gathered;
  const absent = regions.filter((_, at) => {
    const quantity = read[at];
    return quantity?.kind === 'missing' && quantity.reason === '无此项';
  });
  return { members: gathered.members, missing, absent, remarks: remarksOf(missing, regions) };
}

/** Why nothing can be said of these members: those without data when they count, or that there are none. */
export function whyMissing(gathered: Gathered, allowsGaps: boolean): MissingValue | null {
  if (gathered.missing.length > 0 && (!allowsGaps || gathered.members.length === 0))
    return mergeMissing(gathered.missing);
  return gathered.members.length === 0 ? missingValue('无此项') : null;
}
