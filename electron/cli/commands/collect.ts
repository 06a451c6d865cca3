import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Indicator, Region } from '../../../shared/figures/catalogue.ts';
import { fail, type Result, succeed } from '../../../shared/result.ts';
import type { Failure } from '../../../shared/text/failures/index.ts';
import { type MadeCollection, makeCollection } from '../../core/collecting/make-collection.ts';
import type { Workspace } from '../../core/database/workspace.ts';
import { writeFileAtomically } from '../../core/files/write-file-atomically.ts';
import { findIndicator, findPeriod, findRegion } from '../../core/services/find-by-name.ts';
import { shippedRules } from '../../core/services/shipped-rules.ts';
import type { Command, CommandArguments, CommandContext } from '../command.ts';
import { withWorkspace } from '../with-workspace.ts';

function each<Item>(text: string, find: (name: string) => Result<Item, Failure>): Result<readonly Item[], Failure> {
  const items: Item[] = [];
  for (const name of text.split(/[,，、]/)) {
    const found = find(name.trim());
    if (!found.ok) return found;
    items.push(found.value);
  }
  return succeed(items);
}

function wantedIndicators(workspace: Workspace, input: CommandArguments): Result<readonly Indicator[], Failure> {
  const [group, names] = [input.text('group'), input.text('indicators')];
  if ((group === null) === (names === null)) return fail({ code: 'collection-table-or-indicators' });
  const all = workspace.indicators.all();
  if (names !== null) return each(names, (name) => findIndicator(all, name));
  const chosen = all.filter((indicator) => indicator.group === group);
  return chosen.length > 0 ? succeed(chosen) : fail({ code: 'collection-no-indicators', group: group ?? '' });
}

function wantedUnits(regions: readonly Region[], names: string | null): Result<readonly Region[] | null, Failure> {
  return names === null ? succeed(null) : each(names, (name) => findRegion(regions, name));
}

/** All files, or a sentence for the first that cannot be written; none is overwritten. */
function writeFiles({ files }: MadeCollection, folder: string): Result<void, Failure> {
  mkdirSync(folder, { recursive: true });
  for (const { name, bytes } of files) {
    const written = writeFileAtomically(join(folder, name), bytes, { overwrite: false });
    if (!written.ok) return written;
  }
  return succeed(undefined);
}

async function make(workspace: Workspace, input: CommandArguments, context: CommandContext) {
  const indicators = wantedIndicators(workspace, input);
  if (!indicators.ok) return indicators;
  const regions = workspace.regions.all();
  const region = findRegion(regions, input.text('region') ?? '');
  if (!region.ok) return region;
  const units = wantedUnits(regions, input.text('units'));
  if (!units.ok) return units;
  const period = findPeriod(input.text('period') ?? '');
  if (!period.ok) return period;
  return makeCollection(workspace, {
    title: input.text('title') ?? `${input.text('group') ?? ''}情况填报表`,
    indicators: indicators.value,
    region: region.value,
    units: units.value,
    rows: input.flag('members') ? 'members' : 'unit',
    period: period.value,
    lastYear: input.flag('last-year'),
    shipped: shippedRules(),
    byWhom: context.userName,
  });
}

export const collectCommand: Command = {
  name: 'collect',
  usage:
    'huigao collect <数据文件> (--group 分组 | --indicators 指标,指标…) --region 地区 --period 期 --out-dir 文件夹 [--units 单位,单位…] [--members] [--last-year] [--title 标题] [--json]',
  summary: '给每个下级单位生成一份填报表（.xlsx）；--members 按单位的下级（如各学校）分行，--last-year 附上年数',
  positionals: { least: 1, most: 1 },
  options: {
    group: { kind: 'text' },
    indicators: { kind: 'text' },
    region: { kind: 'text', required: true },
    period: { kind: 'text', required: true },
    'out-dir': { kind: 'text', required: true },
    units: { kind: 'text' },
    members: { kind: 'flag' },
    'last-year': { kind: 'flag' },
    title: { kind: 'text' },
  },
  run(input, context) {
    return withWorkspace(input.positionals[0] ?? '', context, async (workspace) => {
      const made = await make(workspace, input, context);
      if (!made.ok) return made;
      const written = writeFiles(made.value, resolve(context.folder, input.text('out-dir') ?? ''));
      if (!written.ok) return written;
      const { collection, files, notices } = made.value;
      for (const notice of notices) context.tell(notice);
      const names = files.map(({ name }) => name);
      const lines = [
        `收数 ${collection.id}：${collection.title}（${collection.period}），${names.length} 份填报表。`,
        ...names,
      ];
      return succeed({ exitCode: 0, lines, json: { collection: collection.id, files: names, notices } });
    });
  },
};
