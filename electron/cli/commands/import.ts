import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { fail, type Result, succeed } from '../../../shared/result.ts';
import { describeFailure, type Failure } from '../../../shared/text/failures/index.ts';
import type { Workspace } from '../../core/database/workspace.ts';
import { commitImport } from '../../core/importing/commit-import.ts';
import { emptyMapping, ImportMapping } from '../../core/importing/mapping.ts';
import { readGridInWorker } from '../../core/importing/reading/read-in-worker.ts';
import { checksumOf, type StagedFile, type StagingRequest, stageGrid } from '../../core/importing/stage-file.ts';
import { refuseConflictsBetween } from '../../core/importing/staging/find-duplicates.ts';
import { findPeriod, findRegion } from '../../core/services/find-by-name.ts';
import { homeRegion } from '../../core/services/home-region.ts';
import type { Command, CommandArguments, CommandContext } from '../command.ts';
import { importJson } from '../import/import-json.ts';
import { closedPeriods, isEmpty, remarksOn, summarize, whyBlocked } from '../import/tell-import.ts';
import { withWorkspace } from '../with-workspace.ts';

function readRequest(
  input: CommandArguments,
  { folder }: CommandContext,
  workspace: Workspace,
): Result<StagingRequest, Failure> {
  const [wanted, named] = [input.text('period'), input.text('region')];
  const period = wanted === null ? succeed(null) : findPeriod(wanted);
  if (!period.ok) return period;
  const home = named === null ? succeed(homeRegion(workspace)) : findRegion(workspace.regions.all(), named);
  if (!home.ok) return home;
  const mapping = readMapping(input.text('mapping'), folder);
  return mapping.ok ? succeed({ period: period.value, home: home.value, mapping: mapping.value }) : mapping;
}

/** Answers alone are enough: headers and sheets need not be named. */
function readMapping(path: string | null, folder: string): Result<ImportMapping, Failure> {
  if (path === null) return succeed(emptyMapping);
  const name = basename(path);
  const bytes = readBytes(resolve(folder, path));
  if (bytes === null) return fail({ code: 'import-file-not-found', name });
  let content: unknown;
  try {
    content = JSON.parse(bytes.toString('utf8').replace(/^\ufeff/, ''));
  } catch {
    return fail({ code: 'import-mapping-invalid', name, detail: '不是 JSON' });
  }
  const parsed = ImportMapping.partial().safeParse(content);
  if (parsed.success) {
    const { answers = {}, headers = {}, sheets = {} } = parsed.data;
    return succeed({ answers, headers, sheets });
  }
  const place = parsed.error.issues[0]?.path.join(' 的 ') ?? '';
  return fail({ code: 'import-mapping-invalid', name, detail: `“${place}”的写法不对` });
}

function readBytes(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}

/** Each file is read by a thread of its own: what it does to its reader, it does to this file alone. */
async function stageFiles(
  workspace: Workspace,
  paths: readonly string[],
  { request, progress }: { readonly request: StagingRequest; readonly progress: CommandContext['progress'] },
): Promise<Result<readonly StagedFile[], Failure>> {
  const staged: StagedFile[] = [];
  for (const path of paths) {
    const fileName = basename(path);
    const bytes = readBytes(path);
    if (bytes === null) return fail({ code: 'import-file-not-found', name: fileName });
    const sha256 = checksumOf(bytes);
    progress(`正在读取“${fileName}”…`);
    const grid = await readGridInWorker(bytes, fileName);
    if (!grid.ok) return grid;
    progress(`正在辨认“${fileName}”…`);
    const file = stageGrid(workspace, { grid: grid.value, sha256 }, request);
    if (!file.ok) return file;
    staged.push(file.value);
  }
  return succeed(refuseConflictsBetween(staged));
}

/** All files or none: a conflict or a full disk in the last must not leave the first half of the truth. */
function commitFiles(
  workspace: Workspace,
  files: readonly StagedFile[],
  { userName, progress }: CommandContext,
): Result<unknown, Failure> {
  const onProgress = (done: number, all: number) => progress(`正在写入 ${Math.floor((done / all) * 100)}%`);
  return commitImport(workspace, files, { byWhom: userName, rules: [], onProgress });
}

export const importCommand: Command = {
  name: 'import',
  usage:
    'huigao import <数据文件> <表格文件>… [--period 期] [--region 地区] [--mapping 对照.json] [--dry-run] [--json]',
  summary: '导入表格（Excel、WPS 或文本），自动识别表头、地区和期；--dry-run 只看结果，不写入',
  positionals: { least: 2, most: 1000 },
  options: {
    period: { kind: 'text' },
    region: { kind: 'text' },
    mapping: { kind: 'text' },
    'dry-run': { kind: 'flag' },
  },
  run(input, context) {
    const [file = '', ...tables] = input.positionals;
    return withWorkspace(file, context, async (workspace) => {
      const request = readRequest(input, context, workspace);
      if (!request.ok) return request;
      const paths = tables.map((table) => resolve(context.folder, table));
      const staged = await stageFiles(workspace, paths, { request: request.value, progress: context.progress });
      if (!staged.ok) return staged;
      const files = staged.value;
      const dryRun = input.flag('dry-run');
      const closed = closedPeriods(files, workspace.periods.locked());
      // Said before any question: answering them would lead nowhere.
      if (closed[0] && !dryRun) return fail(closed[0]);
      const done = dryRun ? succeed(null) : commitFiles(workspace, files, context);
      if (!done.ok) return done;
      const blocked = [...closed.map(describeFailure), ...whyBlocked(files)];
      const empty = files.filter(isEmpty);
      for (const line of [...remarksOn(files), ...blocked]) context.tell(line);
      for (const { fileName: name } of empty) context.tell(describeFailure({ code: 'import-nothing', name }));
      const lines = files.map((each) => summarize(each, dryRun));
      return succeed({ exitCode: blocked.length + empty.length > 0 ? 1 : 0, lines, json: importJson(files) });
    });
  },
};
