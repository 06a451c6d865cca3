import { type Result, succeed } from '../../../shared/result.ts';
import type { Failure } from '../../../shared/text/failures/index.ts';
import type { Workspace } from '../database/workspace.ts';
import type { StagedImport } from '../importing/staged-import.ts';
import type { CollectionReturn, UnitFile, UnitReturn } from './read-collection.ts';

/** Which workbook of each unit is taken: its SHA-256 by region id. */
export type Choices = ReadonlyMap<number, string>;

/** What is taken when the person says nothing: the only workbook of a unit; of 重报 none. */
export function plainChoices({ units }: CollectionReturn): Choices {
  return new Map(
    units.flatMap(({ unit, state, files: [only] }) =>
      state === '已报' && only ? [[unit.id, only.sha256] as const] : [],
    ),
  );
}

interface Chosen {
  readonly unit: UnitReturn['unit'];
  readonly file: UnitFile;
}

function chosenOf({ units }: CollectionReturn, choices: Choices): readonly Chosen[] {
  return units.flatMap(({ unit, files }) => {
    const file = files.find(({ sha256 }) => sha256 === choices.get(unit.id));
    return file ? [{ unit, file }] : [];
  });
}

/** The chosen figures as an import: what is written, and what is not and why. */
export function stagedOf(returns: CollectionReturn, choices: Choices): StagedImport {
  const cells = chosenOf(returns, choices).flatMap(({ file }) => file.cells);
  return { tables: [], cells, questions: [], totals: [], proposedRules: [], assumptions: [] };
}

export interface TakenReturns {
  readonly units: number;
  readonly written: number;
  /** One for each workbook that changed anything. */
  readonly sourceIds: readonly number[];
}

/** Writes the chosen workbooks, all or none; each is a source of its own, so that each can be undone alone. */
export function takeReturns(
  workspace: Workspace,
  returns: CollectionReturn,
  { choices, byWhom }: { readonly choices: Choices; readonly byWhom: string },
): Result<TakenReturns, Failure> {
  const chosen = chosenOf(returns, choices);
  return workspace.attempt(() => {
    const sourceIds: number[] = [];
    let written = 0;
    for (const { unit, file } of chosen) {
      const taken = takeFile(workspace, file, byWhom);
      if (!taken.ok) return taken;
      if (taken.value.sourceId !== null) sourceIds.push(taken.value.sourceId);
      written += taken.value.written;
      workspace.collections.markReturned(returns.collection.id, unit.id, taken.value.sourceId);
    }
    return succeed({ units: chosen.length, written, sourceIds });
  });
}

function takeFile(workspace: Workspace, { fileName, sha256, cells }: UnitFile, byWhom: string) {
  const writes = cells.flatMap(({ cell, write }) => (write ? [{ ...write, cellReference: cell }] : []));
  if (writes.length === 0) return succeed({ sourceId: null, written: 0 });
  const file = { name: fileName, sha256 };
  const { id: sourceId } = workspace.sources.insert({ kind: '文件', title: fileName, byWhom, file });
  let written = 0;
  for (const write of writes) {
    const put = workspace.observations.put({ ...write, sourceId, byWhom });
    if (!put.ok) return put;
    if (put.value !== 'same') written += 1;
  }
  return succeed({ sourceId, written });
}
