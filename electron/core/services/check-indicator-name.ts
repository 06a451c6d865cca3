import type { Indicator } from '../../../shared/figures/catalogue.ts';
import type { DataView } from '../../../shared/figures/data-view.ts';
import { createFormulaLanguage, type FormulaLanguage } from '../../../shared/figures/formula/language.ts';
import { readShifts } from '../../../shared/figures/formula/qualifiers.ts';
import { parts } from '../../../shared/figures/functions/definition.ts';
import { findFunction, functionKeywords } from '../../../shared/figures/functions/index.ts';
import { memberSelectors } from '../../../shared/figures/members.ts';
import { normalizeSigns } from '../../../shared/figures/name-index.ts';
import { fail, type Result, succeed } from '../../../shared/result.ts';
import type { Failure } from '../../../shared/text/failures/index.ts';

const specialNames: readonly string[] = ['地区', '期', '指标'];
const bases: readonly string[] = ['上报', '汇总'];
const longestName = 60;

/** What a word means to the formula language already; null for a word that is free. */
export function reservedAs(name: string, view: DataView): string | null {
  if (findFunction(name)) return '函数';
  if (memberSelectors.includes(name) || view.namedSet(name) !== undefined) return '范围';
  if (functionKeywords.includes(name)) return '关键字';
  if (bases.includes(name)) return '口径';
  if (specialNames.includes(name)) return '特定的名称';
  return readShifts(name) === null ? null : '期';
}

/** Signs that end or open something wherever they stand, in formulas or in the templates around them. */
function strangeSign(name: string): string | undefined {
  return /[[\]{}“”"|‖,、;；\p{Cc}]/u.exec(name)?.[0];
}

function bracketsMatch(name: string): boolean {
  let open = 0;
  for (const sign of name) {
    if (sign === '(') open += 1;
    if (sign === ')') open -= 1;
    if (open < 0) return false;
  }
  return open === 0;
}

/** Why a name could not be read in a formula; null when it can. */
function unreadableDetail(name: string, language: FormulaLanguage): string | null {
  if (name === '') return '是空的';
  if (name.length > longestName) return `超过 ${longestName} 个字`;
  const sign = strangeSign(name);
  if (sign !== undefined && /\p{Cc}/u.test(sign)) return '里有看不见的符号';
  if (sign !== undefined) return /[“”"]/.test(sign) ? '里有引号' : `里有“${sign}”`;
  if (!bracketsMatch(name)) return '的括号没有配对';
  if (language.check(name).ok) return '本身就能当作算式读';
  return null;
}

/** What a formula is made of; two readings of one text differ in it. */
function reading(formula: string, language: FormulaLanguage): string | null {
  const checked = language.check(formula);
  if (!checked.ok) return null;
  return [...parts(checked.value)]
    .map((part) => (part.kind === 'indicator' ? `${part.kind} ${part.indicator.id}` : part.kind))
    .join('\n');
}

export interface NamedCandidate {
  /** The new indicator as it would be stored; its id is no other's. */
  readonly candidate: Indicator;
  readonly view: DataView;
  /** Formulas in use, whose meaning must stay. */
  readonly formulas: readonly string[];
}

/** The language as it will be with the new indicator. */
export function languageWith({ candidate, view }: Pick<NamedCandidate, 'candidate' | 'view'>): FormulaLanguage {
  return createFormulaLanguage({
    indicators: [...view.indicators, candidate],
    regions: view.regions,
    namedSet: (name) => view.namedSet(name),
  });
}

/** Refuses names that are taken, that mean something already, that cannot be read, or that change what formulas say. */
export function checkNames(named: NamedCandidate): Result<void, Failure> {
  const { candidate, view, formulas } = named;
  const present = createFormulaLanguage(view);
  for (const each of [candidate.name, ...candidate.aliases, candidate.code]) {
    const name = normalizeSigns(each).trim();
    const owner = present.names.get(name);
    if (owner?.kind === 'indicator')
      return fail({ code: 'indicator-name-taken', name: each, owner: owner.indicator.name });
    const what = reservedAs(name, view);
    if (what !== null) return fail({ code: 'indicator-name-reserved', name: each, what });
    const detail = unreadableDetail(name, present);
    if (detail !== null) return fail({ code: 'indicator-name-unreadable', name: each, detail });
  }
  const future = languageWith(named);
  const changed = formulas.find((formula) => {
    const before = reading(formula, present);
    return before !== null && before !== reading(formula, future);
  });
  if (changed === undefined) return succeed(undefined);
  return fail({ code: 'indicator-name-ambiguous', name: candidate.name, formula: changed });
}
