import { tidyDecimal } from '../../../shared/reading/decimal-text.ts';
import { fail, type Result, succeed } from '../../../shared/result.ts';
import type { Failure } from '../../../shared/text/failures/index.ts';
import { handOverReason, type ImportedFigure, type Statement, undoReason } from '../database/import-repository.ts';
import type { ObservationChange, Revision, RevisionState } from '../database/observation-repository.ts';
import type { Workspace } from '../database/workspace.ts';

export interface UndoneImport {
  readonly fileName: string;
  /** Figures that are again as before the import. */
  readonly restored: number;
  /** Figures that another import states as well: they stay, and are its now. */
  readonly confirmed: number;
  /** Figures that were changed since, and stay so. */
  readonly kept: readonly { readonly indicator: string; readonly region: string; readonly period: string }[];
}

/** Takes back what an import wrote, in one transaction; the source and its revisions stay. */
export function undoImport(
  workspace: Workspace,
  { sourceId, byWhom }: { readonly sourceId: number; readonly byWhom: string },
): Result<UndoneImport, Failure> {
  return workspace.attempt(() => {
    const past = workspace.imports.all().find((each) => each.sourceId === sourceId);
    if (!past) return fail({ code: 'import-unknown', id: String(sourceId) });
    if (past.undoneAt !== null) return fail({ code: 'import-undone', name: past.fileName });
    const undone = workspace.imports.undone();
    const kept: ImportedFigure[] = [];
    let restored = 0;
    let confirmed = 0;
    for (const figure of workspace.imports.figures(sourceId)) {
      const earlier = stateBefore(workspace, figure, { sourceId, undone });
      if (earlier === null) {
        kept.push(figure);
        continue;
      }
      // An import before this one stated what stood there then.
      const statement = workspace.imports.confirmations(figure).find((each) => each.sourceId > sourceId);
      const put = restore(workspace, figure, { ...handOver(earlier, statement), byWhom });
      if (!put.ok) return put;
      if (statement === undefined) restored += 1;
      else confirmed += 1;
    }
    workspace.imports.markUndone(sourceId, byWhom);
    return succeed({ fileName: past.fileName, restored, confirmed, kept: named(workspace, kept) });
  });
}

/** A figure that another import states stays as it is, with that import as its source. */
function handOver(earlier: Found, statement: Statement | undefined): Earlier {
  if (statement === undefined) return earlier;
  return { state: earlier.now, sourceId: statement.sourceId, cellReference: statement.cell, reason: handOverReason };
}

interface Found extends Earlier {
  /** What the import wrote, and what stands there now. */
  readonly now: RevisionState | null;
}

interface Earlier {
  /** Null: there was no observation. */
  readonly state: RevisionState | null;
  readonly sourceId: number | null;
  readonly cellReference: string | null;
  readonly reason: string;
}

const nothing: Earlier = { state: null, sourceId: null, cellReference: null, reason: undoReason };

/** What stood there before the import; null where something else stands there now. Other undone imports do not count. */
function stateBefore(
  workspace: Workspace,
  { indicatorId, regionId, period }: ImportedFigure,
  { sourceId, undone }: { readonly sourceId: number; readonly undone: ReadonlySet<number> },
): Found | null {
  const revisions = workspace.observations.revisions({ indicatorId, regionId, periodLabel: period.label });
  const first = revisions.findIndex((each) => each.sourceId === sourceId && each.reason !== undoReason);
  const [imported, last] = [revisions[first], revisions.at(-1)];
  if (!imported || last?.sourceId !== sourceId || !isSame(last, imported)) return null;
  const before = revisions.slice(0, first).findLast((each) => {
    // What undoing took away, nobody stated.
    return each.sourceId === null ? each.reason !== undoReason : !undone.has(each.sourceId);
  });
  const state = before?.after ?? null;
  const now = imported.after;
  if (!before || state === null) return { ...nothing, now };
  return { state, sourceId: before.sourceId, cellReference: before.cellReference, reason: undoReason, now };
}

function isSame({ after: one }: Revision, { after: other }: Revision): boolean {
  if (one === null || other === null || one.asOf !== other.asOf) return false;
  if (one.cell.kind === 'value')
    return other.cell.kind === 'value' && tidyDecimal(one.cell.decimal) === tidyDecimal(other.cell.decimal);
  return other.cell.kind === 'missing' && one.cell.reason === other.cell.reason;
}

function restore(
  workspace: Workspace,
  figure: ImportedFigure,
  { state, sourceId, cellReference, reason, byWhom }: Earlier & { readonly byWhom: string },
): Result<unknown, Failure> {
  const { observations } = workspace;
  const basis = { ...figure, byWhom, reason: undoReason };
  const takeBack: ObservationChange = { ...basis, cell: null, sourceId: null };
  if (state === null) return observations.put(takeBack);
  const earlier: ObservationChange = { ...basis, cell: state.cell, asOf: state.asOf, sourceId, cellReference, reason };
  const put = observations.put(earlier);
  if (!put.ok || put.value !== 'same') return put;
  // An undone import between the two said the same: the figure must not keep the file that is taken back.
  const taken = observations.put(takeBack);
  return taken.ok ? observations.put(earlier) : taken;
}

function named(workspace: Workspace, figures: readonly ImportedFigure[]): UndoneImport['kept'] {
  if (figures.length === 0) return [];
  const indicators = new Map(workspace.indicators.all().map(({ id, name }) => [id, name]));
  const regions = new Map(workspace.regions.all().map(({ id, name }) => [id, name]));
  return figures.map(({ indicatorId, regionId, period }) => ({
    indicator: indicators.get(indicatorId) ?? '',
    region: regions.get(regionId) ?? '',
    period: period.label,
  }));
}
