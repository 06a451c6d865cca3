import type { Output } from '../../../shared/api/contract.ts';
import type { Handlers } from '../../../shared/api/dispatch.ts';
import { succeed } from '../../../shared/result.ts';
import { returnFailures } from '../database/return-failures.ts';
import type { Workspace } from '../database/workspace.ts';
import { addShipped, listNewlyShipped } from '../services/catalogue/add-shipped.ts';
import { checkFormulaText } from '../services/catalogue/check-formula.ts';
import { previewUnit } from '../services/catalogue/convert-unit.ts';
import { initialsOf } from '../services/catalogue/initials.ts';
import {
  dropPeriod,
  listPeriods,
  lockPeriod,
  openPeriod,
  proposePeriod,
  unlockPeriod,
} from '../services/catalogue/periods.ts';
import { deleteIndicator, saveIndicator, shippedCodes } from '../services/catalogue/save-indicator.ts';
import { deleteRule, listRules, saveRule } from '../services/catalogue/save-rule.ts';
import type { Session } from '../services/session.ts';
import { ruleFamilies } from '../services/shipped-data.ts';
import { shippedRules } from '../services/shipped-rules.ts';
import { type CatalogueServices, regionHandlers } from './region-handlers.ts';

const nothing = () => succeed({});

function viewPeriods(workspace: Workspace): Output<'catalogue.periods'> {
  const entries = listPeriods(workspace);
  return {
    next: proposePeriod(entries)?.label ?? null,
    periods: entries.map(({ period, observations, isLocked, tables, events }) => ({
      label: period.label,
      kind: period.kind,
      // As the tables below count: 未报 is an observation, and yet nothing that is there.
      observations: tables.reduce((count, { filled }) => count + filled, 0),
      isLocked,
      isEmpty: observations === 0,
      tables: [...tables],
      events: [...events],
    })),
  };
}

function periodHandlers(session: Session, byWhom: string) {
  return {
    'catalogue.periods': () => succeed(viewPeriods(session.workspace)),
    'catalogue.openPeriod': ({ label }) =>
      returnFailures(() => {
        const opened = openPeriod(session.workspace, { label, byWhom: byWhom });
        return opened.ok ? succeed({ label: opened.value.label }) : opened;
      }),
    'catalogue.dropPeriod': ({ label }) =>
      returnFailures(() => {
        const dropped = dropPeriod(session.workspace, label);
        return dropped.ok ? nothing() : dropped;
      }),
    'catalogue.lockPeriod': ({ label }) =>
      returnFailures(() => {
        const locked = lockPeriod(session.workspace, label, byWhom);
        return locked.ok ? nothing() : locked;
      }),
    'catalogue.unlockPeriod': ({ label, reason }) =>
      returnFailures(() => {
        const unlocked = unlockPeriod(session.workspace, label, { reason, byWhom: byWhom });
        return unlocked.ok ? nothing() : unlocked;
      }),
  } satisfies Partial<Handlers>;
}

function viewIndicators(workspace: Workspace): Output<'catalogue.indicators'>['indicators'] {
  const shipped = shippedCodes();
  const indicators = workspace.indicators.all();
  const nameById = new Map(indicators.map(({ id, name }) => [id, name]));
  return indicators.map(({ scale, part, aliases, ...indicator }) => ({
    ...indicator,
    aliases: [...aliases],
    decimals: scale,
    base: part === null ? null : (nameById.get(part.baseId) ?? null),
    dimensions: Object.entries(part?.dimensions ?? {}).map(([dimension, value]) => `${dimension}=${value}`),
    initials: initialsOf(indicator.name),
    origin: shipped.has(indicator.code) ? 'shipped' : 'own',
    observations: workspace.indicators.uses(indicator.id).observations,
  }));
}

function indicatorHandlers(session: Session, byWhom: string) {
  return {
    'indicators.list': () =>
      succeed(
        session.workspace.indicators.all().map(({ code, name, aliases, unit, group, formula }) => ({
          code,
          name,
          aliases: [...aliases],
          unit,
          group,
          formula,
          initials: initialsOf(name),
        })),
      ),
    'catalogue.indicators': () =>
      succeed({
        indicators: viewIndicators(session.workspace),
        newlyShipped: [...listNewlyShipped(session.workspace)],
      }),
    'catalogue.previewUnit': ({ id, unit }) => previewUnit(session.workspace, { id, unit }),
    'catalogue.saveIndicator': ({ decimals, unitChange: kind, ...request }) =>
      returnFailures(() => {
        const unitChange = kind === 'convert' ? { kind, byWhom } : kind && { kind };
        const typed = { ...request, unitChange, decimals: decimals === null ? null : String(decimals) };
        const saved = saveIndicator(session.workspace, typed, shippedRules());
        return saved.ok ? succeed({ id: saved.value.id, name: saved.value.name }) : saved;
      }),
    'catalogue.deleteIndicator': ({ id }) =>
      returnFailures(() => {
        const deleted = deleteIndicator(session.workspace, id, shippedRules());
        return deleted.ok ? nothing() : deleted;
      }),
    'catalogue.addShipped': ({ codes }) =>
      returnFailures(() => {
        const added = addShipped(session.workspace, codes, shippedRules());
        return added.ok ? succeed({ added: added.value }) : added;
      }),
    'catalogue.checkFormula': (input) => {
      const { problems, unit } = checkFormulaText(session.workspace, input);
      return succeed({ problems: [...problems], unit });
    },
  } satisfies Partial<Handlers>;
}

function ruleHandlers(session: Session, byWhom: string) {
  return {
    'catalogue.rules': () => {
      const entries = listRules(session.workspace, shippedRules());
      const rules = entries.map(({ rule, ...entry }) => ({
        ...structuredClone(rule),
        ...entry,
        initials: initialsOf(rule.name),
      }));
      const families = [...new Set([...ruleFamilies, ...entries.map(({ rule }) => rule.family)])];
      return succeed({ rules: rules as Output<'catalogue.rules'>['rules'], families });
    },
    'catalogue.saveRule': (request) =>
      returnFailures(() => {
        const saved = saveRule(session.workspace, request, { shipped: shippedRules(), byWhom: byWhom });
        return saved.ok ? succeed({ code: saved.value.code }) : saved;
      }),
    'catalogue.deleteRule': ({ code }) =>
      returnFailures(() => {
        const deleted = deleteRule(session.workspace, code);
        return deleted.ok ? nothing() : deleted;
      }),
  } satisfies Partial<Handlers>;
}

/** Joins the requests of the 设置 place to their services. */
export function catalogueHandlers(session: Session, services: CatalogueServices) {
  const { byWhom } = services;
  return {
    ...regionHandlers(session, services),
    ...periodHandlers(session, byWhom),
    ...indicatorHandlers(session, byWhom),
    ...ruleHandlers(session, byWhom),
  } satisfies Partial<Handlers>;
}
