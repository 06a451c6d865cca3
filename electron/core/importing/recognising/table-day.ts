import type { LocalDate } from '../../../../shared/figures/period.ts';
import { fail, type Result, succeed } from '../../../../shared/result.ts';
import type { Failure } from '../../../../shared/text/failures/index.ts';
import { asOfTextsIn, readDate } from '../read-date.ts';
import { type Draft, saidAbove } from './draft.ts';

/** 截至日 that the titles state; refused where they state several, or one that the calendar lacks. */
export function tableDay(draft: Draft, fileName: string): Result<LocalDate | null, Failure> {
  const [text, other] = new Set(saidAbove(draft, asOfTextsIn));
  if (text === undefined) return succeed(null);
  const date = readDate(text);
  if (date !== null && (other === undefined || readDate(other) === date)) return succeed(date);
  const detail = date === null ? `截至日“${text}”不是一个日期` : '表头上方写着不止一个截至日，请只留下一个';
  return fail({ code: 'import-no-table', name: fileName, detail });
}
