import type { Line } from '../recognised-table.ts';
import { type IndicatorNames, meaningful, withoutUnit } from './indicator-names.ts';
import { includedWord, isWhole } from './words.ts';

type Sums = Pick<Line, 'partOf' | 'sumOf'>;

/** A line with its headings, units stripped. */
interface Headed {
  readonly line: Line;
  readonly words: readonly string[];
  /** Its outer headings, a bare 其中 not counted as one: what its siblings share. */
  readonly outer: string;
  /** The last heading is 计 or 合计. */
  readonly isWhole: boolean;
  readonly isIncluded: boolean;
}

/** Which lines claim to be the sum of others, and which are an 其中 of one: as headings such as 合计, 计 and 其中 say. */
export function columnSums(lines: readonly Line[], names: IndicatorNames): ReadonlyMap<number, Sums> {
  const figures = lines.filter(({ role }) => role === 'data').map(headed);
  const byPath = new Map<string, number>();
  for (const { words, line } of figures) if (!byPath.has(words.join('/'))) byPath.set(words.join('/'), line.index);
  const inside = sameInside(figures);
  const groups = new Map<string, Headed[]>();
  for (const each of figures) {
    const group = groups.get(each.outer);
    if (group) group.push(each);
    else groups.set(each.outer, [each]);
  }
  const sums = new Map<number, Sums>();
  for (const [outer, group] of groups) addGroup(group, { inside, above: byPath.get(outer) ?? null, names }, sums);
  return sums;
}

function headed(line: Line): Headed {
  const words = line.path.map(withoutUnit);
  const outer = words.slice(0, -1).filter((word) => includedWord(word) !== '');
  return {
    line,
    words,
    outer: outer.join('/'),
    isWhole: isWhole(words.at(-1) ?? ''),
    isIncluded: words.some((word) => includedWord(word) !== null),
  };
}

/** The lines of the groups beside a 合计, by what stands inside the group. */
function sameInside(figures: readonly Headed[]): ReadonlyMap<string, readonly number[]> {
  const inside = new Map<string, number[]>();
  for (const { words, line } of figures) {
    const [top = '', ...inner] = words;
    if (isWhole(top) || inner.length === 0) continue;
    const same = inside.get(inner.join('/'));
    if (same) same.push(line.index);
    else inside.set(inner.join('/'), [line.index]);
  }
  return inside;
}

interface Around {
  readonly inside: ReadonlyMap<string, readonly number[]>;
  /** A line headed like the whole group. */
  readonly above: number | null;
  readonly names: IndicatorNames;
}

/** An 其中 speaks of the 计 before it in its group, else of the line before it, else of the one headed like the group. */
function addGroup(group: readonly Headed[], { inside, above, names }: Around, sums: Map<number, Sums>): void {
  let whole: number | null = null;
  let plain: number | null = null;
  for (const each of group) {
    const { index } = each.line;
    const isFirst = each.isWhole && whole === null;
    const sumOf = acrossGroups(each, inside) ?? (isFirst ? withinGroup(each, group, names) : []);
    sums.set(index, { partOf: each.isIncluded ? (whole ?? plain ?? above) : null, sumOf });
    if (!each.isIncluded) plain = index;
    if (!each.isIncluded && each.isWhole) whole = index;
  }
}

/** 合计 over the same headings as 小学 and 初中 beside it: `合计/计` = `小学/计` + `初中/计`. */
function acrossGroups({ words }: Headed, inside: Around['inside']): readonly number[] | null {
  const [first = '', ...rest] = words;
  if (!isWhole(first) || rest.length === 0) return null;
  const same = inside.get(rest.join('/')) ?? [];
  return same.length > 1 ? same : null;
}

/** 计 beside its parts: those that divide it by the same dimension, up to the first that does not. */
function withinGroup(whole: Headed, group: readonly Headed[], names: IndicatorNames): readonly number[] {
  const siblings = group.filter((each) => each !== whole && !each.isIncluded);
  const after = siblings.filter(({ line }) => line.index > whole.line.index);
  const parts = after.length > 0 ? after : siblings;
  const kind = parts[0] ? kindOfPart(parts[0], whole, names) : null;
  if (kind === null) return [];
  const other = parts.findIndex((each) => kindOfPart(each, whole, names) !== kind);
  const run = other < 0 ? parts : parts.slice(0, other);
  return run.length > 1 ? run.map(({ line }) => line.index) : [];
}

/** By which dimension a line divides the whole; null when it is no part of it, such as a share. */
function kindOfPart(
  { line: part, isWhole: isSum }: Headed,
  { line: whole }: Headed,
  names: IndicatorNames,
): string | null {
  if (isSum) return null;
  const heading = part.path.at(-1) ?? '';
  if (part.indicator?.kind !== 'known' || whole.indicator?.kind !== 'known') {
    const isOther = part.indicator?.kind === 'known' || /[率比%]/.test(heading) || names.has(meaningful(heading));
    return isOther ? null : '?';
  }
  const own = names.rootOf(part.indicator.thing);
  const all = names.rootOf(whole.indicator.thing);
  if (own.root !== all.root) return null;
  const more = Object.keys(own.dimensions).filter((dimension) => all.dimensions[dimension] === undefined);
  return more.length === 1 ? (more[0] ?? null) : null;
}
