import { layoutOf } from '../../../shared/gongwen/layout.ts';
import { recordFigures } from '../../../shared/report/manifest.ts';
import type { PrintedDocument } from '../../../shared/report/printed.ts';
import type { ReportScope } from '../../../shared/report/scope.ts';
import type { Workspace } from '../database/workspace.ts';
import type { ExportSettings } from '../exporting/export-report.ts';
import { type Pictures, readPicture } from '../exporting/picture.ts';
import { readLayout } from './bureau-layout.ts';
import type { FilledReport } from './report-data.ts';

/** The pictures that a report shows, out of the data file; one that is gone or no picture is left out. */
function picturesOf(workspace: Workspace, { blocks }: PrintedDocument): Pictures {
  const shown = new Set(blocks.flatMap((block) => (block.kind === 'image' ? [block.sha256] : [])));
  return new Map(
    [...shown].flatMap((sha256) => {
      const asset = workspace.assets.find(sha256);
      const picture = asset === undefined ? null : readPicture(asset.bytes);
      return picture?.ok === true ? [[sha256, picture.value] as const] : [];
    }),
  );
}

/** What a report of this data file is exported with: the bureau's 版式, its pictures, and what it rests on. */
export function exportSettingsOf(
  workspace: Workspace,
  report: { readonly filled: FilledReport; readonly scope: ReportScope },
  isDraft: boolean,
): ExportSettings {
  const { filled, scope } = report;
  return {
    layout: layoutOf(readLayout(workspace)),
    pictures: picturesOf(workspace, filled.printed),
    records: recordFigures(filled.computed, scope),
    isDraft,
  };
}
