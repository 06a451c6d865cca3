import type { Output } from '../../../shared/api/contract.ts';
import type { Handlers } from '../../../shared/api/dispatch.ts';
import type { importRequests } from '../../../shared/api/importing.ts';
import { fail, type Result, succeed } from '../../../shared/result.ts';
import type { Failure } from '../../../shared/text/failures/index.ts';
import type { PastImport } from '../database/import-repository.ts';
import { returnFailures } from '../database/return-failures.ts';
import type { ImportDesk } from '../importing/session/import-desk.ts';
import type { Question, Reply } from '../importing/session/running-import.ts';
import { importStatuses } from '../importing/staged-import.ts';
import { describeUndo } from '../services/describe-undo.ts';
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
      const begun = desk.begin({ workspacePath, byWhom, file, period });
      return begun.ok ? succeed({ id: begun.value }) : begun;
    },
    'import.current': () => succeed({ id: desk.current(session.workspace.path) }),
    'import.state': async ({ id, seen }) => {
      const running = desk.find(id);
      if (!running.ok) return running;
      const state = await running.value.lookAgain();
      return succeed(state.kind === 'ready' && state.review.version === seen ? { kind: 'unchanged' } : state);
    },
    'import.rows': async ({ id, sheet, from, count }) => {
      const reply = await ask(desk, id, { kind: 'rows', sheet, from, count });
      if (!reply.ok) return reply;
      return reply.value.kind === 'rows' ? succeed(reply.value.reply) : fail({ code: 'import-over' });
    },
    'import.cells': async ({ id, status, from, count }) => {
      const wanted = importStatuses.find((each) => each === status) ?? null;
      const reply = await ask(desk, id, { kind: 'cells', status: wanted, from, count });
      if (!reply.ok) return reply;
      return reply.value.kind === 'cells' ? succeed(reply.value.reply) : fail({ code: 'import-over' });
    },
    'import.answer': ({ id, mapping, rules, review }) => {
      const running = desk.find(id);
      const taken = running.ok ? running.value.order({ kind: 'answer', mapping, rules }, review) : running;
      return taken.ok ? succeed({}) : taken;
    },
    'import.commit': ({ id, review }) => {
      const running = desk.find(id);
      const taken = running.ok ? running.value.order({ kind: 'commit' }, review) : running;
      return taken.ok ? succeed({}) : taken;
    },
    'import.cancel': async ({ id }) => {
      await desk.cancel(id);
      return succeed({});
    },
    'imports.list': () => returnFailures(() => succeed(session.workspace.imports.all().map(viewImport))),
    'imports.outlook': ({ sourceId }) =>
      returnFailures(() => {
        const outlook = describeUndo(session.workspace, sourceId);
        if (!outlook.ok) return outlook;
        const { regions, indicators, ...rest } = outlook.value;
        return succeed({ ...rest, regions: [...regions], indicators: [...indicators] });
      }),
    'imports.undo': ({ sourceId }) => returnFailures(() => undone(undoImport(session.workspace, { sourceId, byWhom }))),
  };
}

async function ask(desk: ImportDesk, id: string, question: Question): Promise<Result<Reply, Failure>> {
  const running = desk.find(id);
  return running.ok ? running.value.ask(question) : running;
}

function viewImport({ sourceId, fileName, at, byWhom, cells, undoneAt }: PastImport): Output<'imports.list'>[number] {
  return { sourceId, fileName, at, byWhom, cells, undoneAt };
}

function undone(result: Result<UndoneImport, Failure>): Result<Output<'imports.undo'>, Failure> {
  if (!result.ok) return result;
  const { restored, confirmed, kept } = result.value;
  return succeed({ restored, confirmed, kept: [...kept] });
}
