import { basename, extname, resolve } from 'node:path';
import { fail, type Result, succeed } from '../../../shared/result.ts';
import type { Failure } from '../../../shared/text/failures/index.ts';
import { type ExportFormat, type ExportJob, exportReport } from '../../core/exporting/export-report.ts';
import { checkWritable } from '../../core/files/check-writable.ts';
import { writeFileAtomically } from '../../core/files/write-file-atomically.ts';
import { type BrokenFigures, countBroken, MandatoryCheck } from '../../core/services/broken-figures.ts';
import { exportSettingsOf } from '../../core/services/export-settings.ts';
import { missingTexts } from '../../core/services/missing-figures.ts';
import { viewFigures } from '../../core/services/report-data.ts';
import { shippedRules } from '../../core/services/shipped-rules.ts';
import type { Command, CommandArguments, CommandContext } from '../command.ts';
import { fillRequested, reportOptions } from '../fill-requested.ts';
import { withWorkspace } from '../with-workspace.ts';

interface Output {
  readonly path: string;
  readonly format: ExportFormat;
}

/** Every output is checked before any is written, so that a refused one leaves nothing behind. */
function readOutputs(input: CommandArguments, context: CommandContext): Result<readonly Output[], Failure> {
  const outputs: Output[] = [];
  for (const name of input.list('out')) {
    const path = resolve(context.folder, name);
    const format = extname(path).toLowerCase();
    if (format !== '.docx' && format !== '.pdf') return fail({ code: 'output-kind-unknown', name: basename(path) });
    if (outputs.some((output) => output.path === path)) return fail({ code: 'output-twice', name: basename(path) });
    const writable = checkWritable(path, { overwrite: input.flag('force') });
    if (!writable.ok) return writable;
    outputs.push({ path, format: format === '.docx' ? 'docx' : 'pdf' });
  }
  return succeed(outputs);
}

async function writeOutputs(
  outputs: readonly Output[],
  { document, settings }: Pick<ExportJob, 'document' | 'settings'>,
  options: { readonly overwrite: boolean; readonly tell: (message: string) => void },
): Promise<Result<void, Failure>> {
  for (const { path, format } of outputs) {
    const exported = await exportReport({ document, format, settings });
    for (const notice of exported.notices) options.tell(notice);
    const written = writeFileAtomically(path, exported.bytes, options);
    if (!written.ok) return written;
  }
  return succeed(undefined);
}

/** That the file says what the data contradict, and where; on stderr, so that it is seen whatever reads stdout. */
function brokenLines(broken: readonly BrokenFigures[]): readonly string[] {
  if (broken.length === 0) return [];
  return [
    `文中 ${countBroken(broken)} 处数字违反必须满足的勾稽关系，请改正数据，或者用 waive 说明理由：`,
    ...broken.map(({ finding: { region, period, rule } }) => `  ${region.name}·${period.label}：${rule.name}`),
  ];
}

export const fillCommand: Command = {
  name: 'fill',
  usage:
    'huigao fill <数据文件> --template 模板 --region 地区 --period 期 --out 文件.docx [--out 文件.pdf] [--draft] [--force] [--json]',
  summary: '用模板生成一份报告，导出 Word 或 PDF',
  positionals: { least: 1, most: 1 },
  options: {
    ...reportOptions,
    out: { kind: 'list', required: true },
    force: { kind: 'flag' },
    draft: { kind: 'flag' },
  },
  run(input, context) {
    return withWorkspace(input.positionals[0] ?? '', context, async (workspace) => {
      const outputs = readOutputs(input, context);
      if (!outputs.ok) return outputs;
      const report = fillRequested(workspace, input, context);
      if (!report.ok) return report;
      const { filled, scope } = report.value;
      const settings = exportSettingsOf(workspace, report.value, input.flag('draft'));
      const options = { overwrite: input.flag('force'), tell: context.tell };
      const written = await writeOutputs(outputs.value, { document: filled.printed, settings }, options);
      if (!written.ok) return written;
      const missing = missingTexts(filled.computed);
      const files = outputs.value.map(({ path }) => path);
      const lines = files.map((path) => `已生成 ${path}`);
      if (missing.length > 0)
        lines.push(`还缺 ${missing.length} 个数字，文中以【】标出：`, ...missing.map((text) => `  ${text}`));
      const broken = new MandatoryCheck(workspace, shippedRules()).behind(filled.computed);
      for (const line of brokenLines(broken)) context.tell(line);
      const findings = [
        ...broken.map(({ finding: { message } }) => ({ code: 'rule-broken', figureId: null, message })),
        ...filled.findings,
      ];
      if (findings.length > 0) lines.push('请核对：', ...findings.map(({ message }) => `  ${message}`));
      const json = {
        outputs: files,
        figures: viewFigures(filled.computed, scope.view),
        missing,
        findings,
      };
      return succeed({ exitCode: missing.length + broken.length > 0 ? 1 : 0, lines, json });
    });
  },
};
