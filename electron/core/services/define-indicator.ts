import type { Aggregation, Indicator } from '../../../shared/figures/catalogue.ts';
import type { DataView } from '../../../shared/figures/data-view.ts';
import type { Checked } from '../../../shared/figures/formula/checked.ts';
import type { FormulaLanguage } from '../../../shared/figures/formula/language.ts';
import { parts } from '../../../shared/figures/functions/definition.ts';
import { expectSummable } from '../../../shared/figures/functions/summable.ts';
import type { Rule } from '../../../shared/figures/rules/rule.ts';
import { parseUnit, type Unit } from '../../../shared/figures/unit.ts';
import { fail, type Result, succeed } from '../../../shared/result.ts';
import type { Failure } from '../../../shared/text/failures/index.ts';
import { createDataView } from '../database/data-view.ts';
import type { Workspace } from '../database/workspace.ts';
import { checkNames, languageWith } from './check-indicator-name.ts';
import { readPart } from './read-part.ts';

/** A new indicator as typed; null for what was not said. */
export interface DefineRequest {
  readonly name: string;
  readonly unit: string;
  readonly code: string | null;
  readonly aliases: readonly string[];
  readonly formula: string | null;
  readonly decimals: string | null;
  readonly timing: string | null;
  readonly aggregation: string | null;
  readonly better: string | null;
  readonly group: string | null;
  readonly definition: string | null;
  /** The indicator that it is a part of, and which part: `学段=小学`. */
  readonly base: string | null;
  readonly dimensions: readonly string[];
  /** Rules that ship with the program: their formulas must keep their meaning. */
  readonly shipped: readonly Rule[];
}

const timings = ['时点', '时期'] as const;
const aggregations = ['合计', '加权', '最新', '不可加'] as const satisfies readonly Aggregation[];
const directions = ['高', '低'] as const;

function readChoice<Choice extends string>(
  option: string,
  text: string | null,
  choices: readonly Choice[],
): Result<Choice | null, Failure> {
  if (text === null) return succeed(null);
  const found = choices.find((choice) => choice === text.trim());
  return found === undefined ? fail({ code: 'choice-unknown', option, text, choices }) : succeed(found);
}

/** A number per something else, which the values of several regions do not add up to. */
function isRate(unit: Unit): boolean {
  return (unit.dimension === '' && unit.symbol !== '') || unit.dimension === '百分点' || unit.dimension.includes('/');
}

function readDecimals(text: string | null, unit: Unit): Result<number, Failure> {
  if (text === null) return succeed(isRate(unit) || unit.exponent > 0 ? 2 : 0);
  return /^[0-6]$/.test(text.trim()) ? succeed(Number(text)) : fail({ code: 'decimals-invalid', text });
}

function freeCode(indicators: readonly Indicator[]): string {
  const taken = new Set(indicators.map(({ code }) => code));
  for (let number = 1; ; number += 1) if (!taken.has(`own_${number}`)) return `own_${number}`;
}

