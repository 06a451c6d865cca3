import { type Region, regionLevels } from '../../../../shared/figures/catalogue.ts';
import { isDay } from '../../../../shared/figures/period.ts';
import type { Failure } from '../../../../shared/text/failures/index.ts';

/** Where names and codes of several regions would be mixed up. */
function overlap(one: Region, other: Region): boolean {
  const from = (region: Region) => region.validFrom ?? '0000';
  const to = (region: Region) => region.validTo ?? '9999';
  return from(one) <= to(other) && from(other) <= to(one);
}

function isReadable(name: string): boolean {
  return name !== '' && name.length <= 40 && !/[[\]{}“”"|‖,，、;；\p{Cc}]/u.test(name);
}

function checkNames(region: Region, others: readonly Region[]): Failure | null {
  const unreadable = [region.name, ...region.aliases].find((name) => !isReadable(name));
  if (unreadable !== undefined) return { code: 'region-name-unreadable', name: unreadable };
  const twin = others.find(
    (other) => other.name === region.name && other.parentId === region.parentId && overlap(other, region),
  );
  if (twin !== undefined) {
    const parent = others.find(({ id }) => id === region.parentId)?.name ?? null;
    return { code: 'region-name-taken', name: region.name, parent };
  }
  return checkAliases(region, others);
}

/** An alias leads to one region only, and never past the name or code of another. */
function checkAliases({ name, aliases }: Region, others: readonly Region[]): Failure | null {
  for (const other of others) {
    const means = (each: string) => other.name === each || other.code === each || other.aliases.includes(each);
    const alias = aliases.find(means) ?? other.aliases.find((each) => each === name);
    if (alias !== undefined) return { code: 'region-alias-taken', alias, owner: other.name };
  }
  return null;
}

function checkCode(region: Region, others: readonly Region[]): Failure | null {
  const { code } = region;
  if (code === null) return null;
  if (!/^\w{1,20}$/.test(code)) return { code: 'region-code-invalid', text: code };
  const owner = others.find((other) => other.code === code && overlap(other, region));
  return owner === undefined ? null : { code: 'region-code-taken', text: code, owner: owner.name };
}

function depthOf({ level }: Region): number {
  return regionLevels.indexOf(level);
}

function isBelow(region: Region, top: Region, regions: readonly Region[]): boolean {
  let parentId = region.parentId;
  while (parentId !== null) {
    if (parentId === top.id) return true;
    const above = parentId;
    parentId = regions.find(({ id }) => id === above)?.parentId ?? null;
  }
  return false;
}

function checkPlace(region: Region, others: readonly Region[]): Failure | null {
  const parent = region.parentId === null ? undefined : others.find(({ id }) => id === region.parentId);
  if (region.parentId !== null && parent === undefined) {
    return region.parentId === region.id
      ? { code: 'region-circle', name: region.name, parent: region.name }
      : { code: 'region-gone' };
  }
  if (parent !== undefined && isBelow(parent, region, others)) {
    return { code: 'region-circle', name: region.name, parent: parent.name };
  }
  const pairs: readonly (readonly [Region, Region])[] = [
    ...(parent === undefined ? [] : [[parent, region] as const]),
    ...others.filter(({ parentId }) => parentId === region.id).map((child) => [region, child] as const),
  ];
  const wrong = pairs.find(([above, below]) => depthOf(above) >= depthOf(below));
  if (wrong === undefined) return null;
  const [above, below] = wrong;
  return {
    code: 'region-level-order',
    name: below.name,
    level: below.level,
    parent: above.name,
    parentLevel: above.level,
  };
}

function checkDays({ name, validFrom, validTo }: Region): Failure | null {
  const days = [validFrom, validTo].filter((day) => day !== null);
  const unreadable = days.find((day) => !isDay(day));
  if (unreadable !== undefined) return { code: 'region-day-unreadable', text: unreadable };
  const inOrder = validFrom === null || validTo === null || validFrom <= validTo;
  return inOrder ? null : { code: 'region-days', name };
}

/** Why the region cannot stand among the others; null when it can. */
export function checkRegion(region: Region, all: readonly Region[]): Failure | null {
  const others = all.filter(({ id }) => id !== region.id);
  return checkNames(region, others) ?? checkCode(region, others) ?? checkPlace(region, others) ?? checkDays(region);
}
