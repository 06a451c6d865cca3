import type { Handlers } from '../../../shared/api/dispatch.ts';
import { layoutOf } from '../../../shared/gongwen/layout.ts';
import { fail, succeed } from '../../../shared/result.ts';
import type { Uploads } from '../backend/uploads.ts';
import { returnFailures } from '../database/return-failures.ts';
import { findFonts } from '../exporting/fonts/find-fonts.ts';
import { listFonts } from '../exporting/fonts/list-fonts.ts';
import { addPicture } from '../services/add-picture.ts';
import { hasStandardLayout, readLayout, saveLayout } from '../services/bureau-layout.ts';
import type { Session } from '../services/session.ts';

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
