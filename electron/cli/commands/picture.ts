import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { fail, type Result, succeed } from '../../../shared/result.ts';
import type { Failure } from '../../../shared/text/failures/index.ts';
import { addPicture } from '../../core/services/add-picture.ts';
import type { Command } from '../command.ts';
import { withWorkspace } from '../with-workspace.ts';

function readBytes(path: string): Result<Uint8Array, Failure> {
  try {
    return succeed(readFileSync(path));
  } catch {
    return fail({ code: 'import-file-not-found', name: basename(path) });
  }
}

export const pictureCommand: Command = {
  name: 'picture',
  usage: 'huigao picture <数据文件> <图片.png|图片.jpg> [--json]',
  summary: '把图片存进数据文件，给出模板里用的编号',
  positionals: { least: 2, most: 2 },
  options: {},
  run: (input, context) =>
    withWorkspace(input.positionals[0] ?? '', context, (workspace) => {
      const path = resolve(context.folder, input.positionals[1] ?? '');
      const bytes = readBytes(path);
      if (!bytes.ok) return bytes;
      const added = addPicture(workspace, { name: basename(path), bytes: bytes.value });
      if (!added.ok) return added;
      const { sha256, width, height } = added.value;
      return succeed({ exitCode: 0, lines: [`${sha256}（${width} × ${height} 像素）`], json: added.value });
    }),
};
