import type { Failure } from '../../../shared/text/failures/index.ts';
import type { ImportPlan, PlannedCell } from './plan-import.ts';

/** Two cells for the same figure must agree; when they do not, neither is written. */
export function refuseConflicts(plan: ImportPlan): ImportPlan {
  const conflicts = findConflicts([{ fileName: null, plan }]);
  return withRefusals(plan, conflicts);
}

export interface FilePlan {
  readonly fileName: string;
  readonly plan: ImportPlan;
}

/** The same across files that are imported together: none of them may win by standing later in the list. */
export function refuseConflictsBetween<File extends FilePlan>(files: readonly File[]): readonly File[] {
  if (files.length < 2) return files;
  const conflicts = findConflicts(files);
  return files.map((file) => ({ ...file, plan: withRefusals(file.plan, conflicts) }));
}

function findConflicts(
  files: readonly { readonly fileName: string | null; readonly plan: ImportPlan }[],
): ReadonlyMap<PlannedCell, Failure> {
  const claims = files.flatMap(({ fileName, plan }) =>
    plan.cells
      .filter(({ claim, status }) => claim !== null && !status.startsWith('unknown'))
      .map((cell) => ({ cell, place: fileName === null ? cell.cell : `${fileName} 的 ${cell.cell}` })),
  );
  const groups = Map.groupBy(claims, ({ cell }) => `${cell.region}\t${cell.indicator}\t${cell.period}`);
  const conflicts = new Map<PlannedCell, Failure>();
  for (const group of groups.values()) {
    if (new Set(group.map(({ cell }) => cell.claim)).size < 2) continue;
    const failure: Failure = { code: 'import-cell-conflict', cells: group.map(({ place }) => place) };
    for (const { cell } of group) conflicts.set(cell, failure);
  }
  return conflicts;
}

function withRefusals(plan: ImportPlan, conflicts: ReadonlyMap<PlannedCell, Failure>): ImportPlan {
  const cells = plan.cells.map((cell): PlannedCell => {
    const problem = conflicts.get(cell);
    return problem ? { ...cell, status: 'unreadable', problem, write: null } : cell;
  });
  return { ...plan, cells };
}
