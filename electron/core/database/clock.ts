/** The time of day, passed in so that tests and replays decide it. */
export interface Clock {
  now(): Date;
}

/** ISO 8601 with the PC's own offset (`2024-12-05T09:30:00.000+08:00`): sorts as text and reads as the clerk's own time. */
export function localTimestamp(date: Date): string {
  const offset = -date.getTimezoneOffset();
  const shifted = new Date(date.getTime() + offset * 60_000).toISOString().slice(0, -1);
  const hours = String(Math.trunc(Math.abs(offset) / 60)).padStart(2, '0');
  const minutes = String(Math.abs(offset) % 60).padStart(2, '0');
  return `${shifted}${offset < 0 ? '-' : '+'}${hours}:${minutes}`;
}
