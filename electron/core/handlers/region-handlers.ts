import type { RegionTableInput } from '../../../shared/api/catalogue.ts';
import type { Output } from '../../../shared/api/contract.ts';
import type { Handlers } from '../../../shared/api/dispatch.ts';
import { fail, type Result, succeed } from '../../../shared/result.ts';
import type { Failure } from '../../../shared/text/failures/index.ts';
import type { Uploads } from '../backend/uploads.ts';
import { returnFailures } from '../database/return-failures.ts';
import type { Workspace } from '../database/workspace.ts';
import type { Grid } from '../importing/grid.ts';
import { readGrid } from '../importing/reading/read-grid.ts';
import { readGridInWorker } from '../importing/reading/read-in-worker.ts';
import { deleteRegion, endRegion, resumeRegion } from '../services/catalogue/end-region.ts';
import { initialsOf } from '../services/catalogue/initials.ts';
import { previewRegions } from '../services/catalogue/region-table/import-regions.ts';
import {
  importRegionsUndoably,
  type RegionImport,
  undoRegionImport,
} from '../services/catalogue/region-table/undo-region-import.ts';
import { moveRegion, saveRegion } from '../services/catalogue/save-region.ts';
import { chooseHome, chosenHome, homeRegion } from '../services/home-region.ts';
import type { Session } from '../services/session.ts';
import { shippedRules } from '../services/shipped-rules.ts';

export interface CatalogueServices {
  readonly uploads: Pick<Uploads, 'take'>;
  readonly byWhom: string;
}

const nothing = () => succeed({});

function viewRegions(workspace: Workspace): Output<'catalogue.regions'> {
  const regions = workspace.regions.all();
  const nameOf = (id: number | null) => regions.find((region) => region.id === id)?.name ?? null;
  const changes = new Map(workspace.regions.changes().map((change) => [change.oldId, change]));
  return {
    homeId: homeRegion(workspace)?.id ?? null,
    isHomeChosen: chosenHome(workspace) !== null,
    regions: regions.map((region) => {
      const change = changes.get(region.id);
      const end = change && { on: change.onDate, into: nameOf(change.newId), note: change.note };
      return { ...region, aliases: [...region.aliases], initials: initialsOf(region.name), end: end ?? null };
    }),
  };
}

/** A file is read in a thread of its own; what was pasted is plain text. */
async function readTable(input: RegionTableInput, uploads: Pick<Uploads, 'take'>): Promise<Result<Grid, Failure>> {
  if (input.kind === 'text') return readGrid(new TextEncoder().encode(input.text), '粘贴的内容');
  const file = uploads.take(input.upload);
  return file ? readGridInWorker(file.bytes, file.name) : fail({ code: 'upload-gone' });
}

/** Joins the requests about regions to their services. */
export function regionHandlers(session: Session, { uploads, byWhom }: CatalogueServices) {
  let lastImport: (RegionImport & { readonly importId: number; readonly file: string }) | null = null;
  return {
    'catalogue.regions': () => succeed(viewRegions(session.workspace)),
    'catalogue.saveRegion': (request) =>
      returnFailures(() => {
        const saved = saveRegion(session.workspace, request, shippedRules());
        return saved.ok ? succeed({ id: saved.value.id }) : saved;
      }),
    'catalogue.moveRegion': (request) => returnFailures(() => moveRegion(session.workspace, request)),
    'catalogue.endRegion': (request) =>
      returnFailures(() => {
        const ended = endRegion(session.workspace, { ...request, byWhom: byWhom });
        return ended.ok ? nothing() : ended;
      }),
    'catalogue.resumeRegion': ({ id }) =>
      returnFailures(() => {
        const again = resumeRegion(session.workspace, id, shippedRules());
        return again.ok ? nothing() : again;
      }),
    'catalogue.deleteRegion': ({ id }) =>
      returnFailures(() => {
        const deleted = deleteRegion(session.workspace, id, shippedRules());
        return deleted.ok ? nothing() : deleted;
      }),
    'catalogue.chooseHome': ({ id }) =>
      returnFailures(() => {
        chooseHome(session.workspace, id === null ? null : { id });
        return nothing();
      }),
    'catalogue.previewRegions': (input) =>
      returnFailures(async () => {
        const table = await readTable(input, uploads);
        if (!table.ok) return table;
        const plan = previewRegions(session.workspace, table.value);
        if (!plan.ok) return plan;
        return succeed(plan.value.map(({ line, status, name, note }) => ({ line, status, name, note })));
      }),
    'catalogue.importRegions': (input) =>
      returnFailures(async () => {
        const table = await readTable(input, uploads);
        if (!table.ok) return table;
        const done = importRegionsUndoably(session.workspace, table.value, shippedRules());
        if (!done.ok) return done;
        const importId = (lastImport?.importId ?? 0) + 1;
        lastImport = { ...done.value, importId, file: session.workspace.instanceId };
        return succeed({ added: done.value.added.length, changed: done.value.changed.length, importId });
      }),
    'catalogue.undoRegionImport': ({ importId }) =>
      returnFailures(() => {
        const isLast = lastImport?.importId === importId && lastImport.file === session.workspace.instanceId;
        if (lastImport === null || !isLast) return fail({ code: 'region-import-gone' });
        const undone = undoRegionImport(session.workspace, lastImport, shippedRules());
        return undone.ok ? nothing() : undone;
      }),
  } satisfies Partial<Handlers>;
}
