import { fail, type Result, succeed } from '../../result.ts';
import type { Indicator } from '../catalogue.ts';
import { suggestNames } from '../suggest.ts';
import { parseUnit } from '../unit.ts';
import type { Checked, ScopeChange } from './checked.ts';
import type { FormulaLanguage, Named } from './language.ts';
import { type DimensionQualifier, type QualifierProblem, readQualifiers, readShifts } from './qualifiers.ts';
import type { Expression, FormulaProblem } from './syntax.ts';

type Name = Extract<Expression, { kind: 'name' }>;

/** `是不是“甲”“乙”？`, or nothing. */
export function proposal(names: readonly string[]): string {
  return names.length === 0 ? '' : `是不是“${names.join('”“')}”？`;
}

function qualifierMessage({ kind, qualifier, suggestions }: QualifierProblem): string {
  const place = `“[${qualifier.text}]”`;
  if (kind === 'second-region') return `${place}是第二个地区，一个指标只能写一个地区。`;
  if (kind === 'second-period') return `${place}与另一个期不能同时写，请只留一个。`;
  if (kind === 'second-basis') return `${place}是第二个口径，上报、汇总只能写一个。`;
  return `${place}既不是地区也不是期。${proposal(suggestions) || '可以写地区名称、上年、上半年、2020年等。'}`;
}

/** [小学] for [学段=小学]: a dimension's value without its name. */
function bareDimension({ kind, qualifier }: QualifierProblem, name: string, language: FormulaLanguage): string | null {
  const named = language.names.get(name);
  if (kind !== 'unknown' || named?.kind !== 'indicator') return null;
  const { id, part } = named.indicator;
  const baseId = part?.baseId ?? id;
  for (const sibling of language.indicators) {
    if (sibling.part?.baseId !== baseId) continue;
    const found = Object.entries(sibling.part.dimensions).find(([, value]) => value === qualifier.text);
    if (found) return `“[${qualifier.text}]”是分项，请写成 [${found[0]}=${found[1]}]。`;
  }
  return null;
}

/** Proposals by the name that the catalogue shows, also when an alias or code is nearest. */
function nearNames(wrong: string, { names }: FormulaLanguage): readonly string[] {
  const shown = suggestNames(wrong, names.names()).map((name) => {
    const named = names.get(name);
    return named?.kind === 'indicator' ? named.indicator.name : name;
  });
  return [...new Set(shown)];
}

/** A region or period written before the name instead of behind it: 吴兴区随迁子女人数, 2021年随迁子女人数. */
function misplacedQualifier(wrong: string, { names, regions }: FormulaLanguage): string | null {
  for (let at = 1; at < wrong.length - 1; at += 1) {
    const name = wrong.slice(at);
    const place = wrong.slice(0, at);
    if (names.get(name) === undefined) continue;
    if (regions.get(place) !== undefined || readShifts(place) !== null) return `请写成 ${name}[${place}]。`;
  }
  return null;
}

/** The indicator that is this part of another: 在校生数[学段=小学]. */
function findPart(
  base: Indicator,
  asked: readonly DimensionQualifier[],
  language: FormulaLanguage,
): Result<Indicator, Omit<FormulaProblem, 'code'>> {
  const wanted = new Map(Object.entries(base.part?.dimensions ?? {}));
  for (const { dimension, value } of asked) wanted.set(dimension, value);
  const baseId = base.part?.baseId ?? base.id;
  const siblings = language.indicators.filter(({ part }) => part?.baseId === baseId);
  const found = siblings.find(({ part }) => {
    const own = Object.entries(part?.dimensions ?? {});
    return own.length === wanted.size && own.every(([dimension, value]) => wanted.get(dimension) === value);
  });
  if (found) return succeed(found);
  const known = siblings.map(({ part }) =>
    Object.entries(part?.dimensions ?? {})
      .map(([dimension, value]) => `${dimension}=${value}`)
      .join(', '),
  );
  const span = asked[0]?.qualifier.span ?? { start: 0, end: 0 };
  const text = asked.map(({ qualifier }) => qualifier.text).join(', ');
  const near = suggestNames(text, known);
  const choices = known.length === 0 ? '这个指标没有分项。' : `可以写：${known.slice(0, 8).join('；')}。`;
  return fail({ message: `“${base.name}”没有“[${text}]”这个分项。${proposal(near) || choices}`, span });
}

/** Why an indicator of the parent cannot be had by adding up those below it; null when it can. */
function whyNotCollected(indicator: Indicator, language: FormulaLanguage): string | null {
  if (indicator.formula === null) {
    if (indicator.aggregation === '合计') return null;
    return `指标“${indicator.name}”不能由下级汇总（汇总办法是“${indicator.aggregation}”）。`;
  }
  for (const part of language.namedIndicators(indicator)) {
    const why = whyNotCollected(part, language);
    if (why) return `“${indicator.name}”里的${why}`;
  }
  return null;
}

/** Resolves a name with its qualifiers: an indicator somewhere, or a special name. All problems at once. */
export function checkName(expression: Name, language: FormulaLanguage): Result<Checked, readonly FormulaProblem[]> {
  const problems: FormulaProblem[] = [];
  const read = readQualifiers(expression.qualifiers, language.regions);
  if (!read.ok) {
    for (const problem of read.error) {
      const message = bareDimension(problem, expression.name, language) ?? qualifierMessage(problem);
      problems.push({ code: 'unknown-qualifier', message, span: problem.qualifier.span });
    }
  }
  const named: Named | undefined = language.names.get(expression.name);
  if (named === undefined) {
    const { name } = expression;
    const near = misplacedQualifier(name, language) ?? proposal(nearNames(name, language));
    const message = `没有名为“${name}”的指标。${near || '请检查名称，或先添加这个指标。'}`;
    problems.push({ code: 'unknown-name', message, span: expression.nameSpan });
  }
  if (!read.ok || named === undefined) return fail(problems);
  const { scope, dimensions } = read.value;
  if (named.kind === 'special') return succeed({ kind: 'special', type: { kind: 'text' }, name: named.name, scope });
  const part = dimensions.length === 0 ? succeed(named.indicator) : findPart(named.indicator, dimensions, language);
  if (!part.ok) return fail([{ code: 'unknown-qualifier', ...part.error }]);
  return checkIndicator({ indicator: part.value, scope, expression }, language);
}

interface NamedIndicator {
  readonly indicator: Indicator;
  readonly scope: ScopeChange;
  readonly expression: Name;
}

function checkIndicator(
  { indicator, scope, expression }: NamedIndicator,
  language: FormulaLanguage,
): Result<Checked, readonly FormulaProblem[]> {
  const { span } = expression;
  const broken = language.whyBroken(indicator);
  if (broken) return fail([{ ...broken, span }]);
  const why = scope.basis === '汇总' ? whyNotCollected(indicator, language) : null;
  if (why) return fail([{ code: 'not-summable', message: why, span }]);
  const unit = parseUnit(indicator.unit);
  const movement = null;
  return succeed({
    kind: 'indicator',
    type: { kind: 'number', unit, literal: false, movement, orText: false },
    indicator,
    scope,
  });
}
