import { createHash } from 'node:crypto';
import type { MessagePort } from 'node:worker_threads';
import { describeFailure, type Failure } from '../../../../shared/text/failures/index.ts';
import type { Clock } from '../../database/clock.ts';
import { openWorkspace } from '../../database/workspace.ts';
import { readGrid } from '../reading/read-grid.ts';
import { ImportSession } from './import-session.ts';
import type { ImportOrder, ImportReport, ImportThreadData } from './messages.ts';

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
  const grid = readGrid(bytes, name);
  if (!grid.ok) {
    end(grid.error);
    return;
  }
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
    const staged = session.stage();
    if (staged.ok) report({ kind: 'ready', review: staged.value });
    else end(staged.error);
  };
  const commit = (rules: readonly string[]) => {
    let told = 0;
    const outcome = session.commit(rules, data.byWhom, (done, all) => {
      if (done - told < reportEvery && done < all) return;
      told = done;
      report({ kind: 'working', step: 'writing', done, all });
    });
    if (!outcome.ok) {
      end(outcome.error);
      return;
    }
    report({ kind: 'done', fileName: name, ...outcome.value });
    port.close();
  };
  port.on('message', (order: ImportOrder) => {
    switch (order.kind) {
      case 'answer':
        session.answer(order.mapping);
        return stage();
      case 'commit':
        return commit(order.rules);
      case 'rows':
        return report({ kind: 'rows', seq: order.seq, reply: session.rows(order) });
      case 'cells':
        return report({ kind: 'cells', seq: order.seq, reply: session.cells(order) });
    }
  });
  stage();
}
