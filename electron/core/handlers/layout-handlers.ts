import type { Handlers } from '../../../shared/api/dispatch.ts';
import { succeed } from '../../../shared/result.ts';
import { returnFailures } from '../database/return-failures.ts';
import { readLayout, saveLayout } from '../services/bureau-layout.ts';
import type { Session } from '../services/session.ts';

/** Joins the requests about 版式 to their services. */
export function layoutHandlers(session: Session) {
  return {
    'layout.read': () => returnFailures(() => succeed(readLayout(session.workspace))),
    'layout.save': (options) =>
      returnFailures(() => {
        saveLayout(session.workspace, options);
        return succeed({});
      }),
  } satisfies Partial<Handlers>;
}
