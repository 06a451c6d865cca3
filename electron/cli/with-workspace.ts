import { resolve } from 'node:path';
import type { Result } from '../../shared/result.ts';
import type { Failure } from '../../shared/text/failures/index.ts';
import { returnFailures } from '../core/database/return-failures.ts';
import { openWorkspace, type Workspace } from '../core/database/workspace.ts';
import type { CommandContext } from './command.ts';

/** Opens the data file, runs the work, and closes the file whatever happens. */
export async function withWorkspace<Value>(
  path: string,
  context: CommandContext,
  work: (workspace: Workspace) => Result<Value, Failure> | Promise<Result<Value, Failure>>,
): Promise<Result<Value, Failure>> {
  const opened = openWorkspace(resolve(context.folder, path), { clock: context.clock });
  if (!opened.ok) return opened;
  return returnFailures(async () => {
    try {
      return await work(opened.value);
    } finally {
      opened.value.close();
    }
  });
}
