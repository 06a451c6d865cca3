import { readdirSync, statSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { type Finding, severityNames } from '../../../shared/proofreading/finding.ts';
import { proofread } from '../../../shared/proofreading/proofread.ts';
import { fail, type Result, succeed } from '../../../shared/result.ts';
import { describeFailure, type Failure } from '../../../shared/text/failures/index.ts';
import { readDocument } from '../../core/importing/documents/read-document.ts';
import type { Command, CommandContext, CommandOutcome } from '../command.ts';

interface Read {
  readonly file: string;
  readonly outcome: Result<readonly Finding[], Failure>;
}

/** Documents in a folder and the folders in it, in the order of their names; what Word leaves behind is passed over. */
function documentsIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:docx|txt|md)$/i.test(entry.name) && !entry.name.startsWith('~$'))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted((a, b) => a.localeCompare(b, 'zh'));
}

function read(path: string): Result<readonly Finding[], Failure> {
  const draft = readDocument(path);
  return draft.ok ? succeed(proofread(draft.value)) : draft;
}

function linesOf({ severity, rule, paragraph, text, message, remedy }: Finding): readonly string[] {
  const quoted = text === '' ? '' : `“${text.length > 30 ? `${text.slice(0, 30)}……` : text}”　`;
  return [`${severityNames[severity]}　第 ${paragraph + 1} 段　${quoted}〔${rule}〕`, `    ${message}${remedy}`];
}

function countText(findings: readonly Finding[]): string {
  const count = (severity: Finding['severity']) => findings.filter((finding) => finding.severity === severity).length;
  return `错误 ${count('E')} 处，疑似 ${count('W')} 处，提示 ${count('I')} 处。`;
}

function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some(({ severity }) => severity === 'E');
}

function reportOne(findings: readonly Finding[]): CommandOutcome {
  const lines = findings.length === 0 ? ['没有发现问题。'] : [...findings.flatMap(linesOf), countText(findings)];
  return { exitCode: hasErrors(findings) ? 1 : 0, lines, json: { findings } };
}

function reportMany(all: readonly Read[]): CommandOutcome {
  const found = all.flatMap(({ outcome }) => (outcome.ok ? outcome.value : []));
  const lines = all.flatMap(({ file, outcome }) => {
    if (!outcome.ok) return [`== ${file}`, describeFailure(outcome.error)];
    return [`== ${file}`, ...(outcome.value.length === 0 ? ['没有发现问题。'] : outcome.value.flatMap(linesOf))];
  });
  const files = all.map(({ file, outcome }) =>
    outcome.ok
      ? { file, findings: outcome.value }
      : { file, error: { code: outcome.error.code, message: describeFailure(outcome.error) } },
  );
  const failed = all.some(({ outcome }) => !outcome.ok);
  const summary = `共 ${all.length} 个文件：${countText(found)}`;
  return { exitCode: failed || hasErrors(found) ? 1 : 0, lines: [...lines, summary], json: { files } };
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function proofreadFolder(folder: string, context: CommandContext): Result<CommandOutcome, Failure> {
  const paths = documentsIn(folder);
  if (paths.length === 0) return fail({ code: 'document-folder-empty', name: basename(folder) });
  const all = paths.map((path, at) => {
    context.progress(`正在校核 ${at + 1}/${paths.length}：${basename(path)}`);
    return { file: relative(folder, path), outcome: read(path) };
  });
  return succeed(reportMany(all));
}

export const proofreadCommand: Command = {
  name: 'proofread',
  usage: 'huigao proofread <文档或文件夹> [--json]',
  summary: '校核 .docx、.txt、.md 里的数字、标点、用词和结构；有错误时退出码为 1',
  positionals: { least: 1, most: 1 },
  options: {},
  run(input, context) {
    const path = resolve(context.folder, input.positionals[0] ?? '');
    if (isFolder(path)) return proofreadFolder(path, context);
    const findings = read(path);
    return findings.ok ? succeed(reportOne(findings.value)) : findings;
  },
};
