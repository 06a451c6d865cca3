import { defaultProofreadingOptions, ProofreadingOptions } from '../../../../shared/proofreading/own-lists.ts';
import type { Workspace } from '../../database/workspace.ts';

const key = 'proofreading';

/** 设置 › 校核; what this program cannot read, from another version of it, gives way to nothing set. */
export function readProofreadingOptions(workspace: Workspace): ProofreadingOptions {
  const stored = workspace.settings.get(key);
  if (stored === undefined) return defaultProofreadingOptions;
  try {
    return ProofreadingOptions.safeParse(JSON.parse(stored)).data ?? defaultProofreadingOptions;
  } catch {
    return defaultProofreadingOptions;
  }
}

export function saveProofreadingOptions(workspace: Workspace, options: ProofreadingOptions): void {
  workspace.settings.set(key, JSON.stringify(options));
}
