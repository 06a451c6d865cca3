import { succeed } from '../../../shared/result.ts';
import { setObservation } from '../../core/services/set-observation.ts';
import type { Command } from '../command.ts';
import { withWorkspace } from '../with-workspace.ts';

export const setCommand: Command = {
  name: 'set',
  usage:
    'huigao set <数据文件> --indicator 指标 --region 地区 --period 期 (--value 数 | --missing 未报|无此项|不足单位|不公开) [--as-of 截至日] [--json]',
  summary: '填报一个数据，或写明没有数据的原因；--as-of 2022-12-31 写明时点指标的截至日，可以单独用',
  positionals: { least: 1, most: 1 },
  options: {
    indicator: { kind: 'text', required: true },
    region: { kind: 'text', required: true },
    period: { kind: 'text', required: true },
    value: { kind: 'text' },
    missing: { kind: 'text' },
    'as-of': { kind: 'text' },
  },
  run(input, context) {
    return withWorkspace(input.positionals[0] ?? '', context, (workspace) => {
      const request = {
        indicator: input.text('indicator') ?? '',
        region: input.text('region') ?? '',
        period: input.text('period') ?? '',
        value: input.text('value'),
        missing: input.text('missing'),
        asOf: input.text('as-of'),
        byWhom: context.userName,
      };
      const set = setObservation(workspace, request);
      if (!set.ok) return set;
      const { indicator, region, period, before, after, outcome } = set.value;
      const what = `${indicator}（${region}，${period}）`;
      const line =
        outcome === 'same'
          ? `${what}本来就是${after}，没有改动。`
          : `${what}：${before === null ? '' : `${before} → `}${after}。`;
      return succeed({ exitCode: 0, lines: [line], json: set.value });
    });
  },
};
