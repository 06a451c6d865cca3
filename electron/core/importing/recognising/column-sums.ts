import type { Line } from '../recognised-table.ts';
import { type IndicatorNames, meaningful, withoutUnit } from './indicator-names.ts';
import { includedWord, isWhole } from './words.ts';

type Sums = Pick<Line, 'partOf' | 'sumOf'>;

/** Which columns claim to be the sum of others, and which are an 其中 of one: as headings such as 合计, 计 and 其中 say. */
export function columnSums(lines: readonly Line[], names: IndicatorNames): ReadonlyMap<number, Sums> {
  const figures = lines.filter(({ role }) => role === 'data');
  const byPath = new Map<string, Line>();
  for (const line of figures) if (!byPath.has(pathKey(line))) byPath.set(pathKey(line), line);
  const groups = siblingGroups(figures);
  const across = sameInside(figures);
  return new Map(
    figures.map((line) => {
      const partOf = partOfLine(line, { groups, byPath });
      return [line.index, { partOf, sumOf: acrossGroups(line, across) ?? withinGroup(line, { groups, names }) }];
    }),
  );
}

function words({ path }: Line): readonly string[] {
  return path.map(withoutUnit);
}
function pathKey(line: Line): string {
  return words(line).join('/');
}

/** The columns under the same outer headings, 其中 not counted as one. */
function siblingGroups(figures: readonly Line[]): ReadonlyMap<string, readonly Line[]> {
  const groups = new Map<string, Line[]>();
  for (const line of figures) {
    const key = outerKey(line);
    const group = groups.get(key);
    if (group) group.push(line);
    else groups.set(key, [line]);
  }
  return groups;
}

function outerKey(line: Line): string {
  return words(line)
    .slice(0, -1)
    .filter((word) => includedWord(word) !== '')
    .join('/');
}

function isIncluded(line: Line): boolean {
  return words(line).some((word) => includedWord(word) !== null);
}

function isWholeLine(line: Line): boolean {
  return isWhole(words(line).at(-1) ?? '');
}

/** The column that an 其中 speaks of: the 计 of its group, a column headed like the group, or the one before it. */
function partOfLine(
  line: Line,
  {
    groups,
    byPath,
  }: { readonly groups: ReadonlyMap<string, readonly Line[]>; readonly byPath: ReadonlyMap<string, Line> },
): number | null {
  if (!isIncluded(line)) return null;
  const group = groups.get(outerKey(line)) ?? [];
  const before = group.filter((each) => each.index < line.index && !isIncluded(each));
  const whole = before.findLast(isWholeLine) ?? before.at(-1) ?? byPath.get(outerKey(line));
  return whole?.index ?? null;
}

/** The columns of the groups beside a 合计, by what stands inside the group. */
function sameInside(figures: readonly Line[]): ReadonlyMap<string, readonly number[]> {
  const inside = new Map<string, number[]>();
  for (const line of figures) {
    const [top = '', ...inner] = words(line);
    if (isWhole(top) || inner.length === 0) continue;
    const same = inside.get(inner.join('/'));
    if (same) same.push(line.index);
    else inside.set(inner.join('/'), [line.index]);
  }
  return inside;
}

/** 合计 over the same headings as 小学 and 初中 beside it: `合计/计` = `小学/计` + `初中/计`. */
function acrossGroups(line: Line, inside: ReadonlyMap<string, readonly number[]>): readonly number[] | null {
  const [first = '', ...rest] = words(line);
  if (!isWhole(first) || rest.length === 0) return null;
  const same = inside.get(rest.join('/')) ?? [];
  return same.length > 1 ? same : null;
}

/** 计 beside its parts: those that divide it by the same dimension, up to the first that does not. */
function withinGroup(
  line: Line,
  { groups, names }: { readonly groups: ReadonlyMap<string, readonly Line[]>; readonly names: IndicatorNames },
): readonly number[] {
  if (!isWholeLine(line)) return [];
  const siblings = (groups.get(outerKey(line)) ?? []).filter((each) => each !== line && !isIncluded(each));
  const after = siblings.filter(({ index }) => index > line.index);
  const parts = after.length > 0 ? after : siblings;
  const kind = parts[0] && kindOfPart(parts[0], line, names);
  if (kind === undefined || kind === null) return [];
  const other = parts.findIndex((each) => kindOfPart(each, line, names) !== kind);
  const run = other < 0 ? parts : parts.slice(0, other);
  return run.length > 1 ? run.map(({ index }) => index) : [];
}

/** By which dimension a column divides the whole; null when it is no part of it, such as a share. */
function kindOfPart(part: Line, whole: Line, names: IndicatorNames): string | null {
  if (isWholeLine(part)) return null;
  if (part.indicator?.kind !== 'known' || whole.indicator?.kind !== 'known') {
    const isShare = /[率比%]/.test(part.path.at(-1) ?? '') || part.indicator?.kind === 'known';
    return isShare || names.has(meaningful(part.path.at(-1) ?? '')) ? null : '?';
  }
  const own = names.rootOf(part.indicator.thing);
  const all = names.rootOf(whole.indicator.thing);
  if (own.root !== all.root) return null;
  const more = Object.keys(own.dimensions).filter((dimension) => all.dimensions[dimension] === undefined);
  return more.length === 1 ? (more[0] ?? null) : null;
}
