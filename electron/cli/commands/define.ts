import { succeed } from '../../../shared/result.ts';
import { defineIndicator } from '../../core/services/define-indicator.ts';
import { shippedRules } from '../../core/services/shipped-rules.ts';
import type { Command, CommandArguments } from '../command.ts';
import { withWorkspace } from '../with-workspace.ts';

function readRequest(input: CommandArguments) {
  return {
    name: input.text('name') ?? '',
    unit: input.text('unit') ?? '',
    code: input.text('code'),
    aliases: input.list('alias'),
    formula: input.text('formula'),
    decimals: input.text('decimals'),
    timing: input.text('timing'),
    aggregation: input.text('aggregation'),
    better: input.text('better'),
    group: input.text('group'),
    definition: input.text('definition'),
    base: input.text('base'),
    dimensions: input.list('dimension'),
    shipped: shippedRules(),
  };
}

export const defineCommand: Command = {
  name: 'define',
  usage:
    'huigao define <数据文件> --name 名称 --unit 单位 [--code 代码] [--formula 算式] [--decimals 位数] [--timing 时点|时期] [--aggregation 合计|加权|最新|不可加] [--better 高|低] [--group 分组] [--alias 别名]… [--definition 口径] [--base 指标 --dimension 维度=值…] [--json]',
  summary: '添加一个本单位自己的指标；写了算式的由算式得出，不用填报',
  positionals: { least: 1, most: 1 },
  options: {
    name: { kind: 'text', required: true },
    unit: { kind: 'text', required: true },
    code: { kind: 'text' },
    formula: { kind: 'text' },
    decimals: { kind: 'text' },
    timing: { kind: 'text' },
    aggregation: { kind: 'text' },
    better: { kind: 'text' },
    group: { kind: 'text' },
    alias: { kind: 'list' },
    definition: { kind: 'text' },
    base: { kind: 'text' },
    dimension: { kind: 'list' },
  },
  run(input, context) {
    return withWorkspace(input.positionals[0] ?? '', context, (workspace) => {
      const defined = defineIndicator(workspace, readRequest(input));
      if (!defined.ok) return defined;
      const { id: _, ...json } = defined.value;
      const { name, code, unit, timing, aggregation, formula } = json;
      const kind = formula === null ? '填报' : `＝${formula}`;
      const unitText = unit === '' ? '无单位' : unit;
      const lines = [`已添加指标“${name}”（代码 ${code}，${unitText}，${timing}，${aggregation}，${kind}）。`];
      return succeed({ exitCode: 0, lines, json });
    });
  },
};
