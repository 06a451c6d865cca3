import { isDay, type LocalDate } from '../figures/period.ts';

const written = /^(\d{4})(?:年(\d{1,2})月(?:(\d{1,2})[日号]?)?|([-/.])(\d{1,2})(?:\4(\d{1,2}))?|(\d{2})(\d{2}))$/;

/**
 * A day as clerks type it: `2026-05-01`, `2026.5.1`, `2026/5/1`, `20260501`, `2026年5月1日`. A month alone means its first
 * day. Null when it is none, or no day of the calendar.
 */
export function readDay(typed: string): LocalDate | null {
  const text = typed
    .normalize('NFKC')
    .replaceAll(/\s/g, '')
    .replaceAll(/[。·]/g, '.')
    .replaceAll(/[—–－]/g, '-');
  const parts = written.exec(text);
  if (!parts) return null;
  const [, year = ''] = parts;
  const month = parts[2] ?? parts[5] ?? parts[7] ?? '';
  const day = parts[3] ?? parts[6] ?? parts[8] ?? '1';
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(date) ? date : null;
}
