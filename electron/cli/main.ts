import { userInfo } from 'node:os';
import { describeFailure, type Failure } from '../../shared/text/failures/index.ts';
import type { Command, CommandContext } from './command.ts';
import { figureCommand } from './commands/figure.ts';
import { fillCommand } from './commands/fill.ts';
import { importCommand } from './commands/import.ts';
import { indicatorsCommand, regionsCommand, templatesCommand } from './commands/list.ts';
import { newCommand } from './commands/new.ts';
import { setCommand } from './commands/set.ts';
import { readArguments } from './read-arguments.ts';

const commands: readonly Command[] = [
  newCommand,
  importCommand,
  setCommand,
  figureCommand,
  fillCommand,
  templatesCommand,
  regionsCommand,
  indicatorsCommand,
];

/** Failures that are a slip in the command's words rather than a refused file. */
const usageFailures: ReadonlySet<Failure['code']> = new Set<Failure['code']>([
  'template-unknown',
  'region-unknown',
  'period-unknown',
  'period-without-data',
  'template-level-differs',
  'template-period-differs',
  'indicator-unknown',
  'output-kind-unknown',
  'format-unknown',
  'value-or-missing',
  'gap-unknown',
]);

function helpText(): string {
  const lines = commands.map(({ usage, summary }) => `  ${usage}\n      ${summary}`);
  return `用法：\n${lines.join('\n')}\n退出码：0 完成；1 完成但有缺数，或文件被拒绝；2 命令写法不对。`;
}

const out = (text: string) => process.stdout.write(`${text}\n`);
const tell = (text: string) => process.stderr.write(`${text}\n`);

/** Runs one command and says how it ended: 0 done, 1 done with blocking findings or refused, 2 wrong usage. */
async function run(words: readonly string[], context: CommandContext): Promise<number> {
  const [name = 'help', ...rest] = words;
  if (name === 'help' || name === '--help' || name === '-h') {
    out(helpText());
    return words.length === 0 ? 2 : 0;
  }
  const command = commands.find((each) => each.name === name);
  if (command === undefined) {
    tell(`没有“${name}”这个命令。\n${helpText()}`);
    return 2;
  }
  const input = readArguments({ ...command, options: { ...command.options, json: { kind: 'flag' } } }, rest);
  if (!input.ok) {
    tell(input.error);
    return 2;
  }
  const json = input.value.flag('json');
  const outcome = await command.run(input.value, context);
  if (!outcome.ok) {
    const message = describeFailure(outcome.error);
    tell(message);
    if (json) out(JSON.stringify({ error: { code: outcome.error.code, message } }, null, 2));
    return usageFailures.has(outcome.error.code) ? 2 : 1;
  }
  if (json) out(JSON.stringify(outcome.value.json, null, 2));
  else out(outcome.value.lines.join('\n'));
  return outcome.value.exitCode;
}

// With a handler of our own an interrupt waits for the write in progress, which then ends whole and tidies up.
process.on('SIGINT', () => process.exit(130));

process.exitCode = await run(process.argv.slice(2), {
  clock: { now: () => new Date() },
  folder: process.env.INIT_CWD ?? process.cwd(),
  userName: userInfo().username,
  tell,
});