/** The indicator as it was typed; what was left out follows from unit and formula. */
function readCandidate(request: Omit<DefineRequest, 'shipped'>, view: DataView): Result<Indicator, Failure> {
  const unitText = request.unit.trim();
  if (/[\s[\]{}()“”"|,，、=+\-*×÷\d]/u.test(unitText))
    return fail({ code: 'indicator-unit-unreadable', unit: request.unit });
  const unit = parseUnit(unitText);
  const timing = readChoice('timing', request.timing, timings);
  if (!timing.ok) return timing;
  const aggregation = readChoice('aggregation', request.aggregation, aggregations);
  if (!aggregation.ok) return aggregation;
  const better = readChoice('better', request.better, directions);
  if (!better.ok) return better;
  const decimals = readDecimals(request.decimals, unit);
  if (!decimals.ok) return decimals;
  const code = request.code?.trim() ?? freeCode(view.indicators);
  if (!/^[A-Za-z]\w*$/.test(code)) return fail({ code: 'indicator-code-invalid', text: code });
  const formula = request.formula?.trim() ?? '';
  const rateAggregation = formula === '' ? '不可加' : '加权';
  return succeed({
    id: 1 + Math.max(0, ...view.indicators.map(({ id }) => id)),
    code,
    name: request.name.trim(),
    aliases: request.aliases.map((alias) => alias.trim()),
    unit: unitText,
    scale: decimals.value,
    shownDecimals: decimals.value,
    timing: timing.value ?? '时点',
    aggregation: aggregation.value ?? (isRate(unit) ? rateAggregation : '合计'),
    formula: formula === '' ? null : formula,
    better: better.value,
    definition: request.definition?.trim() ?? '',
    group: request.group?.trim() ?? '',
    part: null,
  });
}

/** Refuses a way of adding up that would give a false total. */
function checkAggregation(candidate: Indicator, derivation: Checked | null): Failure | null {
  const { name, unit, aggregation, formula } = candidate;
  if (aggregation === '加权' && formula === null) return { code: 'indicator-weight-needs-formula', name };
  if (aggregation !== '合计') return null;
  const proposal = formula === null ? '不可加' : '加权';
  const parsed = parseUnit(unit);
  if (isRate(parsed)) {
    return { code: 'indicator-not-summable', name, message: `各地的“${unit}”不能相加。`, proposal };
  }
  const summable = derivation === null ? succeed(undefined) : expectSummable(derivation, parsed, '合计');
  return summable.ok ? null : { code: 'indicator-not-summable', name, message: summable.error.message, proposal };
}

/** Refuses a formula that does not check, that gives another kind of amount, or that comes back to itself. */
function checkFormula(candidate: Indicator, language: FormulaLanguage): Failure | null {
  if (candidate.formula === null) return checkAggregation(candidate, null);
  const broken = language.whyBroken(candidate);
  if (broken?.code === 'cycle') return { code: 'indicator-formula-refused', message: broken.message };
  const checked = language.check(candidate.formula);
  if (!checked.ok) {
    const problems = checked.error.map(({ message, span }) => `第 ${span.start + 1} 个字：${message}`);
    return { code: 'formula-invalid', problems };
  }
  if (broken) return { code: 'indicator-formula-refused', message: broken.message };
  return checkAggregation(candidate, checked.value);
}

/** A derived indicator is of a span when anything it is made of is. */
function timingOf(candidate: Indicator, language: FormulaLanguage): Indicator['timing'] {
  if (candidate.formula === null) return candidate.timing;
  const named = [...parts(language.derivation(candidate))];
  return named.some((part) => part.kind === 'indicator' && part.indicator.timing === '时期') ? '时期' : '时点';
}

/** The catalogue that an indicator is to stand in, and the formulas in use whose meaning must stay. */
export interface Surroundings {
  /** Without the indicator itself, where it is to be changed. */
  readonly view: DataView;
  readonly formulas: readonly string[];
}

/** The indicator as it would be stored, found to be sound; or the reason why it is refused and what to write instead. */
export function examineIndicator(
  request: Omit<DefineRequest, 'shipped'>,
  { view, formulas }: Surroundings,
): Result<Indicator, Failure> {
  const read = readCandidate(request, view);
  if (!read.ok) return read;
  const candidate = read.value;
  const names = checkNames({ candidate, view, formulas });
  if (!names.ok) return names;
  const language = languageWith({ candidate, view });
  const failure = checkFormula(candidate, language);
  if (failure !== null) return fail(failure);
  const part = readPart(request, candidate, view.indicators);
  if (!part.ok) return part;
  const timing = request.timing === null ? timingOf(candidate, language) : candidate.timing;
  const aliases = candidate.aliases.filter((alias) => alias !== candidate.name);
  return succeed({ ...candidate, timing, aliases, part: part.value });
}

/** Adds an indicator of the bureau's own, or refuses it with the reason and what to write instead. */
export function defineIndicator(workspace: Workspace, request: DefineRequest): Result<Indicator, Failure> {
  const view = createDataView(workspace);
  const formulas = [
    ...view.indicators.flatMap(({ formula }) => formula ?? []),
    ...[...request.shipped, ...workspace.rules.own().map(({ rule }) => rule)].map(({ formula }) => formula),
  ];
  const examined = examineIndicator(request, { view, formulas });
  if (!examined.ok) return examined;
  const { id: _, ...stored } = examined.value;
  return workspace.attempt(() => succeed(workspace.indicators.insert(stored)));
}
