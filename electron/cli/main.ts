import { userInfo } from 'node:os';
import { describeFailure, type Failure } from '../../shared/text/failures/index.ts';
import { readUserName } from '../core/backend/read-user-name.ts';
import type { Command, CommandContext } from './command.ts';
import { ProgressLine } from './progress-line.ts';
import { readArguments } from './read-arguments.ts';

/** Each command is loaded when it is called: a figure need not wait for the writers of Word and PDF. */
const commands: ReadonlyMap<string, () => Promise<Command>> = new Map([
  ['new', async () => (await import('./commands/new.ts')).newCommand],
  ['import', async () => (await import('./commands/import.ts')).importCommand],
  ['imports', async () => (await import('./commands/imports.ts')).importsCommand],
  ['undo-import', async () => (await import('./commands/imports.ts')).undoImportCommand],
  ['collect', async () => (await import('./commands/collect.ts')).collectCommand],
  ['collect-back', async () => (await import('./commands/collect-back.ts')).collectBackCommand],
  ['set', async () => (await import('./commands/set.ts')).setCommand],
  ['figure', async () => (await import('./commands/figure.ts')).figureCommand],
  ['fill', async () => (await import('./commands/fill.ts')).fillCommand],
  ['check', async () => (await import('./commands/check.ts')).checkCommand],
  ['proofread', async () => (await import('./commands/proofread.ts')).proofreadCommand],
  ['waive', async () => (await import('./commands/waive.ts')).waiveCommand],
  ['define', async () => (await import('./commands/define.ts')).defineCommand],
  ['lock', async () => (await import('./commands/lock.ts')).lockCommand],
  ['unlock', async () => (await import('./commands/lock.ts')).unlockCommand],
  ['ranges', async () => (await import('./commands/ranges.ts')).rangesCommand],
  ['formulas', async () => (await import('./commands/formulas.ts')).formulasCommand],
  ['templates', async () => (await import('./commands/list.ts')).templatesCommand],
  ['working-paper', async () => (await import('./commands/working-paper.ts')).workingPaperCommand],
  ['fonts', async () => (await import('./commands/fonts.ts')).fontsCommand],
  ['picture', async () => (await import('./commands/picture.ts')).pictureCommand],
  ['regions', async () => (await import('./commands/regions.ts')).regionsCommand],
  ['indicators', async () => (await import('./commands/list.ts')).indicatorsCommand],
]);

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
  'working-paper-kind-unknown',
  'findings-kind-unknown',
  'proofread-scope-incomplete',
  'output-twice',
  'format-unknown',
  'value-or-missing',
  'gap-unknown',
  'rule-unknown',
  'waiver-reason-or-withdraw',
  'choice-unknown',
  'decimals-invalid',
  'dimension-invalid',
  'dimension-and-base',
  'range-incomplete',
  'region-ambiguous',
  'period-unlock-reason',
  'collection-table-or-indicators',
  'collection-no-indicators',
  'collection-not-member',
  'return-take-unknown',
]);

async function helpText(): Promise<string> {
  const all = await Promise.all([...commands.values()].map((load) => load()));
  const lines = all.map(({ usage, summary }) => `  ${usage}\n      ${summary}`);
  return `用法：\n${lines.join('\n')}\n退出码：0 完成；1 完成但有缺数、有没说明的强制性问题，或文件被拒绝；2 命令写法不对。`;
}

const progress = new ProgressLine(process.stderr);

function out(text: string): void {
  progress.clear();
  process.stdout.write(`${text}\n`);
}

function tell(text: string): void {
  progress.clear();
  process.stderr.write(`${text}\n`);
}

/** The sentence on stderr and, under `--json`, the one value on stdout. */
function refuse(error: { readonly code: string; readonly message: string }, json: boolean): void {
  tell(error.message);
  if (json) out(JSON.stringify({ error }, null, 2));
}

function readContext(): CommandContext {
  return {
    clock: { now: () => new Date() },
    folder: process.env.INIT_CWD ?? process.cwd(),
    userName: readUserName(userInfo),
    tell,
    progress: (message) => progress.show(message),
  };
}

async function runCommand(command: Command, words: readonly string[]): Promise<number> {
  const input = readArguments({ ...command, options: { ...command.options, json: { kind: 'flag' } } }, words);
  if (!input.ok) {
    refuse({ code: 'usage', message: input.error }, words.includes('--json'));
    return 2;
  }
  const json = input.value.flag('json');
  const outcome = await command.run(input.value, readContext());
  if (!outcome.ok) {
    const { code } = outcome.error;
    refuse({ code, message: describeFailure(outcome.error) }, json);
    return usageFailures.has(code) ? 2 : 1;
  }
  if (json) out(JSON.stringify(outcome.value.json, null, 2));
  else out(outcome.value.lines.join('\n'));
  return outcome.value.exitCode;
}

/** Runs one command and says how it ended: 0 done, 1 done with blocking findings or refused, 2 wrong usage. */
async function run(words: readonly string[]): Promise<number> {
  const [name = 'help', ...rest] = words;
  if (name === 'help' || name === '--help' || name === '-h') {
    out(await helpText());
    return words.length === 0 ? 2 : 0;
  }
  const load = commands.get(name);
  if (load === undefined) {
    refuse({ code: 'usage', message: `没有“${name}”这个命令。\n${await helpText()}` }, rest.includes('--json'));
    return 2;
  }
  const command = await load();
  if (rest.includes('--help')) {
    out(`用法：${command.usage}\n${command.summary}`);
    return 0;
  }
  return runCommand(command, rest);
}

/** A bug ends in a sentence, never in a stack: the first line of its message is what a maintainer needs. */
async function runSafely(words: readonly string[]): Promise<number> {
  try {
    return await run(words);
  } catch (error) {
    const [detail = ''] = String(error instanceof Error ? error.message : error).split('\n');
    refuse({ code: 'unexpected', message: describeFailure({ code: 'unexpected', detail }) }, words.includes('--json'));
    return 1;
  }
}

// With a handler of our own an interrupt waits for the write in progress, which then ends whole and tidies up.
process.on('SIGINT', () => process.exit(130));

process.exitCode = await runSafely(process.argv.slice(2));
progress.clear();
