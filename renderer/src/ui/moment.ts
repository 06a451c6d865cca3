import { text } from '../text.ts';

function dayOf(date: Date): string {
  const pad = (part: number) => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}

/** `2026-11-22T09:42:00` as a person says it on that day: `今天 09:42`, `昨天 09:42`, `11月20日`, `2025年11月20日`. */
export function describeMoment(iso: string, now: Date): string {
  const day = iso.slice(0, 10);
  const time = iso.slice(11, 16);
  if (day === dayOf(now)) return `${text.today}${time}`;
  const yesterday = new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1);
  if (day === dayOf(yesterday)) return `${text.yesterday}${time}`;
  const [year, month, date] = day.split('-').map(Number);
  const withinYear = `${month}月${date}日`;
  return year === now.getFullYear() ? withinYear : `${year}年${withinYear}`;
}
