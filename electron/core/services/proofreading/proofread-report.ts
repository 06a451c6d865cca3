import {
  type BoundNumber,
  bindNumbers,
  coverageOf,
  type FigureSubjects,
} from '../../../../shared/proofreading/data/bind-numbers.ts';
import { dataRules } from '../../../../shared/proofreading/data/rules.ts';
import type { Finding, Rule } from '../../../../shared/proofreading/finding.ts';
import { ownListsOf, type ProofreadingOptions } from '../../../../shared/proofreading/own-lists.ts';
import { passageOf } from '../../../../shared/proofreading/passage.ts';
import { proofread } from '../../../../shared/proofreading/proofread.ts';
import { draftOfReport, type ReportDraft } from '../../../../shared/proofreading/reading/draft-of-report.ts';
import { textRules } from '../../../../shared/proofreading/rules.ts';
import type { ReportDocument } from '../../../../shared/report/document.ts';
import type { ReportScope } from '../../../../shared/report/scope.ts';
import { type Result, succeed } from '../../../../shared/result.ts';
import type { Failure } from '../../../../shared/text/failures/index.ts';
import type { ProofreadingChoice } from '../../database/proofreading-repository.ts';
import type { Workspace } from '../../database/workspace.ts';
import { type FilledReport, openReportData, printReport } from '../report-data.ts';
import { loadReport } from '../reports.ts';
import { readProofreadingOptions } from './options.ts';
import { quotationsElsewhere, subjectsOf } from './quotations.ts';

/** 校核 of a stored report, with what its writer decided about earlier findings. */

/** A finding with what is stored when a person lets it stand. */
export interface ReportFinding {
  readonly finding: Finding;
  /** Name of its rule. */
  readonly name: string;
  readonly passage: string;
}

/** Where the numbers of the text come from. */
export interface Coverage {
  readonly numbers: number;
  readonly figures: number;
  readonly overridden: number;
  readonly constants: number;
  readonly agrees: number;
  readonly differs: number;
  readonly unbound: number;
  readonly percent: number;
}

export interface ProofreadReport extends ReportDraft {
  readonly title: string;
  /** Of each paragraph of the draft the document's block that it stands in. */
  readonly origins: readonly number[];
  readonly findings: readonly ReportFinding[];
  /** How many findings a person let stand. */
  readonly ignored: number;
  /** Rules that are off for this report alone. */
  readonly off: readonly Rule[];
  readonly coverage: Coverage;
  /** What was decided about earlier findings, and what the bureau set, for whoever reads the text again. */
  readonly choices: readonly ProofreadingChoice[];
  readonly options: ProofreadingOptions;
}

function countCoverage(bound: readonly BoundNumber[]): Coverage {
  const count = (kind: BoundNumber['binding']['kind']) => bound.filter(({ binding }) => binding.kind === kind).length;
  return {
    numbers: bound.length,
    figures: count('figure'),
    overridden: count('overridden'),
    constants: count('constant'),
    agrees: count('agrees'),
    differs: count('differs'),
    unbound: count('unbound'),
    percent: coverageOf(bound),
  };
}

/** One report's proofreading, to be asked again and again while its text changes. */
export class Proofreader {
  readonly #scope: ReportScope;
  readonly #workspace: Workspace;
  readonly #id: number;

  constructor(workspace: Workspace, id: number, scope: ReportScope) {
    this.#workspace = workspace;
    this.#id = id;
    this.#scope = scope;
  }

  read(filled: FilledReport): ProofreadReport {
    const options = readProofreadingOptions(this.#workspace);
    const choices = this.#workspace.proofreading.of(this.#id);
    const switchedOff = new Set(choices.filter(({ passage }) => passage === null).map(({ rule }) => rule));
    const letStand = new Set(choices.map(({ rule, passage }) => `${rule}\n${passage ?? ''}`));
    const own = ownListsOf(options);
    const { draft, blocks } = draftOfReport(filled.printed);
    const subjects = subjectsOf(filled, this.#scope);
    const rules = this.#dataRules(subjects);
    const found = proofread(draft, { off: new Set([...options.off, ...switchedOff]), own, more: rules });
    const names = new Map([...textRules(own), ...rules].map(({ id, name }) => [id, name]));
    const all = found.map((finding) => {
      const name = names.get(finding.rule) ?? finding.rule;
      return { finding, name, passage: passageOf(draft, finding) };
    });
    const findings = all.filter(({ finding, passage }) => !letStand.has(`${finding.rule}\n${passage}`));
    return {
      draft,
      blocks,
      title: filled.printed.title,
      origins: blocks.map((block) => filled.printed.origins[block] ?? 0),
      findings,
      ignored: all.length - findings.length,
      off: [...textRules(own), ...rules].filter(({ id }) => switchedOff.has(id)),
      coverage: countCoverage(bindNumbers(draft, this.#scope, subjects)),
      choices,
      options,
    };
  }

  #dataRules(subjects: FigureSubjects): readonly Rule[] {
    return dataRules(this.#scope, { subjects, elsewhere: quotationsElsewhere(this.#workspace, this.#id) });
  }

  /** The report with another text. */
  print(document: ReportDocument): FilledReport {
    return printReport(document, this.#scope);
  }
}

/** A stored report, proofread. */
export function openProofreading(
  workspace: Workspace,
  id: number,
): Result<{ readonly reader: Proofreader; readonly filled: FilledReport }, Failure> {
  const report = loadReport(workspace, id, openReportData(workspace));
  if (!report.ok) return report;
  const { scope, filled } = report.value.opened;
  return succeed({ reader: new Proofreader(workspace, id, scope), filled });
}

export function proofreadReport(workspace: Workspace, id: number): Result<ProofreadReport, Failure> {
  const opened = openProofreading(workspace, id);
  return opened.ok ? succeed(opened.value.reader.read(opened.value.filled)) : opened;
}
