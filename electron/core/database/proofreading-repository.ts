import type { Connection } from './connection.ts';

/** A decision about the findings of one report. */
export interface ProofreadingChoice {
  readonly rule: string;
  /** What was seen when one finding was let stand (`passageOf`); null: the rule is off for the report. */
  readonly passage: string | null;
}

/** 忽略一次 and 这条规则以后不报 as stored, per report. */
export interface ProofreadingRepository {
  of(reportId: number): readonly ProofreadingChoice[];
  /** Does nothing where the same was decided before. */
  add(reportId: number, choice: ProofreadingChoice, byWhom: string): void;
  withdraw(reportId: number, choice: ProofreadingChoice): void;
  withdrawAll(reportId: number): void;
}

interface ChoiceRow {
  readonly rule: string;
  readonly passage: string;
}

/** A passage is never empty: it holds at least the marks about the words. */
const wholeRule = '';

export function createProofreadingRepository({ db, write, timestamp }: Connection): ProofreadingRepository {
  const select = db.prepare<[number], ChoiceRow>(
    'SELECT rule, passage FROM proofreading_choice WHERE report_id = ? ORDER BY id',
  );
  const insert = db.prepare<[number, string, string, string, string]>(
    `INSERT INTO proofreading_choice (report_id, rule, passage, by_whom, at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO NOTHING`,
  );
  const deleteOne = db.prepare<[number, string, string]>(
    'DELETE FROM proofreading_choice WHERE report_id = ? AND rule = ? AND passage = ?',
  );
  const deleteAll = db.prepare<[number]>('DELETE FROM proofreading_choice WHERE report_id = ?');
  return {
    of: (reportId) =>
      select.all(reportId).map(({ rule, passage }) => ({ rule, passage: passage === wholeRule ? null : passage })),
    add: (reportId, { rule, passage }, byWhom) => {
      write(() => insert.run(reportId, rule, passage ?? wholeRule, byWhom, timestamp()));
    },
    withdraw: (reportId, { rule, passage }) => {
      write(() => deleteOne.run(reportId, rule, passage ?? wholeRule));
    },
    withdrawAll: (reportId) => {
      write(() => deleteAll.run(reportId));
    },
  };
}
