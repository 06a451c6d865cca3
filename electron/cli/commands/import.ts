import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { fail, type Result, succeed } from '../../../shared/result.ts';
import { describeFailure, type Failure } from '../../../shared/text/failures/index.ts';
import type { Workspace } from '../../core/database/workspace.ts';
import { commitImport } from '../../core/importing/commit-import.ts';
import { emptyMapping, ImportMapping } from '../../core/importing/mapping.ts';
import { type StagedFile, type StagingRequest, stageFile } from '../../core/importing/stage-file.ts';
import { refuseConflictsBetween } from '../../core/importing/staging/find-duplicates.ts';
import { findPeriod, findRegion } from '../../core/services/find-by-name.ts';
import { homeRegion } from '../../core/services/home-region.ts';
import type { Command, CommandArguments, CommandContext } from '../command.ts';
import { importJson } from '../import/import-json.ts';
import { isEmpty, remarksOn, summarize, whyBlocked } from '../import/tell-import.ts';
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

function stageFiles(
  workspace: Workspace,
  paths: readonly string[],
  request: StagingRequest,
): Result<readonly StagedFile[], Failure> {
  const staged: StagedFile[] = [];
  for (const path of paths) {
    const fileName = basename(path);
    const bytes = readBytes(path);
    if (bytes === null) return fail({ code: 'import-file-not-found', name: fileName });
    const file = stageFile(workspace, { fileName, bytes }, request);
    if (!file.ok) return file;
    staged.push(file.value);
  }
  return succeed(refuseConflictsBetween(staged));
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
    return withWorkspace(file, context, (workspace) => {
      const request = readRequest(input, context, workspace);
      if (!request.ok) return request;
      const paths = tables.map((table) => resolve(context.folder, table));
      const staged = stageFiles(workspace, paths, request.value);
      if (!staged.ok) return staged;
      const files = staged.value;
      const dryRun = input.flag('dry-run');
      if (!dryRun) {
        // All files or none: a conflict or a full disk in the last must not leave the first half of the truth.
        const done = commitImport(workspace, files, { byWhom: context.userName, rules: [] });
        if (!done.ok) return done;
      }
      const blocked = whyBlocked(files);
      const empty = files.filter(isEmpty);
      for (const line of [...remarksOn(files), ...blocked]) context.tell(line);
      for (const { fileName: name } of empty) context.tell(describeFailure({ code: 'import-nothing', name }));
      const lines = files.map((each) => summarize(each, dryRun));
      return succeed({ exitCode: blocked.length + empty.length > 0 ? 1 : 0, lines, json: importJson(files) });
    });
  },
};
