import type { Aggregation, Indicator, RegionLevel } from '../catalogue.ts';
import type { PeriodKind } from '../period.ts';

export const ruleSeverities = ['强制', '核实', '提示'] as const;

/** 严重程度: 强制 blocks, 核实 wants an explanation, 提示 is for attention only; the gravest first. */
export type RuleSeverity = (typeof ruleSeverities)[number];

const missingStrategies = ['跳过任缺', '跳过全缺', '按零'] as const;

/**
 * 缺数: 跳过任缺 does not judge where anything is missing; 跳过全缺 takes what is missing for 0 unless all is; 按零 takes
 * it for 0 wherever anything was reported.
 */
export type MissingStrategy = (typeof missingStrategies)[number];

/** 适用: the indicators that a rule is about, each of them; every part that is not null must fit. */
export interface RuleSubjects {
  readonly units: readonly string[] | null;
  readonly aggregations: readonly Aggregation[] | null;
  readonly timing: Indicator['timing'] | null;
  /** Only reported indicators, or only derived ones. */
  readonly reported: boolean | null;
  /** Only these, by name, for what is true of them and not of all in their unit; null for no such limit. */
  readonly only: readonly string[] | null;
  /** Names left out. */
  readonly except: readonly string[];
}

/** 勾稽关系: a condition that data must satisfy. */
export interface Rule {
  readonly code: string;
  readonly name: string;
  /** 类别, such as 合计=分项. */
  readonly family: string;
  /** Levels of the regions it is judged at; null for all. */
  readonly levels: readonly RegionLevel[] | null;
  /** Kinds of the periods it is judged in; null for all. */
  readonly periodKinds: readonly PeriodKind[] | null;
  /** Not null for a rule about each of many indicators: `{指标}` in formula and message is the name of each. */
  readonly applies: RuleSubjects | null;
  readonly formula: string;
  readonly severity: RuleSeverity;
  readonly missing: MissingStrategy;
  /** Widens comparisons by so many units of the last printed digit; a decimal as text. */
  readonly tolerance: string;
  /** 说明: what is wrong when it is broken, and what to do. */
  readonly message: string;
}

/** A rule of the bureau's own, or its change of the shipped rule of that code. */
export interface OwnRule {
  readonly rule: Rule;
  readonly enabled: boolean;
}

/** A rule in force; what cannot be checked of the bureau's own is a problem to be shown. */
export interface EffectiveRule {
  readonly rule: Rule;
  readonly origin: 'shipped' | 'own';
}

/** The rules in force: the shipped ones, each replaced or switched off by the own row of its code, then the other own ones. */
export function effectiveRules(shipped: readonly Rule[], own: readonly OwnRule[]): readonly EffectiveRule[] {
  const ownByCode = new Map(own.map((each) => [each.rule.code, each]));
  const shippedCodes = new Set(shipped.map(({ code }) => code));
  const inForce = ({ rule, enabled }: OwnRule): readonly EffectiveRule[] => (enabled ? [{ rule, origin: 'own' }] : []);
  return [
    ...shipped.flatMap((rule): readonly EffectiveRule[] => {
      const change = ownByCode.get(rule.code);
      return change ? inForce(change) : [{ rule, origin: 'shipped' }];
    }),
    ...own.filter(({ rule }) => !shippedCodes.has(rule.code)).flatMap(inForce),
  ];
}

/** What a waiver is about: one finding of a rule. `subject` is an indicator's code for a rule about each of many, else empty. */
export interface WaiverKey {
  readonly ruleCode: string;
  readonly subject: string;
  readonly period: string;
  readonly regionId: number;
}

/** 放行说明: why a finding stands. It counts only as long as the finding reads as it did. */
export interface Waiver extends WaiverKey {
  /** The finding's text when it was waived. */
  readonly finding: string;
  readonly reason: string;
  readonly byWhom: string;
  readonly at: string;
}
