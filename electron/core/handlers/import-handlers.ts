import type { Handlers } from '../../../shared/api/dispatch.ts';
import { importRequests } from '../../../shared/api/importing.ts';
import { fail, succeed } from '../../../shared/result.ts';
import { returnFailures } from '../database/return-failures.ts';
import type { ImportDesk } from '../importing/session/import-desk.ts';
import { importStatuses } from '../importing/staged-import.ts';
import type { Session } from '../services/session.ts';
import { listImports, undoImport } from '../services/undo-import.ts';

export interface ImportServices {
  readonly desk: ImportDesk;
  readonly uploads: { take(id: string): { readonly name: string; readonly bytes: Uint8Array } | null };
  readonly byWhom: string;
}

type ImportMethod = keyof typeof importRequests;

export function importHandlers(
  session: Session,
  { desk, uploads, byWhom }: ImportServices,
): Pick<Handlers, ImportMethod> {
  return {
    'import.begin': ({ upload, period }) => {
      const file = uploads.take(upload);
      if (file === null) return fail({ code: 'upload-gone' });
      const { path: workspacePath } = session.workspace;
      return succeed({ id: desk.begin({ workspacePath, byWhom, file, period }) });
    },
    'import.state': ({ id }) => desk.state(id),
    'import.rows': async ({ id, ...which }) => {
      const reply = await desk.ask(id, { kind: 'rows', ...which });
      if (!reply.ok) return reply;
      return reply.value.kind === 'rows' ? succeed(reply.value.reply) : fail({ code: 'import-over' });
    },
    'import.cells': async ({ id, status, from, count }) => {
      const wanted = importStatuses.find((each) => each === status) ?? null;
      const reply = await desk.ask(id, { kind: 'cells', status: wanted, from, count });
      if (!reply.ok) return reply;
      return reply.value.kind === 'cells' ? succeed(reply.value.reply) : fail({ code: 'import-over' });
    },
    'import.answer': ({ id, mapping }) => {
      const taken = desk.order(id, { kind: 'answer', mapping });
      return taken.ok ? succeed({}) : taken;
    },
    'import.commit': ({ id, rules }) => {
      const taken = desk.order(id, { kind: 'commit', rules });
      return taken.ok ? succeed({}) : taken;
    },
    'import.cancel': async ({ id }) => {
      await desk.cancel(id);
      return succeed({});
    },
    'imports.list': () => returnFailures(() => succeed(listImports(session.workspace))),
    'imports.undo': ({ sourceId }) => returnFailures(() => undoImport(session.workspace, { sourceId, byWhom })),
  };
}
