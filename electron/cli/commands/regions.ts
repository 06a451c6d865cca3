import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { fail, type Result, succeed } from '../../../shared/result.ts';
import type { Failure } from '../../../shared/text/failures/index.ts';
import type { Workspace } from '../../core/database/workspace.ts';
import type { Grid } from '../../core/importing/grid.ts';
import { readGrid } from '../../core/importing/reading/read-grid.ts';
import { importRegions, previewRegions } from '../../core/services/catalogue/region-table/import-regions.ts';
import { shippedRules } from '../../core/services/shipped-rules.ts';
import type { Command, CommandContext, CommandOutcome } from '../command.ts';
import { withWorkspace } from '../with-workspace.ts';

function list(workspace: Workspace): CommandOutcome {
  const regions = workspace.regions.all();
  const nameById = new Map(regions.map(({ id, name }) => [id, name]));
  const json = regions.map(({ name, code, level, parentId, aliases, validTo }) => ({
    name,
    code,
    level,
    parent: parentId === null ? null : (nameById.get(parentId) ?? null),
    aliases,
    // Only of one that has ended: programs that read the list know the other keys.
    ...(validTo === null ? {} : { validTo }),
  }));
  const lines = json.map(({ name, code, level, validTo }) => {
    const end = validTo === undefined ? '' : `，${validTo} 为止`;
    return `${code ?? '—'}　${name}（${level}级${end}）`;
  });
  return { exitCode: 0, lines, json };
}

function readTableFile(path: string, { folder }: CommandContext): Result<Grid, Failure> {
  const fileName = basename(path);
  try {
    return readGrid(readFileSync(resolve(folder, path)), fileName);
  } catch {
    return fail({ code: 'import-file-not-found', name: fileName });
  }
}

const statusWords = { new: '新增', changed: '改动', same: '不变', problem: '有问题' } as const;

function importTable(workspace: Workspace, table: Grid, dryRun: boolean): Result<CommandOutcome, Failure> {
  const plan = dryRun ? previewRegions(workspace, table) : importRegions(workspace, table, shippedRules());
  if (!plan.ok) return plan;
  const rows = plan.value.map(({ line, status, name, note }) => ({ line, status, name, note }));
  const count = (wanted: keyof typeof statusWords) => rows.filter(({ status }) => status === wanted).length;
  const detail = rows
    .filter(({ status }) => status !== 'same')
    .map(({ line, status, name, note }) => `第 ${line} 行　${statusWords[status]}　${name}　${note}`);
  const done = `${dryRun ? '没有写入：' : ''}新增 ${count('new')} 个，改动 ${count('changed')} 个，不变 ${count('same')} 个。`;
  return succeed({
    exitCode: count('problem') > 0 ? 1 : 0,
    lines: [...detail, done],
    json: { rows, added: count('new'), changed: count('changed'), same: count('same') },
  });
}

export const regionsCommand: Command = {
  name: 'regions',
  usage: 'huigao regions <数据文件> [--import 地区表 [--dry-run]] [--json]',
  summary: '列出地区；写了地区表（列：代码、名称、级别、上级、别名、性质、计入合计）的，导入它',
  positionals: { least: 1, most: 1 },
  options: { import: { kind: 'text' }, 'dry-run': { kind: 'flag' } },
  run(input, context) {
    return withWorkspace(input.positionals[0] ?? '', context, (workspace) => {
      const path = input.text('import');
      if (path === null) return succeed(list(workspace));
      const table = readTableFile(path, context);
      return table.ok ? importTable(workspace, table.value, input.flag('dry-run')) : table;
    });
  },
};
