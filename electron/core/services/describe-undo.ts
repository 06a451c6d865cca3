import { foldName } from '../../../shared/reading/fold-name.ts';
import { fail, type Result, succeed } from '../../../shared/result.ts';
import type { Failure } from '../../../shared/text/failures/index.ts';
import type { Workspace } from '../database/workspace.ts';
import { holdsForNext } from '../importing/remembered-mapping.ts';

/** What taking an import back does, and what of it stays all the same. */
export interface UndoOutlook {
  /** Figures that the import wrote. */
  readonly cells: number;
  /** Names of what it added, as far as it is still there. */
  readonly regions: readonly string[];
  readonly indicators: readonly string[];
  /** Whether answers are remembered for the next file of its layout. */
  readonly isRemembered: boolean;
  /** The bureau's own rules; some may have been kept with the import. */
  readonly ownRules: number;
}

/** Looks only; `undoImport` does it. */
export function describeUndo(workspace: Workspace, sourceId: number): Result<UndoOutlook, Failure> {
  const past = workspace.imports.all().find((each) => each.sourceId === sourceId);
  if (!past) return fail({ code: 'import-unknown', id: String(sourceId) });
  const said = workspace.imports.said(sourceId);
  const answers = Object.values(said?.answers ?? {});
  const named = (kind: 'new-region' | 'new-indicator', present: readonly { readonly name: string }[]) => {
    const wanted = new Set(answers.flatMap((answer) => (answer.kind === kind ? [foldName(answer.name)] : [])));
    return present.flatMap(({ name }) => (wanted.has(foldName(name)) ? [name] : []));
  };
  return succeed({
    cells: past.cells,
    regions: named('new-region', workspace.regions.all()),
    indicators: named('new-indicator', workspace.indicators.all()),
    isRemembered: said !== null && holdsForNext(said),
    ownRules: workspace.rules.own().length,
  });
}
