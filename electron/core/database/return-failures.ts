import { fail, type Result } from '../../../shared/result.ts';
import type { Failure } from '../../../shared/text/failures/index.ts';
import { WorkspaceError } from './workspace-error.ts';

/** Turns an expected failure of the data file (locked, disk full, gone), thrown from any depth, into a value. */
export async function returnFailures<Value>(
  work: () => Result<Value, Failure> | Promise<Result<Value, Failure>>,
): Promise<Result<Value, Failure>> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof WorkspaceError) return fail(error.failure);
    throw error;
  }
}
