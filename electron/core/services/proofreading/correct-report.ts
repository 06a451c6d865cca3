import { isDeepStrictEqual } from 'node:util';
import { correctDocument } from '../../../../shared/proofreading/correct-document.ts';
import { type Result, succeed } from '../../../../shared/result.ts';
import type { Failure } from '../../../../shared/text/failures/index.ts';
import type { Workspace } from '../../database/workspace.ts';
import { openProofreading, type ReportFinding } from './proofread-report.ts';

/** A finding as the page names it: the same words in the same surroundings. */
export interface NamedFinding {
  readonly rule: string;
  readonly passage: string;
}

export interface Corrected {
  /** How many findings were put right. */
  readonly corrected: number;
  /** The text as it was, to go back to; null where nothing changed. */
  readonly version: number | null;
}

/** What only shows once an inner or outer finding has been put right is put right in a further round. */
const mostRounds = 5;

/** Puts right the named finding, or with null every one whose right text is certain (全部改正). */
export function correctReport(
  workspace: Workspace,
  id: number,
  named: NamedFinding | null,
): Result<Corrected, Failure> {
  const opened = openProofreading(workspace, id);
  if (!opened.ok) return opened;
  const { reader } = opened.value;
  let { filled } = opened.value;
  const isMeant = ({ finding, passage }: ReportFinding) =>
    finding.replacement !== null && (named === null || (finding.rule === named.rule && passage === named.passage));
  let corrected = 0;
  for (let round = 0; round < (named === null ? mostRounds : 1); round += 1) {
    const { draft, findings } = reader.read(filled);
    const meant = findings.filter(isMeant).map(({ finding }) => finding);
    const document = correctDocument({ ...filled, draft, findings: meant });
    if (isDeepStrictEqual(document, filled.document)) break;
    filled = reader.print(document);
    corrected += meant.length;
  }
  if (corrected === 0) return succeed({ corrected, version: null });
  const kept = workspace.reports.replace(id, filled.document);
  return kept.ok ? succeed({ corrected, version: kept.value }) : kept;
}
