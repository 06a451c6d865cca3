import { basename, resolve } from 'node:path';
import { succeed } from '../../../shared/result.ts';
import { makeWorkspace } from '../../core/services/new-workspace.ts';
import type { Command } from '../command.ts';

export const newCommand: Command = {
  name: 'new',
  usage: 'huigao new <数据文件.huigao> [--sample]',
  summary: '新建数据文件；--sample 带上示例数据',
  positionals: { least: 1, most: 1 },
  options: { sample: { kind: 'flag' } },
  run(input, context) {
    const path = resolve(context.folder, input.positionals[0] ?? '');
    const made = makeWorkspace(path, { clock: context.clock, sample: input.flag('sample') });
    if (!made.ok) return made;
    const workspace = made.value;
    const json = {
      file: path,
      sample: workspace.isSample,
      regions: workspace.regions.all().length,
      indicators: workspace.indicators.all().length,
    };
    workspace.close();
    const line = `已新建数据文件“${basename(path)}”，有 ${json.regions} 个地区、${json.indicators} 个指标${json.sample ? '和示例数据' : ''}。`;
    return succeed({ exitCode: 0, lines: [line], json });
  },
};
