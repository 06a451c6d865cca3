import type { Output } from '../../../shared/api/contract.ts';
import type { Handlers } from '../../../shared/api/dispatch.ts';
import type { importRequests } from '../../../shared/api/importing.ts';
import { fail, type Result, succeed } from '../../../shared/result.ts';
import type { Failure } from '../../../shared/text/failures/index.ts';
import type { PastImport } from '../database/import-repository.ts';
import { returnFailures } from '../database/return-failures.ts';
import type { ImportDesk } from '../importing/session/import-desk.ts';
import { importStatuses } from '../importing/staged-import.ts';
import type { Session } from '../services/session.ts';
import { type UndoneImport, undoImport } from '../services/undo-import.ts';

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
    'imports.list': () => returnFailures(() => succeed(session.workspace.imports.all().map(viewImport))),
    'imports.undo': ({ sourceId }) => returnFailures(() => undone(undoImport(session.workspace, { sourceId, byWhom }))),
  };
}

function viewImport({ sourceId, fileName, at, byWhom, cells, undoneAt }: PastImport): Output<'imports.list'>[number] {
  return { sourceId, fileName, at, byWhom, cells, undoneAt };
}

function undone(result: Result<UndoneImport, Failure>): Result<Output<'imports.undo'>, Failure> {
  if (!result.ok) return result;
  const { restored, confirmed, kept } = result.value;
  return succeed({ restored, confirmed, kept: [...kept] });
}
