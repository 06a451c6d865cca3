import { succeed } from '../../../shared/result.ts';
import { lockPeriod, unlockPeriod } from '../../core/services/catalogue/periods.ts';
import type { Command } from '../command.ts';
import { withWorkspace } from '../with-workspace.ts';

export const lockCommand: Command = {
  name: 'lock',
  usage: 'huigao lock <数据文件> --period 期 [--json]',
  summary: '定稿：这一期的数据不能再改',
  positionals: { least: 1, most: 1 },
  options: { period: { kind: 'text', required: true } },
  run(input, context) {
    return withWorkspace(input.positionals[0] ?? '', context, (workspace) => {
      const locked = lockPeriod(workspace, input.text('period') ?? '', context.userName);
      if (!locked.ok) return locked;
      const { label } = locked.value;
      return succeed({ exitCode: 0, lines: [`${label}已定稿。`], json: { period: label, locked: true } });
    });
  },
};

export const unlockCommand: Command = {
  name: 'unlock',
  usage: 'huigao unlock <数据文件> --period 期 --reason 原因 [--json]',
  summary: '取消定稿；原因记入这一期的记录',
  positionals: { least: 1, most: 1 },
  options: { period: { kind: 'text', required: true }, reason: { kind: 'text', required: true } },
  run(input, context) {
    return withWorkspace(input.positionals[0] ?? '', context, (workspace) => {
      const said = { reason: input.text('reason') ?? '', byWhom: context.userName };
      const unlocked = unlockPeriod(workspace, input.text('period') ?? '', said);
      if (!unlocked.ok) return unlocked;
      const { label } = unlocked.value;
      return succeed({ exitCode: 0, lines: [`${label}可以修改了。`], json: { period: label, locked: false } });
    });
  },
};
