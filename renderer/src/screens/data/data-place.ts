/** Which table a person looks at; null where nothing was chosen yet. */
export interface DataPlace {
  readonly region: number | null;
  readonly period: string | null;
  readonly group: string | null;
  /** 去年对照 */
  readonly lastYear: boolean;
}

/** A table that was found. */
export interface OpenTable extends DataPlace {
  readonly region: number;
  readonly period: string;
  readonly group: string;
}

export function parseDataPlace(query: string): DataPlace {
  const parameters = new URLSearchParams(query);
  const region = /^\d{1,15}$/.exec(parameters.get('region') ?? '')?.[0];
  return {
    region: region === undefined ? null : Number(region),
    period: parameters.get('period'),
    group: parameters.get('group'),
    lastYear: parameters.get('last') === '1',
  };
}

export function printDataPlace({ region, period, group, lastYear }: DataPlace): string {
  const parameters = new URLSearchParams();
  if (region !== null) parameters.set('region', String(region));
  if (period !== null) parameters.set('period', period);
  if (group !== null) parameters.set('group', group);
  if (lastYear) parameters.set('last', '1');
  return parameters.toString();
}
