import type { ImportReview } from '../../../../shared/api/import-review.ts';
import { importText as text } from './text.ts';

function isStatus(status: string): status is keyof typeof text.status {
  return Object.hasOwn(text.status, status);
}

/** What the page calls the fate of a cell. */
export function statusName(status: string): string {
  return isStatus(status) ? text.status[status] : status;
}

/** Why the file gives nothing to write; null where it does. */
export function whyNothing({
  tables,
  counts,
  writes,
}: Pick<ImportReview, 'tables' | 'counts' | 'writes'>): string | null {
  if (writes > 0) return null;
  if (tables.length === 0) return text.nothing.noTable;
  const found = Object.entries(counts).filter(([, count]) => count > 0);
  const [only, other] = found;
  if (only === undefined) return text.nothing.noFigures;
  const [status] = only;
  if (other === undefined && isReason(status)) return text.nothing.all[status];
  return text.nothing.several(found.map(([each, count]) => `${statusName(each)} ${count} 格`));
}

function isReason(status: string): status is keyof typeof text.nothing.all {
  return Object.hasOwn(text.nothing.all, status);
}
