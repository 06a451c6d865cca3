import { isDeepStrictEqual } from 'node:util';
import { defaultOptions, LayoutOptions } from '../../../shared/gongwen/options.ts';
import type { Workspace } from '../database/workspace.ts';

const key = 'layout';

/** 版式 of the bureau; one that this program cannot read, from another version of it, gives way to the standard's. */
export function readLayout(workspace: Workspace): LayoutOptions {
  const stored = workspace.settings.get(key);
  if (stored === undefined) return defaultOptions;
  return LayoutOptions.safeParse(parseJson(stored)).data ?? defaultOptions;
}

/** Whether the bureau's 版式 is the standard's. */
export function hasStandardLayout(workspace: Workspace): boolean {
  return isDeepStrictEqual(readLayout(workspace), defaultOptions);
}

export function saveLayout(workspace: Workspace, options: LayoutOptions): void {
  workspace.settings.set(key, JSON.stringify(options));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
