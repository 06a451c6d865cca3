import { parseArgs } from 'node:util';
import { fail, type Result, succeed } from '../../shared/result.ts';
import type { Command, CommandArguments } from './command.ts';

/** Reads a command's options and positionals; a wrong one gives the Chinese sentence that says so. */
export function readArguments(command: Command, words: readonly string[]): Result<CommandArguments, string> {
  const options = Object.fromEntries(
    Object.entries(command.options).map(([name, { kind }]) => [
      name,
      { type: kind === 'flag' ? ('boolean' as const) : ('string' as const), multiple: kind === 'list' },
    ]),
  );
  let parsed: { values: Record<string, unknown>; positionals: readonly string[] };
  try {
    parsed = parseArgs({ args: [...joinValues(command, words)], options, allowPositionals: true, strict: true });
  } catch (error) {
    return fail(`命令的写法不对（${optionProblem(error)}）。写法：${command.usage}`);
  }
  const { values, positionals } = parsed;
  for (const [name, { required }] of Object.entries(command.options)) {
    if (required === true && values[name] === undefined) return fail(`缺少“--${name}”。写法：${command.usage}`);
  }
  const { least, most } = command.positionals;
  if (positionals.length < least) return fail(`缺少参数。写法：${command.usage}`);
  if (positionals.length > most) return fail(`多了“${positionals[most]}”。写法：${command.usage}`);
  return succeed({
    positionals,
    text: (option) => stringsOf(values[option])[0] ?? null,
    list: (option) => stringsOf(values[option]),
    flag: (option) => values[option] === true,
  });
}

/**
 * Values may begin with a minus (`--value -5`), and so may a formula: there are no one-letter options. Values are joined
 * to their options, and what begins with one minus goes behind `--`, where it is taken as it is.
 */
function joinValues(command: Command, words: readonly string[]): readonly string[] {
  const joined: string[] = [];
  const literal: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    const next = words[at + 1];
    const kind = word.startsWith('--') ? command.options[word.slice(2)]?.kind : undefined;
    if ((kind === 'text' || kind === 'list') && next !== undefined) {
      joined.push(`${word}=${next}`);
      at += 1;
    } else if (/^-[^-]/.test(word)) literal.push(word);
    else joined.push(word);
  }
  return [...joined, '--', ...literal];
}

function stringsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}

function optionProblem(error: unknown): string {
  const name = error instanceof Error ? /'(--?[^' ]+)/.exec(error.message)?.[1] : undefined;
  if (name === undefined) return '读不懂';
  const code = error instanceof Error && 'code' in error ? error.code : '';
  return code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION' ? `不认识“${name}”` : `“${name}”后面缺少内容`;
}
