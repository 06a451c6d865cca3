import { basename, extname, resolve } from 'node:path';
import { fail, succeed } from '../../../shared/result.ts';
import { exportReport } from '../../core/exporting/export-report.ts';
import { checkWritable } from '../../core/files/check-writable.ts';
import { writeFileAtomically } from '../../core/files/write-file-atomically.ts';
import { exportWorkingPaper, workingPaperFormats } from '../../core/working-paper/export-working-paper.ts';
import type { Command } from '../command.ts';
import { fillRequested, reportOptions } from '../fill-requested.ts';
import { withWorkspace } from '../with-workspace.ts';

export const workingPaperCommand: Command = {
  name: 'working-paper',
  usage:
    'huigao working-paper <数据文件> --template 模板 --region 地区 --period 期 --out 文件.xlsx|.docx|.pdf [--force] [--json]',
  summary: '写出报告的数据底稿：每个数字的原句、算式、计算过程和来源',
  positionals: { least: 1, most: 1 },
  options: { ...reportOptions, out: { kind: 'text', required: true }, force: { kind: 'flag' } },
  run(input, context) {
    return withWorkspace(input.positionals[0] ?? '', context, async (workspace) => {
      const path = resolve(context.folder, input.text('out') ?? '');
      const format = workingPaperFormats.find((each) => extname(path).toLowerCase() === `.${each}`);
      if (format === undefined) return fail({ code: 'working-paper-kind-unknown', name: basename(path) });
      const overwrite = input.flag('force');
      const writable = checkWritable(path, { overwrite });
      if (!writable.ok) return writable;
      const report = fillRequested(workspace, input, context);
      if (!report.ok) return report;
      const paper = await exportWorkingPaper(workspace, report.value, { format, render: exportReport });
      if (paper === null) return fail({ code: 'export-stopped' });
      const { bytes, notices } = paper;
      for (const notice of notices) context.tell(notice);
      const written = writeFileAtomically(path, bytes, { overwrite });
      if (!written.ok) return written;
      return succeed({ exitCode: 0, lines: [`已生成 ${path}`], json: { output: path } });
    });
  },
};
