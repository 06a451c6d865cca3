import { type Result, succeed } from '../../../shared/result.ts';
import type { Failure } from '../../../shared/text/failures/index.ts';
import type { Workspace } from '../database/workspace.ts';
import type { ImportPlan } from './plan-import.ts';

export interface ImportedFile {
  readonly fileName: string;
  readonly sha256: string;
  readonly byWhom: string;
}

export interface ImportOutcome {
  /** Null when nothing had to be written, so that no source was made either. */
  readonly sourceId: number | null;
  readonly written: number;
}

/** Writes what the plan says in one transaction, all or nothing, with the file as its source. */
export function commitPlan(
  workspace: Workspace,
  plan: ImportPlan,
  { fileName, sha256, byWhom }: ImportedFile,
): Result<ImportOutcome, Failure> {
  const cells = plan.cells.flatMap(({ cell, write }) => (write ? [{ cell, write }] : []));
  if (cells.length === 0) return succeed({ sourceId: null, written: 0 });
  return workspace.attempt(() => {
    const file = { name: fileName, sha256 };
    const source = workspace.sources.insert({ kind: '文件', title: fileName, byWhom, file });
    let written = 0;
    for (const { cell, write } of cells) {
      const put = workspace.observations.put({ ...write, sourceId: source.id, cellReference: cell, byWhom });
      if (!put.ok) return put;
      if (put.value !== 'same') written += 1;
    }
    return succeed({ sourceId: source.id, written });
  });
}
