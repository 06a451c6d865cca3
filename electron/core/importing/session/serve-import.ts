import { createHash } from 'node:crypto';
import type { MessagePort } from 'node:worker_threads';
import type { ImportReview } from '../../../../shared/api/import-review.ts';
import type { Result } from '../../../../shared/result.ts';
import { describeFailure, type Failure } from '../../../../shared/text/failures/index.ts';
import type { Clock } from '../../database/clock.ts';
import { openWorkspace } from '../../database/workspace.ts';
import { readGrid } from '../reading/read-grid.ts';
import { ImportSession } from './import-session.ts';
import type { ImportOrder, ImportReport, ImportThreadData } from './messages.ts';
import { ShownFirst } from './show-first.ts';

/** Most rows between two reports of progress. */
const reportEvery = 2_000;

/** Runs one import: reads the file, stages it, and then does what the person orders until it is written. */
export function serveImport(port: MessagePort, data: ImportThreadData, clock: Clock): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker thread, not a window
  const report = (message: ImportReport) => port.postMessage(message);
  const end = (failure: Failure) => {
    report({ kind: 'failed', message: describeFailure(failure) });
    port.close();
  };
  const { name, bytes } = data.file;
  const first = new ShownFirst(report);
  const grid = readGrid(bytes, name, (sheets) => first.show(sheets));
  if (!grid.ok) {
    end(grid.error);
    return;
  }
  first.show(grid.value.sheets);
  report({ kind: 'working', step: 'staging', done: 0, all: 0 });
  const workspace = openWorkspace(data.workspacePath, { clock });
  if (!workspace.ok) {
    end(workspace.error);
    return;
  }
  port.once('close', () => workspace.value.close());
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const session = new ImportSession(workspace.value, { grid: grid.value, sha256, period: data.period });
  const stage = () => {
    const begun = session.begin();
    if (begun.ok) report({ kind: 'ready', review: begun.value, refusal: null });
    else end(begun.error);
  };
  port.on('message', (order: ImportOrder) => follow(order, { session, report, port, data }));
  // What the page asked for meanwhile comes first.
  setImmediate(stage);
}

interface Service {
  readonly session: ImportSession;
  readonly report: (message: ImportReport) => void;
  readonly port: MessagePort;
  readonly data: ImportThreadData;
}

function follow(order: ImportOrder, service: Service): void {
  const { session, report } = service;
  switch (order.kind) {
    case 'answer':
      tell(session.answer(order), service);
      return;
    case 'commit':
      commit(service);
      return;
    case 'look':
      lookAgain(order.seq, service);
      return;
    case 'rows':
      report({ kind: 'rows', seq: order.seq, reply: session.rows(order) });
      return;
    case 'cells':
      report({ kind: 'cells', seq: order.seq, reply: session.cells(order) });
  }
}

/** The new review; or the one there was, with the reason why there is no new one. */
function tell(outcome: Result<ImportReview, Failure>, { session, report }: Service): void {
  if (outcome.ok) report({ kind: 'ready', review: outcome.value, refusal: null });
  else report({ kind: 'ready', review: session.review(), refusal: describeFailure(outcome.error) });
}

/** The reply goes before the work, so that whoever asked sees that there is some. */
function lookAgain(seq: number, service: Service): void {
  const { session, report } = service;
  const isStale = session.isStale();
  if (isStale) report({ kind: 'working', step: 'staging', done: 0, all: 0 });
  report({ kind: 'look', seq });
  if (isStale) setImmediate(() => tell(session.stage(), service));
}

/** A refusal (a period that is 定稿, a full disk) leaves the review with all answers where it was. */
function commit(service: Service): void {
  const { session, report, port, data } = service;
  let told = 0;
  const outcome = session.commit(data.byWhom, (done, all) => {
    if (done - told < reportEvery && done < all) return;
    told = done;
    report({ kind: 'working', step: 'writing', done, all });
  });
  if (!outcome.ok) {
    // The period may have been closed since, or a figure changed: the review says so from now on.
    const isStale = outcome.error.code === 'import-stale' || session.isStale();
    const staged = isStale ? session.stage() : null;
    const review = staged?.ok ? staged.value : session.review();
    report({ kind: 'ready', review, refusal: describeFailure(outcome.error) });
    return;
  }
  report({ kind: 'done', fileName: data.file.name, ...outcome.value });
  port.close();
}
