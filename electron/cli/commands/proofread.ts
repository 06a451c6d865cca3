import { readdirSync, statSync } from 'node:fs';
import { basename, extname, join, relative, resolve } from 'node:path';
import { bindNumbers, coverageOf } from '../../../shared/proofreading/data/bind-numbers.ts';
import { dataRules } from '../../../shared/proofreading/data/rules.ts';
import { type Finding, severityNames } from '../../../shared/proofreading/finding.ts';
import { ownListsOf } from '../../../shared/proofreading/own-lists.ts';
import { type ProofreadOptions, proofread } from '../../../shared/proofreading/proofread.ts';
import { type Draft, draftOf } from '../../../shared/proofreading/reading/draft.ts';
import type { ReportScope } from '../../../shared/report/scope.ts';
import { fail, type Result, succeed } from '../../../shared/result.ts';
import { describeFailure, type Failure } from '../../../shared/text/failures/index.ts';
import type { Workspace } from '../../core/database/workspace.ts';
import { exportReport } from '../../core/exporting/export-report.ts';
import { checkWritable } from '../../core/files/check-writable.ts';
import { writeFileAtomically } from '../../core/files/write-file-atomically.ts';
import { readDocument } from '../../core/importing/documents/read-document.ts';
import { exportFindings } from '../../core/proofreading/export-findings.ts';
import { printFindings } from '../../core/proofreading/print-findings.ts';
import { findPeriod, findRegion } from '../../core/services/find-by-name.ts';
import { readProofreadingOptions } from '../../core/services/proofreading/options.ts';
import { openReportData } from '../../core/services/report-data.ts';
import type { Command, CommandArguments, CommandContext, CommandOutcome } from '../command.ts';
import { withWorkspace } from '../with-workspace.ts';

/** How many numbers of a text agree with the data. */
interface Coverage {
  readonly numbers: number;
  readonly agrees: number;
  readonly differs: number;
  readonly unbound: number;
  readonly percent: number;
}

interface Proofread {
  readonly draft: Draft;
  readonly findings: readonly Finding[];
  /** Null where no data were named. */
  readonly coverage: Coverage | null;
}

interface Read {
  readonly file: string;
  readonly outcome: Result<Proofread, Failure>;
}

/** The data that texts are held against, with what the bureau set. */
interface Against {
  readonly scope: ReportScope;
  readonly options: ProofreadOptions;
}

function againstOf(workspace: Workspace, input: CommandArguments): Result<Against, Failure> {
  const data = openReportData(workspace);
  const region = findRegion(data.view.regions, input.text('region') ?? '');
  if (!region.ok) return region;
  const period = findPeriod(input.text('period') ?? '');
  if (!period.ok) return period;
  const scope = { ...data, region: region.value, period: period.value };
  const set = readProofreadingOptions(workspace);
  const options = { off: new Set(set.off), own: ownListsOf(set), more: dataRules(scope) };
  return succeed({ scope, options });
}

function measure(draft: Draft, scope: ReportScope): Coverage {
  const bound = bindNumbers(draft, scope);
  const count = (kind: string) => bound.filter(({ binding }) => binding.kind === kind).length;
  return {
    numbers: bound.length,
    agrees: count('agrees'),
    differs: count('differs'),
    unbound: count('unbound'),
    percent: coverageOf(bound),
  };
}

/** Documents in a folder and the folders in it, in the order of their names; what Word leaves behind is passed over. */
function documentsIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:docx|txt|md)$/i.test(entry.name) && !entry.name.startsWith('~$'))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted((a, b) => a.localeCompare(b, 'zh'));
}

function read(path: string, against: Against | null): Result<Proofread, Failure> {
  const draft = readDocument(path);
  if (!draft.ok) return draft;
  const findings = proofread(draft.value, against?.options);
  return succeed({
    draft: draft.value,
    findings,
    coverage: against === null ? null : measure(draft.value, against.scope),
  });
}

function linesOf({ severity, rule, paragraph, text, message, remedy }: Finding): readonly string[] {
  const quoted = text === '' ? '' : `“${text.length > 30 ? `${text.slice(0, 30)}……` : text}”　`;
  return [`${severityNames[severity]}　第 ${paragraph + 1} 段　${quoted}〔${rule}〕`, `    ${message}${remedy}`];
}

function countText(findings: readonly Finding[]): string {
  const count = (severity: Finding['severity']) => findings.filter((finding) => finding.severity === severity).length;
  return `错误 ${count('E')} 处，疑似 ${count('W')} 处，提示 ${count('I')} 处。`;
}

function coverageText({ numbers, agrees, differs, unbound, percent }: Coverage): string {
  if (numbers === 0) return '文中没有可以与数据核对的数。';
  const counts = `${agrees} 个与数据相符，${differs} 个不符，${unbound} 个没有在数据里找到`;
  return `文中 ${numbers} 个数：${counts}（核对上的占 ${percent}%）。`;
}

function reportLines({ findings, coverage }: Proofread): readonly string[] {
  const found = findings.length === 0 ? ['没有发现问题。'] : findings.flatMap(linesOf);
  return coverage === null ? found : [...found, coverageText(coverage)];
}

function jsonOf({ findings, coverage }: Proofread) {
  return coverage === null ? { findings } : { findings, coverage };
}

