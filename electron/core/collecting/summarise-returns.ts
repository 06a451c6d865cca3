import type { RuleFinding } from '../../../shared/figures/rules/check-rules.ts';
import type { CollectionReturn, UnitReturn, UnitState } from './read-collection.ts';

/** 完整度: what of one unit came back, for a person. */
export interface UnitSummary {
  readonly regionId: number;
  readonly unit: string;
  readonly state: UnitState;
  readonly takenAt: string | null;
  /** Of the first workbook; null where none can be taken. */
  readonly filled: number | null;
  readonly asked: number | null;
  /** Who filled it in, as written. */
  readonly fields: readonly { readonly label: string; readonly text: string }[];
  readonly files: readonly UnitFileSummary[];
  readonly problems: readonly string[];
  readonly findings: readonly string[];
  readonly notices: readonly string[];
}
export interface UnitFileSummary {
  readonly fileName: string;
  readonly sha256: string;
  readonly filled: number;
  /** Figures that would be written, and those of them that would replace others. */
  readonly writes: number;
  readonly changes: number;
}

/** The state of every unit that was asked, in the order of the regions. */
export function summariseReturns(
  { units }: CollectionReturn,
  findings: ReadonlyMap<string, readonly RuleFinding[]>,
): readonly UnitSummary[] {
  return units.map((each) => summarise(each, findings));
}

function summarise(
  { unit, state, takenAt, files, refused, same }: UnitReturn,
  findings: ReadonlyMap<string, readonly RuleFinding[]>,
): UnitSummary {
  const [first] = files;
  const prefix = (name: string) => (files.length > 1 ? `“${name}”：` : '');
  return {
    regionId: unit.id,
    unit: unit.name,
    state,
    takenAt,
    filled: first?.filled ?? null,
    asked: first?.asked ?? null,
    fields: (first?.fields ?? []).filter(({ text }) => text !== ''),
    files: files.map(({ fileName, sha256, filled, cells }) => ({
      fileName,
      sha256,
      filled,
      writes: cells.filter(({ write }) => write !== null).length,
      changes: cells.filter(({ status }) => status === 'changed').length,
    })),
    problems: [
      ...refused,
      ...files.flatMap(({ fileName, problems }) => problems.map((text) => prefix(fileName) + text)),
    ],
    findings: files.flatMap(({ fileName, sha256 }) =>
      (findings.get(sha256) ?? []).map(({ message, rule }) => `${prefix(fileName)}${rule.severity}：${message}`),
    ),
    notices: [
      ...same.map((fileName) => `“${fileName}”和已汇入的一样，不用再汇入。`),
      ...files.flatMap(({ fileName, notices }) => notices.map((text) => prefix(fileName) + text)),
    ],
  };
}
