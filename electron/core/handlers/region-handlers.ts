import type { RegionTableInput } from '../../../shared/api/catalogue.ts';
import type { Output } from '../../../shared/api/contract.ts';
import type { Handlers } from '../../../shared/api/dispatch.ts';
import { succeed } from '../../../shared/result.ts';
import { returnFailures } from '../database/return-failures.ts';
import type { Workspace } from '../database/workspace.ts';
import { deleteRegion, endRegion, resumeRegion } from '../services/catalogue/end-region.ts';
import { initialsOf } from '../services/catalogue/initials.ts';
import { importRegions, previewRegions, type RegionTable } from '../services/catalogue/region-table/import-regions.ts';
import { moveRegion, saveRegion } from '../services/catalogue/save-region.ts';
import { chooseHome, chosenHome, homeRegion } from '../services/home-region.ts';
import type { Session } from '../services/session.ts';
import { shippedRules } from '../services/shipped-rules.ts';

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

function tableOf(input: RegionTableInput): RegionTable {
  return input.kind === 'text'
    ? { bytes: new TextEncoder().encode(input.text), fileName: '粘贴的内容' }
    : { bytes: Buffer.from(input.base64, 'base64'), fileName: input.name };
}

/** Joins the requests about regions to their services. */
export function regionHandlers(session: Session, byWhom: string) {
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
      returnFailures(() => {
        const plan = previewRegions(session.workspace, tableOf(input));
        if (!plan.ok) return plan;
        return succeed(plan.value.map(({ line, status, name, note }) => ({ line, status, name, note })));
      }),
    'catalogue.importRegions': (input) =>
      returnFailures(() => {
        const plan = importRegions(session.workspace, tableOf(input), shippedRules());
        if (!plan.ok) return plan;
        const count = (wanted: string) => plan.value.filter(({ status }) => status === wanted).length;
        return succeed({ added: count('new'), changed: count('changed') });
      }),
  } satisfies Partial<Handlers>;
}
