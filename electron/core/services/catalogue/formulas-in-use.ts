import type { DataView } from '../../../../shared/figures/data-view.ts';
import type { Checked } from '../../../../shared/figures/formula/checked.ts';
import { createFormulaLanguage, type FormulaLanguage } from '../../../../shared/figures/formula/language.ts';
import { parts } from '../../../../shared/figures/functions/definition.ts';
import type { Rule } from '../../../../shared/figures/rules/rule.ts';
import { figuresOf } from '../../../../shared/report/compute.ts';
import type { ReportDocument } from '../../../../shared/report/document.ts';
import { parseTemplate } from '../../../../shared/report/template/parse.ts';
import type { Workspace } from '../../database/workspace.ts';
import { listTemplates } from '../find-template.ts';

/** A text whose meaning rests on the catalogue's names, and where it stands. */
export interface NamedUse {
  readonly kind: 'formula' | 'region';
  readonly text: string;
  /** As a person calls it: 模板“…”, 报告《…》. */
  readonly owner: string;
}

function usesOfDocument(document: ReportDocument, owner: string): readonly NamedUse[] {
  const figures = document.content.flatMap((block) => [...figuresOf(block)].map(({ attributes }) => attributes));
  const placed = [...figures, ...(document.attrs.conditions ?? [])];
  return placed.flatMap(({ formula, scope }): readonly NamedUse[] => [
    { kind: 'formula', text: formula, owner },
    ...(scope?.region === undefined ? [] : [{ kind: 'region', text: scope.region, owner } as const]),
  ]);
}

function usesOfTemplate(markdown: string, owner: string): readonly NamedUse[] {
  const parsed = parseTemplate(markdown);
  const { references } = parsed.ok ? parsed.value : parsed.error;
  return references
    .filter(({ kind }) => kind === 'formula' || kind === 'point' || kind === 'condition')
    .map(({ text }) => ({ kind: 'formula', text, owner }));
}

/** A rule about each of many indicators reads the same of any: one stands for them. */
function usesOfRule({ name, formula, applies }: Rule, { indicators }: DataView): readonly NamedUse[] {
  const subject = indicators.find(({ unit }) => applies?.units?.includes(unit) ?? true);
  return [
    { kind: 'formula', text: formula.replaceAll('{指标}', `“${subject?.name ?? ''}”`), owner: `勾稽关系“${name}”` },
  ];
}

/** Every formula and region name that the data file and the program keep. */
export function namedUses(workspace: Workspace, view: DataView, shipped: readonly Rule[]): readonly NamedUse[] {
  const own = workspace.rules.own().map(({ rule }) => rule);
  const ownCodes = new Set(own.map(({ code }) => code));
  const rules = [...own, ...shipped.filter(({ code }) => !ownCodes.has(code))];
  return [
    ...view.indicators.flatMap(({ name, formula }): readonly NamedUse[] =>
      formula === null ? [] : [{ kind: 'formula', text: formula, owner: formulaOwner(name) }],
    ),
    ...rules.flatMap((rule) => usesOfRule(rule, view)),
    ...listTemplates(workspace).flatMap(({ name, markdown }) => usesOfTemplate(markdown, `模板“${name}”`)),
    ...workspace.reports.list().flatMap(({ id, title }) => {
      const report = workspace.reports.get(id);
      return report.ok ? usesOfDocument(report.value.document, `报告《${title}》`) : [];
    }),
  ];
}

function partText(part: Checked): string {
  if (part.kind === 'indicator') return `${part.indicator.id}@${part.scope.region?.id ?? ''}`;
  return part.kind === 'special' ? `${part.name}@${part.scope.region?.id ?? ''}` : part.kind;
}

/** What a text means; null where it means nothing, or where its units do not fit together. */
function meaning({ kind, text }: NamedUse, language: FormulaLanguage): string | null {
  if (kind === 'region') return String(language.regions.get(text)?.id ?? '') || null;
  const checked = language.check(text);
  return checked.ok ? [...parts(checked.value)].map(partText).join('\n') : null;
}

/** Who would be left with a text that means nothing any more, or something else, once the catalogue is the future one. */
export function brokenOwners(
  uses: readonly NamedUse[],
  { present, future }: { readonly present: DataView; readonly future: DataView },
): readonly string[] {
  const before = createFormulaLanguage(present);
  const after = createFormulaLanguage(future);
  const broken = uses.filter((use) => {
    const meant = meaning(use, before);
    return meant !== null && meant !== meaning(use, after);
  });
  const unsound = future.indicators.filter((indicator) => {
    const was = present.indicators.find(({ id }) => id === indicator.id);
    return was !== undefined && before.whyBroken(was) === null && after.whyBroken(indicator) !== null;
  });
  return [...new Set([...broken.map(({ owner }) => owner), ...unsound.map(({ name }) => formulaOwner(name))])];
}

function formulaOwner(indicator: string): string {
  return `指标“${indicator}”的算式`;
}
