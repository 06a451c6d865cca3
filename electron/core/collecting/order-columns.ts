import type { Indicator } from '../../../shared/figures/catalogue.ts';

/** An indicator with its heading from the outside in: `在校生数` / `小学` / `公办`. */
export interface HeadedIndicator {
  readonly indicator: Indicator;
  readonly path: readonly string[];
}

/** What the whole is called beside its parts. */
const wholeWord = '计';

/**
 * Puts the parts of an indicator under one heading, at the place where the first of them was chosen. `all` is the
 * catalogue: a base that was not chosen still gives its name.
 */
export function orderColumns(chosen: readonly Indicator[], all: readonly Indicator[]): readonly HeadedIndicator[] {
  const nameById = new Map(all.map(({ id, name }) => [id, name]));
  const baseOf = ({ id, part }: Indicator) => part?.baseId ?? id;
  const groups = Map.groupBy(chosen, baseOf);
  return [...groups].flatMap(([baseId, members]) => {
    const [only] = members;
    if (members.length === 1 && only) return [{ indicator: only, path: [only.name] }];
    const base = nameById.get(baseId) ?? '';
    const paths = members.map((indicator) => [base, ...Object.values(indicator.part?.dimensions ?? {})]);
    return groupPaths(members.map((indicator, at) => ({ indicator, path: paths[at] ?? [] })));
  });
}

/** Parts of one part stand together; a whole that has parts beside it is called 计 below its heading. */
function groupPaths(columns: readonly HeadedIndicator[], depth = 1): readonly HeadedIndicator[] {
  const groups = Map.groupBy(columns, ({ path }) => path[depth] ?? '');
  return [...groups].flatMap(([, members]) => {
    if (members.length === 1) return members.map((each) => nameWhole(each, columns, depth));
    const [first] = members;
    return first && first.path.length > depth ? groupPaths(members, depth + 1) : members;
  });
}

function nameWhole(column: HeadedIndicator, beside: readonly HeadedIndicator[], depth: number): HeadedIndicator {
  return column.path.length === depth && beside.length > 1 ? { ...column, path: [...column.path, wholeWord] } : column;
}
