import type { Output } from '../../../shared/api/contract.ts';
import type { Handlers } from '../../../shared/api/dispatch.ts';
import type { proofreadingRequests } from '../../../shared/api/proofreading.ts';
import { dataRuleDescriptions } from '../../../shared/proofreading/data/rules.ts';
import { noOwnLists, textRules } from '../../../shared/proofreading/rules.ts';
import { fail, succeed } from '../../../shared/result.ts';
import { returnFailures } from '../database/return-failures.ts';
import { exportFindings } from '../proofreading/export-findings.ts';
import { printFindings } from '../proofreading/print-findings.ts';
import { correctReport } from '../services/proofreading/correct-report.ts';
import { readProofreadingOptions, saveProofreadingOptions } from '../services/proofreading/options.ts';
import { type ProofreadReport, proofreadReport } from '../services/proofreading/proofread-report.ts';
import type { Session } from '../services/session.ts';
import type { HandlerOptions } from './create-handlers.ts';
import { fileNameOf, type ReportServices } from './report-handlers.ts';

/** Characters of the sentence that are shown on either side of the words. */
const contextLength = 14;

function viewReport({
  draft,
  origins,
  findings,
  choices,
  options,
  ...rest
}: ProofreadReport): Output<'proofreading.read'> {
  return {
    findings: findings.map(({ finding, name, passage }) => {
      const text = draft.paragraphs[finding.paragraph]?.text ?? '';
      return {
        ...finding,
        ruleName: name,
        passage,
        before: text.slice(Math.max(0, finding.start - contextLength), finding.start),
        after: text.slice(finding.end, finding.end + contextLength),
        block: origins[finding.paragraph] ?? 0,
      };
    }),
    ignored: rest.ignored,
    off: rest.off.map(({ id, name }) => ({ id, name })),
    coverage: rest.coverage,
    choices: [...choices],
    options,
  };
}

function listed({ title, draft, findings }: ProofreadReport): Parameters<typeof printFindings>[0] {
  const own = findings.map(({ finding }) => finding);
  return { title: `校核意见：${title}`, documents: [{ name: null, draft, findings: own }] };
}

function listRules(): Output<'proofreading.options'>['rules'] {
  return [...textRules(noOwnLists), ...dataRuleDescriptions].map(({ id, name, kind, severity, good, bad }) => ({
    id,
    name,
    kind,
    severity,
    good,
    bad,
  }));
}

interface ProofreadingServices extends ReportServices, Pick<HandlerOptions, 'byWhom'> {}

type Proofreading = Pick<Handlers, keyof typeof proofreadingRequests>;

/** Joins the requests about 校核 to their services. */
export function proofreadingHandlers(
  session: Session,
  { render, keepFile, byWhom }: ProofreadingServices,
): Proofreading {
  return {
    'proofreading.read': ({ id }) =>
      returnFailures(() => {
        const read = proofreadReport(session.workspace, id);
        return read.ok ? succeed(viewReport(read.value)) : read;
      }),
    'proofreading.ignore': ({ id, choice }) =>
      returnFailures(() => {
        const report = session.workspace.reports.get(id);
        if (!report.ok) return report;
        session.workspace.proofreading.add(id, choice, byWhom);
        return succeed({});
      }),
    'proofreading.restore': ({ id, choice }) =>
      returnFailures(() => {
        const { proofreading } = session.workspace;
        if (choice === null) proofreading.withdrawAll(id);
        else proofreading.withdraw(id, choice);
        return succeed({});
      }),
    'proofreading.correct': ({ id, finding }) => returnFailures(() => correctReport(session.workspace, id, finding)),
    'proofreading.export': ({ id }) =>
      returnFailures(async () => {
        const read = proofreadReport(session.workspace, id);
        if (!read.ok) return read;
        const document = printFindings(listed(read.value));
        const list = await exportFindings(document, (job) => render(job, new AbortController().signal));
        if (list === null) return fail({ code: 'export-stopped' });
        const name = fileNameOf(document.title, 'docx');
        return succeed({ file: { id: keepFile({ name, bytes: list.bytes }), name }, notices: [...list.notices] });
      }),
    'reports.restoreVersion': ({ id, version }) =>
      returnFailures(() => {
        const restored = session.workspace.reports.restore(id, version);
        return restored.ok ? succeed({}) : restored;
      }),
    'proofreading.options': () =>
      returnFailures(() => succeed({ rules: listRules(), options: readProofreadingOptions(session.workspace) })),
    'proofreading.saveOptions': (options) =>
      returnFailures(() => {
        saveProofreadingOptions(session.workspace, options);
        return succeed({});
      }),
  };
}
