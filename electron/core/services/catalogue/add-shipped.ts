import type { DataView } from '../../../../shared/figures/data-view.ts';
import { createFormulaLanguage, type FormulaLanguage } from '../../../../shared/figures/formula/language.ts';
import type { Rule } from '../../../../shared/figures/rules/rule.ts';
import { fail, type Result, succeed } from '../../../../shared/result.ts';
import { describeFailure, type Failure } from '../../../../shared/text/failures/index.ts';
import { createDataView } from '../../database/data-view.ts';
import type { Workspace } from '../../database/workspace.ts';
import { reservedAs } from '../check-indicator-name.ts';
import { shippedIndicator } from '../new-workspace.ts';
import { readShippedIndicators } from '../shipped-data.ts';
import { brokenOwners, namedUses } from './formulas-in-use.ts';
import { bare } from './save-region.ts';

/** An indicator of the program's catalogue that the data file, made by an older version, lacks. */
export interface NewlyShipped {
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly group: string;
  /** Why it cannot be added; null when it can. */
  readonly blocked: string | null;
}

type Entry = ReturnType<typeof readShippedIndicators>[number];

function missingEntries(workspace: Workspace): readonly Entry[] {
  const known = new Set(workspace.indicators.all().map(({ code }) => code));
  return readShippedIndicators().filter(({ 代码 }) => !known.has(代码));
}

function idsByShippedName(workspace: Workspace): ReadonlyMap<string, number> {
  const idByCode = new Map(workspace.indicators.all().map(({ code, id }) => [code, id]));
  // By code, since a bureau may have renamed what the program calls so.
  return new Map(
    readShippedIndicators().flatMap(({ 代码, 名称 }) => {
      const id = idByCode.get(代码);
      return id === undefined ? [] : [[名称, id] as const];
    }),
  );
}

interface Ground {
  readonly view: DataView;
  readonly language: FormulaLanguage;
  readonly ids: ReadonlyMap<string, number>;
}

function groundOf(workspace: Workspace): Ground {
  const view = createDataView(workspace);
  return { view, language: createFormulaLanguage(view), ids: idsByShippedName(workspace) };
}

/** The program's own names are sound: only the bureau's can stand in the way. */
function refusal(entry: Entry, { view, language, ids }: Ground): Failure | null {
  for (const name of [entry.名称, ...entry.别名, entry.代码]) {
    const owner = language.names.get(name);
    if (owner?.kind === 'indicator') return { code: 'indicator-name-taken', name, owner: owner.indicator.name };
    const what = reservedAs(name, view);
    if (what !== null) return { code: 'indicator-name-reserved', name, what };
  }
  const base = entry.基础指标;
  return base === undefined || ids.has(base) ? null : { code: 'indicator-unknown', name: base, suggestions: [] };
}

/** What a newer catalogue would bring. Its parts are judged as if what they are a part of had been added. */
export function listNewlyShipped(workspace: Workspace): readonly NewlyShipped[] {
  const missing = missingEntries(workspace);
  const ground = groundOf(workspace);
  const coming = new Set(missing.map(({ 名称 }) => 名称));
  return missing.map((entry) => {
    const { 代码: code, 名称: name, 单位: unit, 分组: group, 基础指标: base } = entry;
    const failure = base !== undefined && coming.has(base) ? null : refusal(entry, ground);
    return { code, name, unit, group, blocked: failure === null ? null : describeFailure(failure) };
  });
}

/** Adds those of the codes, in the catalogue's order; all or none, and no formula in use may come to mean something else. */
export function addShipped(
  workspace: Workspace,
  codes: readonly string[],
  shipped: readonly Rule[],
): Result<number, Failure> {
  const wanted = missingEntries(workspace).filter(({ 代码 }) => codes.includes(代码));
  const present = bare(createDataView(workspace));
  const uses = namedUses(workspace, present, shipped);
  return workspace.attempt(() => {
    for (const entry of wanted) {
      const ground = groundOf(workspace);
      const failure = refusal(entry, ground);
      if (failure) {
        return fail({ code: 'shipped-indicator-blocked', name: entry.名称, reason: describeFailure(failure) });
      }
      workspace.indicators.insert(shippedIndicator(entry, ground.ids));
    }
    const users = brokenOwners(uses, { present, future: createDataView(workspace) });
    if (users.length > 0) return fail({ code: 'change-breaks', what: '新指标的名称', users });
    return succeed(wanted.length);
  });
}

/**
 * Gives an older data file what the catalogue has gained, as far as nothing of the bureau's own stands in the way; that
 * much stays on offer. How many it gained.
 */
export function gainShipped(workspace: Workspace, shipped: readonly Rule[]): number {
  if (missingEntries(workspace).length === 0) return 0;
  const free = listNewlyShipped(workspace).flatMap(({ code, blocked }) => (blocked === null ? [code] : []));
  const all = addShipped(workspace, free, shipped);
  if (all.ok) return all.value;
  // One of them would change what a formula means: the others need not wait for it.
  const gained = free.map((code) => addShipped(workspace, [code], shipped));
  return gained.reduce((count, each) => count + (each.ok ? each.value : 0), 0);
}
