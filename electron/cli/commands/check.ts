import { type RuleSeverity, ruleSeverities } from '../../../shared/figures/rules/rule.ts';
import { type Result, succeed } from '../../../shared/result.ts';
import type { Failure } from '../../../shared/text/failures/index.ts';
import { type CheckedFinding, checkData, type DataCheck, isBlocking } from '../../core/services/check-data.ts';
import { findPeriod, findRegion } from '../../core/services/find-by-name.ts';
import { shippedRules } from '../../core/services/shipped-rules.ts';
import type { Command, CommandContext } from '../command.ts';
import { withWorkspace } from '../with-workspace.ts';

/** How long a run may take before it says how far it is, and again after that. */
const patience = 500;

function progressTeller({ clock, tell }: CommandContext): (done: number, all: number) => void {
  let last = clock.now().getTime();
  return (done, all) => {
    const now = clock.now().getTime();
    if (now - last < patience || done === all) return;
    last = now;
    tell(`正在检查：${done}/${all}……`);
  };
}

function findingLines({ rule, message, hint, waiver, lapsed }: CheckedFinding): readonly string[] {
  const head = `${rule.severity}　${rule.name}〔${rule.code}〕`;
  const said = waiver ?? lapsed;
  // What is no plain comparison has the explanation in its message already.
  const isSaid = hint === '' || message.includes(hint.replace(/。$/, ''));
  const by = said === null ? '' : `“${said.reason}”（${said.byWhom}，${said.at.slice(0, 10)}）`;
  return [
    head,
    `    ${message}`,
    ...(isSaid || waiver !== null ? [] : [`    ${hint}`]),
    ...(waiver === null ? [] : [`    说明：${by}`]),
    ...(lapsed === null ? [] : [`    数据变了，原来的说明不再有效：${by}`]),
  ];
}

function countText(findings: readonly CheckedFinding[]): string {
  const count = (severity: RuleSeverity) => findings.filter(({ rule }) => rule.severity === severity).length;
  return ruleSeverities.map((severity) => `${severity} ${count(severity)} 条`).join('，');
}

function printCheck(check: DataCheck): readonly string[] {
  const open = check.findings.filter(({ waiver }) => waiver === null);
  const waived = check.findings.filter(({ waiver }) => waiver !== null);
  const problems = check.problems.map(({ rule, message }) => `规则“${rule.name}”〔${rule.code}〕无法检查：${message}`);
  if (check.checked + check.skipped + problems.length === 0)
    return ['没有可以检查的数据。请先导入或填报，或换一个地区、一期。'];
  const summary = `检查了 ${check.checked} 处，缺数没有检查的 ${check.skipped} 处。不成立的：${countText(open)}；已说明 ${waived.length} 条。`;
  return [
    ...open.flatMap(findingLines),
    ...(waived.length === 0 ? [] : ['已说明的：', ...waived.flatMap(findingLines)]),
    ...problems,
    summary,
  ];
}

function jsonOf({ findings, problems, checked, skipped }: DataCheck): unknown {
  return {
    findings: findings.map(({ rule, region, period, indicator, message, hint, sources, waiver }) => ({
      rule: rule.code,
      name: rule.name,
      family: rule.family,
      severity: rule.severity,
      region: region.name,
      period: period.label,
      indicator: indicator?.name ?? null,
      message,
      hint,
      sources,
      waiver: waiver && { reason: waiver.reason, byWhom: waiver.byWhom, at: waiver.at },
    })),
    problems: problems.map(({ rule, message }) => ({ rule: rule.code, name: rule.name, message })),
    checked,
    skipped,
  };
}

/** Null when the option was not given. */
function optional<Value>(
  text: string | null,
  find: (text: string) => Result<Value, Failure>,
): Result<Value | null, Failure> {
  return text === null ? succeed(null) : find(text);
}

export const checkCommand: Command = {
  name: 'check',
  usage: 'huigao check <数据文件> [--period 期] [--region 地区] [--json]',
  summary: '按勾稽关系检查数据；有没说明的强制性问题时退出码为 1',
  positionals: { least: 1, most: 1 },
  options: { period: { kind: 'text' }, region: { kind: 'text' } },
  run(input, context) {
    return withWorkspace(input.positionals[0] ?? '', context, (workspace) => {
      const period = optional(input.text('period'), findPeriod);
      if (!period.ok) return period;
      const region = optional(input.text('region'), (text) => findRegion(workspace.regions.all(), text));
      if (!region.ok) return region;
      const check = checkData(workspace, {
        shipped: shippedRules(),
        region: region.value,
        period: period.value,
        ruleCode: null,
        onProgress: progressTeller(context),
      });
      return succeed({ exitCode: isBlocking(check) ? 1 : 0, lines: printCheck(check), json: jsonOf(check) });
    });
  },
};
