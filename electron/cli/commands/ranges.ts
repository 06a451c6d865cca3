import { fail, type Result, succeed } from '../../../shared/result.ts';
import type { Failure } from '../../../shared/text/failures/index.ts';
import type { Workspace } from '../../core/database/workspace.ts';
import { defineRange } from '../../core/services/define-range.ts';
import type { Command, CommandOutcome } from '../command.ts';
import { withWorkspace } from '../with-workspace.ts';

function list(workspace: Workspace): CommandOutcome {
  const nameById = new Map(workspace.regions.all().map(({ id, name }) => [id, name]));
  const json = workspace.namedSets.all().map(({ name, regionIds }) => ({
    name,
    regions: regionIds.map((id) => nameById.get(id) ?? ''),
  }));
  const lines = json.map(({ name, regions }) => `${name}：${regions.join('、')}`);
  return { exitCode: 0, lines: lines.length > 0 ? lines : ['还没有自定义范围。'], json };
}

function define(workspace: Workspace, name: string, regions: string): Result<CommandOutcome, Failure> {
  const defined = defineRange(workspace, { name, regions: regions.split(/[,，、]/) });
  if (!defined.ok) return defined;
  const { before } = defined.value;
  const members = defined.value.regions.map((region) => region.name);
  const lines = [`范围“${defined.value.name}”：${members.join('、')}。`];
  if (before !== null) lines.push(`原来是：${before.join('、')}。`);
  return succeed({ exitCode: 0, lines, json: { name: defined.value.name, regions: members, before } });
}

export const rangesCommand: Command = {
  name: 'ranges',
  usage: 'huigao ranges <数据文件> [--name 名称 --regions 地区,地区…] [--json]',
  summary: '列出自定义范围；写了名称和地区的，添加或改写一个，供算式使用，例如 合计(城区, 指标)',
  positionals: { least: 1, most: 1 },
  options: { name: { kind: 'text' }, regions: { kind: 'text' } },
  run(input, context) {
    return withWorkspace(input.positionals[0] ?? '', context, (workspace) => {
      const name = input.text('name');
      const regions = input.text('regions');
      if (name === null && regions === null) return succeed(list(workspace));
      return name === null || regions === null ? fail({ code: 'range-incomplete' }) : define(workspace, name, regions);
    });
  },
};
