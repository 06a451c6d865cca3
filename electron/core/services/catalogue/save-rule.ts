import { applyRules } from '../../../../shared/figures/rules/apply-rules.ts';
import type { OwnRule, Rule } from '../../../../shared/figures/rules/rule.ts';
import { fail, type Result, succeed } from '../../../../shared/result.ts';
import type { Failure } from '../../../../shared/text/failures/index.ts';
import type { Workspace } from '../../database/workspace.ts';
import { openReportData } from '../report-data.ts';

/** A rule as it stands: where it comes from, whether it is judged, and what keeps it from being judged. */
export interface RuleEntry {
  readonly rule: Rule;
  /** `changed`: a shipped rule with the bureau's own severity, tolerance or switch. */
  readonly origin: 'shipped' | 'changed' | 'own';
  readonly enabled: boolean;
  readonly problem: string | null;
}

/** What a person writes of a rule. */
export interface RuleRequest extends Omit<Rule, 'code'> {
  /** Null for a new one. */
  readonly code: string | null;
  readonly enabled: boolean;
}

/** Every rule, in force or switched off: the shipped ones in their order, then the bureau's own. */
export function listRules(workspace: Workspace, shipped: readonly Rule[]): readonly RuleEntry[] {
  const own = new Map(workspace.rules.own().map((each) => [each.rule.code, each]));
  const shippedCodes = new Set(shipped.map(({ code }) => code));
  const entries = [
    ...shipped.map((rule): Omit<RuleEntry, 'problem'> => {
      const change = own.get(rule.code);
      return change === undefined
        ? { rule, origin: 'shipped', enabled: true }
        : { rule: change.rule, origin: 'changed', enabled: change.enabled };
    }),
    ...[...own.values()]
      .filter(({ rule }) => !shippedCodes.has(rule.code))
      .map(({ rule, enabled }): Omit<RuleEntry, 'problem'> => ({ rule, origin: 'own', enabled })),
  ];
  const effective = entries.map(
    ({ rule, origin }) => ({ rule, origin: origin === 'own' ? origin : 'shipped' }) as const,
  );
  const { problems } = applyRules(effective, openReportData(workspace).language);
  const problemOf = new Map(problems.map(({ rule, message }) => [rule.code, message]));
  return entries.map((entry) => ({ ...entry, problem: problemOf.get(entry.rule.code) ?? null }));
}

function freeCode(own: readonly OwnRule[]): string {
  const taken = new Set(own.map(({ rule }) => rule.code));
  for (let number = 1; ; number += 1) if (!taken.has(`own_r_${number}`)) return `own_r_${number}`;
}

/** Only what may differ from the shipped rule: its formula and meaning stay the program's. */
function readChange(request: RuleRequest, shipped: Rule): Result<Rule, Failure> {
  const same = request.formula.trim() === shipped.formula && request.name.trim() === shipped.name;
  if (!same) return fail({ code: 'rule-formula-is-shipped', name: shipped.name });
  const { severity, missing } = request;
  return succeed({ ...shipped, severity, missing, tolerance: request.tolerance.trim() });
}

function readOwn(request: RuleRequest, entries: readonly RuleEntry[], own: readonly OwnRule[]): Result<Rule, Failure> {
  const name = request.name.trim();
  if (name === '') return fail({ code: 'rule-name-needed' });
  // A code that is not in use any more: its deletion is taken back, and remarks on its findings find it again.
  const code = request.code ?? freeCode(own);
  const twin = entries.find(({ rule }) => rule.name === name && rule.code !== code);
  if (twin !== undefined) return fail({ code: 'rule-name-taken', name });
  const { enabled: _, ...rule } = request;
  return succeed({
    ...rule,
    code,
    name,
    family: request.family.trim(),
    formula: request.formula.trim(),
    tolerance: request.tolerance.trim(),
    message: request.message.trim(),
  });
}

/** Adds or changes an own rule, or overrides severity, tolerance and switch of a shipped one. */
export function saveRule(
  workspace: Workspace,
  request: RuleRequest,
  { shipped, byWhom }: { readonly shipped: readonly Rule[]; readonly byWhom: string },
): Result<Rule, Failure> {
  const original = shipped.find(({ code }) => code === request.code);
  const rule =
    original === undefined
      ? readOwn(request, listRules(workspace, shipped), workspace.rules.own())
      : readChange(request, original);
  if (!rule.ok) return rule;
  if (!/^\d{1,6}(\.\d{1,6})?$/.test(rule.value.tolerance)) {
    return fail({ code: 'rule-tolerance', text: rule.value.tolerance });
  }
  if (original === undefined) {
    const { problems } = applyRules([{ rule: rule.value, origin: 'own' }], openReportData(workspace).language);
    const [problem] = problems;
    if (problem !== undefined) return fail({ code: 'rule-refused', message: problem.message });
  }
  return workspace.attempt(() => {
    const isAsShipped =
      original !== undefined && request.enabled && JSON.stringify(original) === JSON.stringify(rule.value);
    if (isAsShipped) workspace.rules.remove(rule.value.code);
    else workspace.rules.put(rule.value, { enabled: request.enabled, byWhom });
    return succeed(rule.value);
  });
}

/** Deletes an own rule, or takes the bureau's change of a shipped one back. Remarks on its findings stay recorded. */
export function deleteRule(workspace: Workspace, code: string): Result<OwnRule, Failure> {
  const own = workspace.rules.own().find(({ rule }) => rule.code === code);
  if (own === undefined) return fail({ code: 'rule-gone' });
  return workspace.attempt(() => {
    workspace.rules.remove(code);
    return succeed(own);
  });
}
