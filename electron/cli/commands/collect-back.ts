import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { fail, type Result, succeed } from '../../../shared/result.ts';
import type { Failure } from '../../../shared/text/failures/index.ts';
import { findingsOf } from '../../core/collecting/check-returns.ts';
import { type CollectionReturn, readCollection } from '../../core/collecting/read-collection.ts';
import { openReturn, type ReturnFile } from '../../core/collecting/read-sheets.ts';
import { summariseReturns, type UnitSummary } from '../../core/collecting/summarise-returns.ts';
import { type Choices, plainChoices, takeReturns } from '../../core/collecting/take-returns.ts';
import { shippedRules } from '../../core/services/shipped-rules.ts';
import type { Command, CommandArguments } from '../command.ts';
import { withWorkspace } from '../with-workspace.ts';

/** Files named, and those of the folders named; a lock file (`~$…`) is no return. */
function filesAt(paths: readonly string[]): Result<readonly ReturnFile[], Failure> {
  const files: ReturnFile[] = [];
  for (const path of paths) {
    const info = statSync(path, { throwIfNoEntry: false });
    if (!info) return fail({ code: 'import-file-not-found', name: basename(path) });
    const inside = info.isDirectory()
      ? readdirSync(path, { withFileTypes: true }).flatMap((entry) => (entry.isFile() ? [join(path, entry.name)] : []))
      : [path];
    const wanted = inside.filter((each) => !/^[~.]/.test(basename(each))).toSorted();
    for (const each of wanted) files.push(openReturn({ name: basename(each), bytes: readFileSync(each) }));
  }
  return succeed(files);
}

/** The plain choices, and the workbooks of 重报 that `--take` names. */
function choicesOf(returns: CollectionReturn, taken: readonly string[]): Result<Choices, Failure> {
  const choices = new Map(plainChoices(returns));
  for (const name of taken) {
    const found = returns.units.flatMap(({ unit, files }) =>
      files.filter(({ fileName }) => fileName === name).map(({ sha256 }) => [unit.id, sha256] as const),
    );
    const [only] = found;
    if (!only || found.length > 1) return fail({ code: 'return-take-unknown', name });
    choices.set(only[0], only[1]);
  }
  return succeed(choices);
}

function lineOf({ unit, state, filled, asked, problems, findings }: UnitSummary): string {
  const wrong = problems.length + findings.length;
  const amount = asked === null ? '' : `　已填 ${filled}/${asked}`;
  return `${unit}　${state}${amount}${wrong > 0 ? `　问题 ${wrong} 处` : ''}`;
}

function detailsOf({ unit, problems, findings, notices }: UnitSummary): readonly string[] {
  return [...problems, ...findings, ...notices].map((text) => `${unit}：${text}`);
}

function chosenCollection(input: CommandArguments): number | null {
  const text = input.text('collection');
  return text === null ? null : Number(text);
}

const isAnswered: readonly UnitSummary['state'][] = ['已报', '已汇入'];

export const collectBackCommand: Command = {
  name: 'collect-back',
  usage:
    'huigao collect-back <数据文件> <文件夹或表格文件>… [--collection 收数编号] [--take 文件名]… [--dry-run] [--json]',
  summary: '收回填好的填报表：列出各单位已报、未报、重报和问题，汇入没有疑问的；重报的用 --take 指定取哪一份',
  positionals: { least: 2, most: 1000 },
  options: { collection: { kind: 'text' }, take: { kind: 'list' }, 'dry-run': { kind: 'flag' } },
  run(input, context) {
    const [file = '', ...places] = input.positionals;
    return withWorkspace(file, context, (workspace) => {
      const files = filesAt(places.map((place) => resolve(context.folder, place)));
      if (!files.ok) return files;
      const returns = readCollection(workspace, files.value, chosenCollection(input));
      if (!returns.ok) return returns;
      const choices = choicesOf(returns.value, input.list('take'));
      if (!choices.ok) return choices;
      const units = summariseReturns(returns.value, findingsOf(workspace, returns.value, shippedRules()));
      const dryRun = input.flag('dry-run');
      const taken = dryRun
        ? null
        : takeReturns(workspace, returns.value, { choices: choices.value, byWhom: context.userName });
      if (taken && !taken.ok) return taken;
      const { collection, strangers, notices } = returns.value;
      for (const text of [...strangers, ...notices, ...units.flatMap(detailsOf)]) context.tell(text);
      const outcome = taken
        ? `汇入 ${taken.value.units} 个单位，写入 ${taken.value.written} 格。`
        : '没有写入（--dry-run）。';
      const lines = [`${collection.title}（${collection.period}）`, ...units.map(lineOf), outcome];
      const isClean =
        strangers.length === 0 &&
        units.every(({ state, problems }) => isAnswered.includes(state) && problems.length === 0);
      const json = { collection: collection.id, units, strangers, notices, taken: taken?.value ?? null };
      return succeed({ exitCode: isClean ? 0 : 1, lines, json });
    });
  },
};
