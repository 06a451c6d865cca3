import { layoutOf } from '../../../shared/gongwen/layout.ts';
import { type Result, succeed } from '../../../shared/result.ts';
import type { Failure } from '../../../shared/text/failures/index.ts';
import type { Workspace } from '../../core/database/workspace.ts';
import { exportReport } from '../../core/exporting/export-report.ts';
import { findFonts } from '../../core/exporting/fonts/find-fonts.ts';
import { listFonts, type UsedFont } from '../../core/exporting/fonts/list-fonts.ts';
import { readLayout } from '../../core/services/bureau-layout.ts';
import { exportSettingsOf } from '../../core/services/export-settings.ts';
import type { Command, CommandArguments, CommandContext } from '../command.ts';
import { fillRequested } from '../fill-requested.ts';
import { withWorkspace } from '../with-workspace.ts';

/** The fonts of this machine, or those that printed a report, with what each of them lacked. */
async function fontsFor(
  workspace: Workspace,
  input: CommandArguments,
  context: CommandContext,
): Promise<Result<readonly UsedFont[], Failure>> {
  if (input.text('template') === null) {
    return succeed(listFonts(findFonts({ layout: layoutOf(readLayout(workspace)) })));
  }
  const filled = fillRequested(workspace, input, context);
  if (!filled.ok) return filled;
  const settings = exportSettingsOf(workspace, filled.value, false);
  const { fonts } = await exportReport({ document: filled.value.filled.printed, format: 'pdf', settings });
  return succeed(fonts);
}

function lineOf({ purpose, wanted, family, path, isSubstitute, fellBack }: UsedFont): string {
  const lacking = fellBack === '' ? '' : `，其中没有“${fellBack}”`;
  return isSubstitute
    ? `${purpose}：本机没有${wanted}，用随附的${family}代替（${path}）${lacking}`
    : `${purpose}：${family}（${path}）${lacking}`;
}

export const fontsCommand: Command = {
  name: 'fonts',
  usage: 'huigao fonts <数据文件> [--template 模板 --region 地区 --period 期] [--json]',
  summary: '列出导出 PDF 时各处用的字体文件；给出模板的，还列出由别的字体代印的字',
  positionals: { least: 1, most: 1 },
  options: { template: { kind: 'text' }, region: { kind: 'text' }, period: { kind: 'text' } },
  run: (input, context) =>
    withWorkspace(input.positionals[0] ?? '', context, async (workspace) => {
      const fonts = await fontsFor(workspace, input, context);
      return fonts.ok ? succeed({ exitCode: 0, lines: fonts.value.map(lineOf), json: fonts.value }) : fonts;
    }),
};
