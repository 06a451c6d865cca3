import { layoutOf } from '../../../shared/gongwen/layout.ts';
import { succeed } from '../../../shared/result.ts';
import { findFonts } from '../../core/exporting/fonts/find-fonts.ts';
import { listFonts } from '../../core/exporting/fonts/list-fonts.ts';
import { readLayout } from '../../core/services/bureau-layout.ts';
import type { Command } from '../command.ts';
import { withWorkspace } from '../with-workspace.ts';

export const fontsCommand: Command = {
  name: 'fonts',
  usage: 'huigao fonts <数据文件> [--json]',
  summary: '列出导出 PDF 时各处用的字体和字体文件',
  positionals: { least: 1, most: 1 },
  options: {},
  run: (input, context) =>
    withWorkspace(input.positionals[0] ?? '', context, (workspace) => {
      const json = listFonts(findFonts({ layout: layoutOf(readLayout(workspace)) }));
      const lines = json.map(({ purpose, wanted, family, path, isSubstitute }) =>
        isSubstitute
          ? `${purpose}：本机没有${wanted}，用随附的${family}代替（${path}）`
          : `${purpose}：${family}（${path}）`,
      );
      return succeed({ exitCode: 0, lines, json });
    }),
};
