import { fail, succeed } from '../../../shared/result.ts';
import { undoImport } from '../../core/services/undo-import.ts';
import type { Command } from '../command.ts';
import { withWorkspace } from '../with-workspace.ts';

export const importsCommand: Command = {
  name: 'imports',
  usage: 'huigao imports <数据文件> [--json]',
  summary: '列出各次导入：编号、文件、时间、谁导入、多少格、是否已撤销',
  positionals: { least: 1, most: 1 },
  options: {},
  run: (input, context) =>
    withWorkspace(input.positionals[0] ?? '', context, (workspace) => {
      const json = workspace.imports.all();
      const lines = json.map(({ sourceId, fileName, at, byWhom, cells, undoneAt }) => {
        const undone = undoneAt === null ? '' : `，${undoneAt} 已撤销`;
        return `${sourceId}　${fileName}（${at}，${byWhom}，${cells} 格${undone}）`;
      });
      return succeed({ exitCode: 0, lines: lines.length > 0 ? lines : ['还没有导入过文件。'], json });
    }),
};

export const undoImportCommand: Command = {
  name: 'undo-import',
  usage: 'huigao undo-import <数据文件> --import 编号 [--json]',
  summary: '撤销一次导入：数据回到导入以前；导入后又改过的保留，并逐个列出',
  positionals: { least: 1, most: 1 },
  options: { import: { kind: 'text', required: true } },
  run: (input, context) =>
    withWorkspace(input.positionals[0] ?? '', context, (workspace) => {
      const id = input.text('import') ?? '';
      if (!/^\d{1,15}$/.test(id)) return fail({ code: 'import-unknown', id });
      const undone = undoImport(workspace, { sourceId: Number(id), byWhom: context.userName });
      if (!undone.ok) return undone;
      const { fileName, restored, confirmed, kept } = undone.value;
      for (const { indicator, region, period } of kept) {
        context.tell(`${region}${period}的“${indicator}”导入后又改过，保留现在的数。`);
      }
      const stated = confirmed === 0 ? '' : `，另一次导入也写着的 ${confirmed} 格留着`;
      const rest = stated + (kept.length === 0 ? '' : `，保留 ${kept.length} 格`);
      return succeed({
        exitCode: 0,
        lines: [`已撤销“${fileName}”的导入：恢复 ${restored} 格${rest}。`],
        json: undone.value,
      });
    }),
};
