import type { Aggregation, Indicator, RegionLevel } from '../../../shared/figures/catalogue.ts';
import type { PeriodKind } from '../../../shared/figures/period.ts';
import type { MissingStrategy, Rule, RuleSeverity } from '../../../shared/figures/rules/rule.ts';

/** A rule as the shipped YAML writes it. */
export interface ShippedRule {
  readonly 代码: string;
  readonly 名称: string;
  readonly 类别: string;
  readonly 级别: readonly RegionLevel[] | null;
  readonly 期别: readonly PeriodKind[] | null;
  /** A key that is left out chooses nothing. */
  readonly 适用?:
    | {
        readonly 单位?: readonly string[] | undefined;
        readonly 汇总?: Aggregation | undefined;
        readonly 时点时期?: Indicator['timing'] | undefined;
        readonly 上报?: boolean | undefined;
        readonly 除外?: readonly string[] | undefined;
      }
    | undefined;
  readonly 算式: string;
  readonly 严重程度: RuleSeverity;
  readonly 缺数: MissingStrategy;
  readonly 容差: string;
  readonly 说明: string;
}

function appliesOf({ 适用: selection }: ShippedRule): Rule['applies'] {
  if (selection === undefined) return null;
  return {
    units: selection.单位 ?? null,
    aggregations: selection.汇总 === undefined ? null : [selection.汇总],
    timing: selection.时点时期 ?? null,
    reported: selection.上报 ?? null,
    except: selection.除外 ?? [],
  };
}

export function ruleOfShipped(entry: ShippedRule): Rule {
  return {
    code: entry.代码,
    name: entry.名称,
    family: entry.类别,
    levels: entry.级别,
    periodKinds: entry.期别,
    applies: appliesOf(entry),
    formula: entry.算式,
    severity: entry.严重程度,
    missing: entry.缺数,
    tolerance: entry.容差,
    message: entry.说明,
  };
}

/** The rules that ship with the program. */
export function shippedRules(): readonly Rule[] {
  const entries: readonly ShippedRule[] = [];
  return entries.map(ruleOfShipped);
}
