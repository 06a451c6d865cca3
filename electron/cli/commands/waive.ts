import { fail, type Result, succeed } from '../../../shared/result.ts';
import type { Failure } from '../../../shared/text/failures/index.ts';
import type { Workspace } from '../../core/database/workspace.ts';
import { shippedRules } from '../../core/services/shipped-rules.ts';
import { type WaiveRequest, waiveFinding, withdrawWaiver } from '../../core/services/waive-finding.ts';
import type { Command, CommandOutcome } from '../command.ts';
import { withWorkspace } from '../with-workspace.ts';

function withdraw(workspace: Workspace, request: WaiveRequest): Result<CommandOutcome, Failure> {
  const withdrawn = withdrawWaiver(workspace, request);
  if (!withdrawn.ok) return withdrawn;
  const { reason } = withdrawn.value;
  return succeed({ exitCode: 0, lines: [`已撤回说明“${reason}”。`], json: { withdrawn: true, reason } });
}

function waive(workspace: Workspace, request: WaiveRequest, reason: string): Result<CommandOutcome, Failure> {
  const waived = waiveFinding(workspace, request, reason);
  if (!waived.ok) return waived;
  const { rule, message } = waived.value;
  const lines = [`已说明：${rule.name}〔${rule.code}〕`, `    ${message}`, `    说明：“${reason.trim()}”`];
  return succeed({ exitCode: 0, lines, json: { rule: rule.code, message, reason: reason.trim() } });
}

export const waiveCommand: Command = {
  name: 'waive',
  usage:
    'huigao waive <数据文件> --rule 代码 --region 地区 --period 期 [--indicator 指标] (--reason 原因 | --withdraw) [--json]',
  summary: '对查出的一个问题写明原因，数据变动后自动失效；--withdraw 撤回',
  positionals: { least: 1, most: 1 },
  options: {
    rule: { kind: 'text', required: true },
    region: { kind: 'text', required: true },
    period: { kind: 'text', required: true },
    indicator: { kind: 'text' },
    reason: { kind: 'text' },
    withdraw: { kind: 'flag' },
  },
  run(input, context) {
    return withWorkspace(input.positionals[0] ?? '', context, (workspace) => {
      const reason = input.text('reason');
      if ((reason === null) !== input.flag('withdraw')) return fail({ code: 'waiver-reason-or-withdraw' });
      const request = {
        rule: input.text('rule') ?? '',
        region: input.text('region') ?? '',
        period: input.text('period') ?? '',
        indicator: input.text('indicator'),
        byWhom: context.userName,
        shipped: shippedRules(),
      };
      return reason === null ? withdraw(workspace, request) : waive(workspace, request, reason);
    });
  },
};
