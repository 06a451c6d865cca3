import { type Result, succeed } from '../../../shared/result.ts';
import type { Failure } from '../../../shared/text/failures/index.ts';
import type { Workspace } from '../../core/database/workspace.ts';
import { explainFigure } from '../../core/services/explain-figure.ts';
import { findPeriod, findRegion } from '../../core/services/find-by-name.ts';
import { evaluateFigure, openReportData } from '../../core/services/report-data.ts';
import type { Command, CommandArguments, CommandOutcome } from '../command.ts';
import { printExplanation } from '../print-explanation.ts';
import { withWorkspace } from '../with-workspace.ts';

function run(input: CommandArguments, workspace: Workspace): Result<CommandOutcome, Failure> {
  const region = findRegion(workspace.regions.all(), input.text('region') ?? '');
  if (!region.ok) return region;
  const period = findPeriod(input.text('period') ?? '');
  if (!period.ok) return period;
  const request = {
    formula: input.positionals[1] ?? '',
    format: input.text('format'),
    region: region.value,
    period: period.value,
  };
  const data = openReportData(workspace);
  const figure = evaluateFigure(request, data);
  if (!figure.ok) return figure;
  const { id: _, ...json } = figure.value;
  // A sentence for a missing number, such as 由负转正, is a whole one; only a mark asks for something.
  const exitCode = /【(?:待填|无法计算)/.test(figure.value.text) ? 1 : 0;
  if (!input.flag('explain')) return succeed({ exitCode, lines: [json.text], json });
  const explained = explainFigure({ ...request, place: 'prose' }, { workspace, data });
  if (!explained.ok) return explained;
  const { text: __, ...explanation } = explained.value;
  const lines = [json.text, ...printExplanation(explained.value)];
  return succeed({ exitCode, lines, json: { ...json, explanation } });
}

export const figureCommand: Command = {
  name: 'figure',
  usage: 'huigao figure <数据文件> "<算式>" --region 地区 --period 期 [--format 格式] [--explain] [--json]',
  summary: '计算一个数字，加 --explain 说明它怎么得来',
  positionals: { least: 2, most: 2 },
  options: {
    region: { kind: 'text', required: true },
    period: { kind: 'text', required: true },
    format: { kind: 'text' },
    explain: { kind: 'flag' },
  },
  run: (input, context) => withWorkspace(input.positionals[0] ?? '', context, (workspace) => run(input, workspace)),
};
