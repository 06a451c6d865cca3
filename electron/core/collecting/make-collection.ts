import { randomBytes } from 'node:crypto';
import type { Indicator, Region } from '../../../shared/figures/catalogue.ts';
import type { DataView } from '../../../shared/figures/data-view.ts';
import { createFormulaLanguage } from '../../../shared/figures/formula/language.ts';
import { regionsBelow } from '../../../shared/figures/members.ts';
import { type Period, yearEarlier } from '../../../shared/figures/period.ts';
import { applyRules } from '../../../shared/figures/rules/apply-rules.ts';
import { effectiveRules, type Rule } from '../../../shared/figures/rules/rule.ts';
import { fail, type Result, succeed } from '../../../shared/result.ts';
import type { Failure } from '../../../shared/text/failures/index.ts';
import { createDataView } from '../database/data-view.ts';
import type { Workspace } from '../database/workspace.ts';
import type { Collection, CollectionRows } from './collection.ts';
import type { Form } from './form.ts';
import { indicatorValue } from './indicator-value.ts';
import { type FormGround, planForm } from './plan-form.ts';
import { writeForm } from './write-form.ts';

export interface CollectionRequest {
  readonly title: string;
  readonly indicators: readonly Indicator[];
  readonly region: Region;
  /** Null: every unit directly below the region. */
  readonly units: readonly Region[] | null;
  readonly rows: CollectionRows;
  readonly period: Period;
  readonly lastYear: boolean;
  readonly shipped: readonly Rule[];
  readonly byWhom: string;
}

export interface MadeCollection {
  readonly collection: Collection;
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  readonly notices: readonly string[];
}

/** Makes a fill-in workbook for every unit, and records that it was asked. */
export async function makeCollection(
  workspace: Workspace,
  request: CollectionRequest,
): Promise<Result<MadeCollection, Failure>> {
  const view = createDataView(workspace);
  const units = unitsOf(view, request);
  if (!units.ok) return units;
  const language = createFormulaLanguage(view);
  const { applied } = applyRules(effectiveRules(request.shipped, workspace.rules.own()), language);
  const ground: FormGround = { language, rules: applied };
  const token = randomBytes(16).toString('hex');
  const forms = planForms({ token, view, units: units.value, ground }, request);
  if (!forms.ok) return forms;
  const names = fileNames(units.value, request.title);
  const files: { name: string; bytes: Uint8Array }[] = [];
  const value = indicatorValue({ view, language }, yearEarlier(request.period));
  for (const [index, form] of forms.value.entries()) {
    files.push({ name: names[index] ?? '', bytes: await writeForm(form, value) });
  }
  const made = workspace.attempt(() => succeed(record(workspace, { token, units: units.value, names }, request)));
  return made.ok ? succeed({ collection: made.value, files, notices: noticesOf(forms.value) }) : made;
}

function unitsOf({ regions }: DataView, request: CollectionRequest): Result<readonly Region[], Failure> {
  const { region, units, period } = request;
  const members = regionsBelow(regions, { region, period });
  if (members.length === 0) return fail({ code: 'collection-no-units', region: region.name });
  const stranger = units?.find(({ id }) => !members.some((member) => member.id === id));
  if (stranger) return fail({ code: 'collection-not-member', region: region.name, unit: stranger.name });
  return succeed(units === null ? members : members.filter(({ id }) => units.some((unit) => unit.id === id)));
}

interface Planned {
  readonly token: string;
  readonly view: DataView;
  readonly units: readonly Region[];
  readonly ground: FormGround;
}

function planForms(
  { token, view, units, ground }: Planned,
  { title, period, indicators, lastYear, rows }: CollectionRequest,
): Result<readonly Form[], Failure> {
  const forms: Form[] = [];
  for (const unit of units) {
    const below = rows === 'members' ? regionsBelow(view.regions, { region: unit, period }) : [];
    const members = below.length > 0 ? below : [unit];
    const planned = planForm({ token, title, period, unit, members, indicators, lastYear }, ground);
    if (!planned.ok) return planned;
    forms.push(planned.value);
  }
  return succeed(forms);
}

interface Recorded {
  readonly token: string;
  readonly units: readonly Region[];
  readonly names: readonly string[];
}

function record(workspace: Workspace, { token, units, names }: Recorded, request: CollectionRequest): Collection {
  const { title, period, indicators, rows, lastYear, byWhom } = request;
  return workspace.collections.insert({
    token,
    title,
    period: period.label,
    indicators: indicators.map(({ code }) => code),
    rows,
    lastYear,
    byWhom,
    units: units.map(({ id }, index) => ({ regionId: id, fileName: names[index] ?? '' })),
  });
}

/** Units of one name (two 开发区) get different files. */
function fileNames(units: readonly Region[], title: string): readonly string[] {
  const clean = (text: string) =>
    text
      .replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
      .trim()
      .slice(0, 60);
  const seen = new Map<string, number>();
  return units.map(({ name }) => {
    const base = `${clean(name)}-${clean(title)}`;
    const times = (seen.get(base) ?? 0) + 1;
    seen.set(base, times);
    return `${base}${times > 1 ? `（${times}）` : ''}.xlsx`;
  });
}

function noticesOf([form]: readonly Form[]): readonly string[] {
  const names = form?.leftOut.map(({ name }) => name) ?? [];
  return names.length === 0 ? [] : [`由算式得出、表里不用填的指标没有列入：${names.join('、')}。收回后自动算出。`];
}
