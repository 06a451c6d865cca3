import { succeed } from '../../../shared/result.ts';
import type { Workspace } from '../../core/database/workspace.ts';
import { listTemplates, summarizeTemplate } from '../../core/services/find-template.ts';
import type { Command } from '../command.ts';
import { withWorkspace } from '../with-workspace.ts';

interface Listing {
  readonly lines: readonly string[];
  readonly json: unknown;
}

function listCommand(name: string, summary: string, list: (workspace: Workspace) => Listing): Command {
  return {
    name,
    usage: `huigao ${name} <数据文件> [--json]`,
    summary,
    positionals: { least: 1, most: 1 },
    options: {},
    run: (input, context) =>
      withWorkspace(input.positionals[0] ?? '', context, (workspace) => succeed({ exitCode: 0, ...list(workspace) })),
  };
}

export const templatesCommand = listCommand('templates', '列出模板', (workspace) => {
  const templates = listTemplates(workspace).map(summarizeTemplate);
  return {
    lines: templates.map(({ name, regionLevel, description }) => `${name}（${regionLevel ?? '不限'}）${description}`),
    json: templates,
  };
});

export const indicatorsCommand = listCommand('indicators', '列出指标', (workspace) => {
  const json = workspace.indicators.all().map(({ id: _, ...indicator }) => indicator);
  const lines = json.map(
    ({ name, unit, timing, formula }) => `${name}（${unit}，${timing}${formula === null ? '' : `，＝${formula}`}）`,
  );
  return { lines, json };
});
