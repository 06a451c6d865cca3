import { randomBytes } from 'node:crypto';
import type { collectingRequests } from '../../../shared/api/collecting.ts';
import type { Handlers } from '../../../shared/api/dispatch.ts';
import { fail, succeed } from '../../../shared/result.ts';
import type { RenderedFile } from '../backend/messages.ts';
import type { Uploads } from '../backend/uploads.ts';
import { findingsOf } from '../collecting/check-returns.ts';
import { makeCollection } from '../collecting/make-collection.ts';
import { type CollectionReturn, readCollection } from '../collecting/read-collection.ts';
import { openReturnInWorker, type ReturnFile } from '../collecting/read-sheets.ts';
import { summariseReturns } from '../collecting/summarise-returns.ts';
import { takeReturns } from '../collecting/take-returns.ts';
import { returnFailures } from '../database/return-failures.ts';
import { writeZip } from '../exporting/zip/canonical-zip.ts';
import { findPeriod } from '../services/find-by-name.ts';
import { collectionChoices, listCollections } from '../services/list-collections.ts';
import type { Session } from '../services/session.ts';
import { shippedRules } from '../services/shipped-rules.ts';

export interface CollectingServices {
  readonly uploads: Pick<Uploads, 'take'>;
  /** Keeps a file for saving or downloading; its handle. */
  readonly keepFile: (file: RenderedFile) => string;
  readonly byWhom: string;
}

/** What was read last, until it is taken: the bytes were handed over once. */
interface KeptReading {
  readonly handle: string;
  readonly workspacePath: string;
  readonly returns: CollectionReturn;
}

type Collecting = Pick<Handlers, keyof typeof collectingRequests>;

export function collectingHandlers(session: Session, services: CollectingServices): Collecting {
  return { ...makingHandlers(session, services), ...readingHandlers(session, services) };
}

function makingHandlers(session: Session, { keepFile, byWhom }: CollectingServices) {
  return {
    'collect.choices': () => returnFailures(() => succeed(collectionChoices(session.workspace))),
    'collect.list': () => returnFailures(() => succeed(listCollections(session.workspace))),
    'collect.make': (input) =>
      returnFailures(async () => {
        const { workspace } = session;
        const period = findPeriod(input.period);
        if (!period.ok) return period;
        const regions = workspace.regions.all();
        const region = regions.find(({ id }) => id === input.regionId);
        if (!region) return fail({ code: 'collection-unknown' });
        const indicators = workspace.indicators.all().filter(({ group }) => group === input.group);
        if (indicators.length === 0) return fail({ code: 'collection-no-indicators', group: input.group });
        const { title, rows, lastYear, unitIds } = input;
        const units = unitIds && regions.filter(({ id }) => unitIds.includes(id));
        const asked = { title, rows, lastYear, units, region, indicators, period: period.value };
        const made = await makeCollection(workspace, { ...asked, shipped: shippedRules(), byWhom });
        if (!made.ok) return made;
        const { collection, files, notices } = made.value;
        const bytes = writeZip(files.map(({ name, bytes: content }) => ({ path: name, content })));
        const name = `${collection.title}（${collection.period}）.zip`;
        return succeed({
          id: collection.id,
          file: { id: keepFile({ name, bytes }), name },
          units: files.length,
          notices,
        });
      }),
  } satisfies Partial<Handlers>;
}

function readingHandlers(session: Session, { uploads, byWhom }: CollectingServices) {
  let kept: KeptReading | null = null;
  return {
    'collect.read': ({ uploads: handles }) =>
      returnFailures(async () => {
        const files = await takeAll(uploads, handles);
        if (!files) return fail({ code: 'upload-gone' });
        const { workspace } = session;
        const returns = readCollection(workspace, files, null);
        if (!returns.ok) return returns;
        const handle = randomBytes(16).toString('hex');
        kept = { handle, workspacePath: workspace.path, returns: returns.value };
        const { collection, strangers, notices } = returns.value;
        const units = summariseReturns(returns.value, findingsOf(workspace, returns.value, shippedRules()));
        const { title, period } = collection;
        return succeed({ reading: handle, title, period, units, strangers, notices });
      }),
    'collect.take': ({ reading, choices }) =>
      returnFailures(() => {
        const { workspace } = session;
        if (kept?.handle !== reading || kept.workspacePath !== workspace.path) return fail({ code: 'upload-gone' });
        const chosen = new Map(choices.map(({ regionId, sha256 }) => [regionId, sha256]));
        const taken = takeReturns(workspace, kept.returns, { choices: chosen, byWhom });
        if (!taken.ok) return taken;
        kept = null;
        return taken;
      }),
  } satisfies Partial<Handlers>;
}

async function takeAll(
  uploads: Pick<Uploads, 'take'>,
  handles: readonly string[],
): Promise<readonly ReturnFile[] | null> {
  const files = handles.flatMap((handle) => uploads.take(handle) ?? []);
  if (files.length !== handles.length) return null;
  const opened: ReturnFile[] = [];
  // One after the other: a folder of them must not fill the memory.
  for (const file of files) opened.push(await openReturnInWorker(file));
  return opened;
}