function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some(({ severity }) => severity === 'E');
}

function reportOne(proofed: Proofread): CommandOutcome {
  const { findings } = proofed;
  const lines = [...reportLines(proofed), ...(findings.length === 0 ? [] : [countText(findings)])];
  return { exitCode: hasErrors(findings) ? 1 : 0, lines, json: jsonOf(proofed) };
}

function reportMany(all: readonly Read[]): CommandOutcome {
  const found = all.flatMap(({ outcome }) => (outcome.ok ? outcome.value.findings : []));
  const lines = all.flatMap(({ file, outcome }) => [
    `== ${file}`,
    ...(outcome.ok ? reportLines(outcome.value) : [describeFailure(outcome.error)]),
  ]);
  const files = all.map(({ file, outcome }) =>
    outcome.ok
      ? { file, ...jsonOf(outcome.value) }
      : { file, error: { code: outcome.error.code, message: describeFailure(outcome.error) } },
  );
  const failed = all.some(({ outcome }) => !outcome.ok);
  const summary = `共 ${all.length} 个文件：${countText(found)}`;
  return { exitCode: failed || hasErrors(found) ? 1 : 0, lines: [...lines, summary], json: { files } };
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function readAll(path: string, against: Against | null, context: CommandContext): Result<readonly Read[], Failure> {
  if (!isFolder(path)) {
    const outcome = read(path, against);
    return outcome.ok ? succeed([{ file: basename(path), outcome }]) : outcome;
  }
  const paths = documentsIn(path);
  if (paths.length === 0) return fail({ code: 'document-folder-empty', name: basename(path) });
  return succeed(
    paths.map((each, at) => {
      context.progress(`正在校核 ${at + 1}/${paths.length}：${basename(each)}`);
      return { file: relative(path, each), outcome: read(each, against) };
    }),
  );
}

function listed({ file, outcome }: Read, isOne: boolean) {
  const name = isOne ? null : file;
  if (!outcome.ok) return { name, draft: draftOf([]), findings: [], note: describeFailure(outcome.error) };
  const { draft, findings, coverage } = outcome.value;
  return { name, draft, findings, note: coverage === null ? undefined : coverageText(coverage) };
}

/** Writes the list of findings; null where none was asked for. */
async function writeList(path: string | null, name: string, all: readonly Read[], overwrite: boolean) {
  if (path === null) return succeed(null);
  const documents = all.map((each) => listed(each, all.length === 1));
  const document = printFindings({ title: `校核意见：${basename(name, extname(name))}`, documents });
  const file = await exportFindings(document, exportReport);
  if (file === null) return fail({ code: 'export-stopped' as const });
  return writeFileAtomically(path, file.bytes, { overwrite });
}

/** Where the list goes, found to be free. */
function listPath(input: CommandArguments, context: CommandContext): Result<string | null, Failure> {
  const out = input.text('out');
  if (out === null) return succeed(null);
  const path = resolve(context.folder, out);
  if (extname(path).toLowerCase() !== '.docx') return fail({ code: 'findings-kind-unknown', name: basename(path) });
  const writable = checkWritable(path, { overwrite: input.flag('force') });
  return writable.ok ? succeed(path) : writable;
}

async function proofreadAll(
  input: CommandArguments,
  context: CommandContext,
  against: Against | null,
): Promise<Result<CommandOutcome, Failure>> {
  const path = resolve(context.folder, input.positionals[0] ?? '');
  const list = listPath(input, context);
  if (!list.ok) return list;
  const all = readAll(path, against, context);
  if (!all.ok) return all;
  const [one] = all.value;
  const written = await writeList(list.value, basename(path), all.value, input.flag('force'));
  if (!written.ok) return written;
  const outcome = !isFolder(path) && one?.outcome.ok ? reportOne(one.outcome.value) : reportMany(all.value);
  if (list.value === null) return succeed(outcome);
  return succeed({ ...outcome, lines: [...outcome.lines, `已生成 ${list.value}`] });
}

const scopeOptions = ['workspace', 'region', 'period'] as const;

export const proofreadCommand: Command = {
  name: 'proofread',
  usage:
    'huigao proofread <文档或文件夹> [--workspace 数据文件 --region 地区 --period 期] [--out 清单.docx] [--force] [--json]',
  summary: '校核 .docx、.txt、.md 里的数字、标点、用词和结构，也可以与数据核对；有错误时退出码为 1',
  positionals: { least: 1, most: 1 },
  options: {
    workspace: { kind: 'text' },
    region: { kind: 'text' },
    period: { kind: 'text' },
    out: { kind: 'text' },
    force: { kind: 'flag' },
  },
  run(input, context) {
    const given = scopeOptions.filter((option) => input.text(option) !== null);
    if (given.length === 0) return proofreadAll(input, context, null);
    const missing = scopeOptions.filter((option) => !given.includes(option)).map((option) => `--${option}`);
    if (missing.length > 0) return fail({ code: 'proofread-scope-incomplete', missing });
    return withWorkspace(input.text('workspace') ?? '', context, (workspace) => {
      const against = againstOf(workspace, input);
      return against.ok ? proofreadAll(input, context, against.value) : against;
    });
  },
};
