import { type LocalDate, makePeriod, periodSpan } from '../../../../shared/figures/period.ts';
import { foldName } from '../../../../shared/reading/fold-name.ts';
import { fail, type Result, succeed } from '../../../../shared/result.ts';
import type { Failure } from '../../../../shared/text/failures/index.ts';
import { asOfTextsIn, readDate } from '../read-date.ts';
import { type Draft, saidAbove } from './draft.ts';

/** `截至2024年6月底` */
const monthEnd =
  /(?:截[至止]|统计时点|时点)(?:到|日期?|时间|时点)*[:为]?((?:19|20|21)\d{2})年(1[0-2]|0?[1-9])月[底末]/g;

/** 截至日 that the titles state; refused where they state several, or one that the calendar lacks. */
export function tableDay(draft: Draft, fileName: string): Result<LocalDate | null, Failure> {
  const [text, other] = new Set(saidAbove(draft, (titles) => [...asOfTextsIn(titles), ...monthEndsIn(titles)]));
  if (text === undefined) return succeed(null);
  const date = readDate(text);
  if (date !== null && (other === undefined || readDate(other) === date)) return succeed(date);
  const detail = date === null ? `截至日“${text}”不是一个日期` : '表头上方写着不止一个截至日，请只留下一个';
  return fail({ code: 'import-no-table', name: fileName, detail });
}

function monthEndsIn(titles: readonly string[]): readonly LocalDate[] {
  return titles.flatMap((title) =>
    [...foldName(title).matchAll(monthEnd)].map(
      ([, year, month]) => periodSpan(makePeriod('月', Number(year), Number(month))).endOn,
    ),
  );
}
