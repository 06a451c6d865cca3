import { succeed } from '../../../shared/result.ts';
import { findPeriod, findRegion } from '../../core/services/find-by-name.ts';
import { evaluateFigure, openReportData } from '../../core/services/report-data.ts';
import type { Command } from '../command.ts';
import { withWorkspace } from '../with-workspace.ts';

export const figureCommand: Command = {
  name: 'figure',
  usage: 'huigao figure <数据文件> "<算式>" --region 地区 --period 期 [--format 格式] [--json]',
  summary: '计算一个数字',
  positionals: { least: 2, most: 2 },
  options: {
    region: { kind: 'text', required: true },
    period: { kind: 'text', required: true },
    format: { kind: 'text' },
  },
  run(input, context) {
    return withWorkspace(input.positionals[0] ?? '', context, (workspace) => {
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
      const figure = evaluateFigure(request, openReportData(workspace));
      if (!figure.ok) return figure;
      const { id: _, ...json } = figure.value;
      return succeed({ exitCode: figure.value.missing === null ? 0 : 1, lines: [json.text], json });
    });
  },
};
