import type { Indicator } from '../../../../shared/figures/catalogue.ts';
import { createFormulaLanguage, type FormulaLanguage } from '../../../../shared/figures/formula/language.ts';
import type { ImportContext } from '../import-context.ts';
import type { Line, RecognisedTable } from '../recognised-table.ts';
import type { ProposedRule } from '../staged-import.ts';
import { canonicalRule } from './canonical-rule.ts';
import { known } from './place.ts';
import { shiftBetween } from './unit-scale.ts';

/** Rules that the headers suggest (合计 beside its parts, 其中) and that nothing in force says already, each once. */
export function proposeRules(
  tables: readonly RecognisedTable[],
  context: ImportContext,
  inForce: readonly string[],
): readonly ProposedRule[] {
  const candidates = tables.flatMap(({ rows, columns }) => [...rulesOf(rows), ...rulesOf(columns)]);
  if (candidates.length === 0) return [];
  const language = createFormulaLanguage(context.view);
  const derivations = context.indicators.flatMap(({ name, formula }) =>
    formula === null ? [] : [`“${name}” = ${formula}`],
  );
  const taken = new Set([...inForce, ...derivations].map((formula) => canonicalRule(formula, language)));
  return candidates.flatMap((candidate) => {
    const formula = readable(candidate, language);
    const canonical = formula === null ? null : canonicalRule(formula, language);
    if (formula === null || canonical === null || taken.has(canonical)) return [];
    taken.add(canonical);
    return [{ name: candidate.name, family: candidate.family, formula }];
  });
}

interface Candidate {
  readonly name: string;
  readonly family: ProposedRule['family'];
  readonly write: (nameOf: (indicator: Indicator) => string) => string;
}

function rulesOf(lines: readonly Line[]): readonly Candidate[] {
  const byIndex = new Map(lines.map((line) => [line.index, line]));
  return lines.flatMap((line) => {
    const whole = known(line.indicator);
    if (!whole || whole.id < 0) return [];
    return [...sumOf(whole, line, byIndex), ...partOf(whole, line, byIndex)];
  });
}

function sumOf(whole: Indicator, line: Line, byIndex: ReadonlyMap<number, Line>): readonly Candidate[] {
  const parts = line.sumOf.flatMap((index) => known(byIndex.get(index)?.indicator ?? null) ?? []);
  const isComplete = parts.length === line.sumOf.length && parts.length > 1;
  const isDistinct = new Set([whole, ...parts]).size === parts.length + 1;
  if (!isComplete || !isDistinct || !parts.every((part) => isAlike(part, whole))) return [];
  return [
    {
      name: `${whole.name}等于各分项之和`,
      family: '合计=分项',
      write: (nameOf) => `${nameOf(whole)} = ${parts.map(nameOf).join(' + ')}`,
    },
  ];
}

function partOf(part: Indicator, line: Line, byIndex: ReadonlyMap<number, Line>): readonly Candidate[] {
  const whole = known((line.partOf === null ? undefined : byIndex.get(line.partOf))?.indicator ?? null);
  if (!whole || whole === part || !isAlike(part, whole)) return [];
  return [
    {
      name: `${part.name}不超过${whole.name}`,
      family: '其中≤总',
      write: (nameOf) => `${nameOf(part)} <= ${nameOf(whole)}`,
    },
  ];
}

function isAlike(part: Indicator, whole: Indicator): boolean {
  const isAdded = part.aggregation === '合计' && whole.aggregation === '合计';
  return part.id > 0 && isAdded && shiftBetween(part.unit, whole.unit) !== null;
}

/** As a formula that can be read: names that could be taken for something else stand in quotes. */
function readable({ write }: Candidate, language: FormulaLanguage): string | null {
  const plain = write(({ name }) => name);
  if (language.check(plain).ok) return plain;
  const quoted = write(({ name }) => `“${name}”`);
  return language.check(quoted).ok ? quoted : null;
}
