import type { Handlers } from '../../../shared/api/dispatch.ts';
import { layoutOf } from '../../../shared/gongwen/layout.ts';
import { fail, succeed } from '../../../shared/result.ts';
import type { Uploads } from '../backend/uploads.ts';
import { returnFailures } from '../database/return-failures.ts';
import type { Workspace } from '../database/workspace.ts';
import { findFonts } from '../exporting/fonts/find-fonts.ts';
import { listFonts } from '../exporting/fonts/list-fonts.ts';
import { readPicture } from '../exporting/picture.ts';
import { addPicture } from '../services/add-picture.ts';
import { hasStandardLayout, readLayout, saveLayout } from '../services/bureau-layout.ts';
import type { Session } from '../services/session.ts';

/** A `data:` address of a picture that the page may show: PNG and JPEG only. */
function addressOf(workspace: Workspace, sha256: string): string | null {
  const asset = workspace.assets.find(sha256);
  const picture = asset === undefined ? null : readPicture(asset.bytes);
  if (picture?.ok !== true) return null;
  const { mediaType, bytes } = picture.value;
  return `data:${mediaType};base64,${Buffer.from(bytes).toString('base64')}`;
}

/** Joins the requests about how documents look to their services. */
export function layoutHandlers(session: Session, uploads: Pick<Uploads, 'take'>) {
  return {
    'layout.read': () =>
      returnFailures(() =>
        succeed({ options: readLayout(session.workspace), isStandard: hasStandardLayout(session.workspace) }),
      ),
    'layout.save': (options) =>
      returnFailures(() => {
        saveLayout(session.workspace, options);
        return succeed({});
      }),
    'pictures.add': ({ upload }) =>
      returnFailures(() => {
        const file = uploads.take(upload);
        return file === null ? fail({ code: 'upload-gone' }) : addPicture(session.workspace, file);
      }),
    'pictures.read': ({ sha256 }) => returnFailures(() => succeed({ address: addressOf(session.workspace, sha256) })),
    'layout.fonts': () =>
      returnFailures(() => {
        const fonts = findFonts({ layout: layoutOf(readLayout(session.workspace)) });
        return succeed(
          listFonts(fonts).map(({ purpose, wanted, family, isSubstitute }) => ({
            purpose,
            wanted,
            family,
            isSubstitute,
          })),
        );
      }),
  } satisfies Partial<Handlers>;
}
