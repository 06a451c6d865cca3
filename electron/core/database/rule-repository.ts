import { z } from 'zod';
import { regionLevels } from '../../../shared/figures/catalogue.ts';
import { periodKinds } from '../../../shared/figures/period.ts';
import type { OwnRule, Rule, RuleSubjects } from '../../../shared/figures/rules/rule.ts';
import type { Connection } from './connection.ts';

/** 勾稽关系 of the bureau's own, and its changes of shipped ones, as stored. */
export interface RuleRepository {
  /** In the order of their codes. */
  own(): readonly OwnRule[];
  /** Adds the rule, or replaces the own one of its code. */
  put(rule: Rule, options: { readonly enabled: boolean; readonly byWhom: string }): void;
  /** Takes the own rule of this code away; a shipped one then stands as it shipped. */
  remove(code: string): void;
}

const Levels = z.array(z.enum(regionLevels)).nullable();
const PeriodKinds = z.array(z.enum(periodKinds)).nullable();
const Subjects = z
  .strictObject({
    units: z.array(z.string()).nullable(),
    aggregations: z.array(z.enum(['合计', '加权', '最新', '不可加'])).nullable(),
    timing: z.enum(['时点', '时期']).nullable(),
    reported: z.boolean().nullable(),
    // Rules that were kept before there was such a limit have none.
    only: z.array(z.string()).nullable().default(null),
    except: z.array(z.string()),
  })
  .nullable() satisfies z.ZodType<RuleSubjects | null>;

interface RuleRow {
  readonly code: string;
  readonly name: string;
  readonly family: string;
  readonly levels: string | null;
  readonly period_kinds: string | null;
  readonly applies: string | null;
  readonly formula: string;
  readonly severity: Rule['severity'];
  readonly missing: Rule['missing'];
  readonly tolerance: string;
  readonly message: string;
  readonly enabled: 0 | 1;
}

function ruleOf({ period_kinds, levels, applies, enabled, ...row }: RuleRow): OwnRule {
  const read = (text: string | null): unknown => (text === null ? null : JSON.parse(text));
  return {
    rule: {
      ...row,
      levels: Levels.parse(read(levels)),
      periodKinds: PeriodKinds.parse(read(period_kinds)),
      applies: Subjects.parse(read(applies)),
    },
    enabled: enabled === 1,
  };
}

function rowOf(rule: Rule, enabled: boolean): RuleRow {
  const { periodKinds: kinds, levels, applies, ...row } = rule;
  const write = (value: unknown) => (value === null ? null : JSON.stringify(value));
  return {
    ...row,
    levels: write(levels),
    period_kinds: write(kinds),
    applies: write(applies),
    enabled: enabled ? 1 : 0,
  };
}

export function createRuleRepository({ db, write, timestamp }: Connection): RuleRepository {
  const selectAll = db.prepare<[], RuleRow>(
    `SELECT code, name, family, levels, period_kinds, applies, formula, severity, missing, tolerance, message, enabled
     FROM rule ORDER BY code`,
  );
  const upsert = db.prepare<RuleRow & { readonly by_whom: string; readonly at: string }>(
    `INSERT INTO rule (code, name, family, levels, period_kinds, applies, formula, severity, missing, tolerance,
       message, enabled, by_whom, at)
     VALUES (@code, @name, @family, @levels, @period_kinds, @applies, @formula, @severity, @missing, @tolerance,
       @message, @enabled, @by_whom, @at)
     ON CONFLICT (code) DO UPDATE SET
       name = excluded.name, family = excluded.family, levels = excluded.levels,
       period_kinds = excluded.period_kinds, applies = excluded.applies, formula = excluded.formula,
       severity = excluded.severity, missing = excluded.missing, tolerance = excluded.tolerance,
       message = excluded.message, enabled = excluded.enabled, by_whom = excluded.by_whom, at = excluded.at`,
  );
  const remove = db.prepare<[string]>('DELETE FROM rule WHERE code = ?');
  return {
    remove: (code) => {
      write(() => remove.run(code));
    },
    own: () => selectAll.all().map(ruleOf),
    put: (rule, { enabled, byWhom }) => {
      write(() => upsert.run({ ...rowOf(rule, enabled), by_whom: byWhom, at: timestamp() }));
    },
  };
}
