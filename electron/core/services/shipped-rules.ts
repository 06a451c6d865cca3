import type { Rule } from '../../../shared/figures/rules/rule.ts';
import { readShippedRules } from './shipped-data.ts';

/** A rule as the shipped YAML writes it. */
export type ShippedRule = ReturnType<typeof readShippedRules>[number];

function appliesOf({ 适用: selection }: ShippedRule): Rule['applies'] {
  if (selection === undefined) return null;
  return {
    units: selection.单位 ?? null,
    aggregations: selection.汇总 === undefined ? null : [selection.汇总],
    timing: selection.时点时期 ?? null,
    reported: selection.上报 ?? null,
    only: selection.只限 ?? null,
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
  return readShippedRules().map(ruleOfShipped);
}
