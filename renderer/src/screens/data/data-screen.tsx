import { useEffect, useState } from 'react';
import type { Output } from '../../../../shared/api/contract.ts';
import { makePeriod } from '../../../../shared/figures/period.ts';
import { FailedScreen } from '../../app/failed-screen.tsx';
import { nothing, useQuery } from '../../app/query.ts';
import { type DataPlace, printDataPlace } from './data-place.ts';
import { EmptyData } from './empty-data.tsx';
import { FirstRegion } from './first-region.tsx';
import { TableScreen } from './table-screen.tsx';
import { text } from './text.ts';

interface Props {
  readonly place: DataPlace;
  readonly isSample: boolean;
}

type Places = Output<'data.places'>;

/** 数据: where figures are kept, typed and judged. */
export function DataScreen({ place, isSample }: Props) {
  const places = useQuery('data.places', nothing);
  if (places.status === 'waiting') return <div className="data" aria-busy="true" />;
  if (places.status === 'failed') return <FailedScreen failure={places} />;
  // Another region is another beginning: no answer about the last one may lead there.
  return <StartedPlace key={place.region} places={places.value} place={place} isSample={isSample} />;
}

interface StartedProps extends Props {
  readonly places: Places;
}

/** Begins at 本单位地区 and where its figures are, unless the address says otherwise. */
function StartedPlace({ places, place, isSample }: StartedProps) {
  const [asked] = useState(() => ({ regionId: place.region }));
  const start = useQuery('data.start', asked);
  const [thisYear] = useState(() => makePeriod('自然年', new Date().getFullYear()).label);
  if (start.status === 'failed') return <FailedScreen failure={start} />;
  if (start.status === 'waiting') return <div className="data" aria-busy="true" />;
  const region = start.value.regionId;
  if (region === null) return <FirstRegion isSample={isSample} />;
  // In a data file without data the table of this year stands ready.
  const period = place.period ?? start.value.period ?? thisYear;
  const at = { ...place, region, period };
  return <ChosenPlace key={`${region} ${period}`} places={places} place={at} isSample={isSample} />;
}

interface ChosenProps {
  readonly places: Places;
  readonly place: DataPlace & { readonly region: number; readonly period: string };
  readonly isSample: boolean;
}

function ChosenPlace({ places, place, isSample }: ChosenProps) {
  const { region, period } = place;
  const [asked, setAsked] = useState({ regionId: region, period });
  const tables = useQuery('data.tables', asked);
  const group = tables.status === 'done' ? groupOf(tables.value, place.group) : undefined;
  useEffect(() => {
    // What was chosen for the person stays chosen, also when another table becomes the fullest.
    const address = group === undefined ? null : `#/data?${printDataPlace({ ...place, group })}`;
    if (address !== null && address !== location.hash) location.replace(address);
  }, [place, group]);
  if (tables.status === 'waiting') return <div className="data" aria-busy="true" />;
  if (tables.status === 'failed') return <FailedScreen failure={tables} />;
  if (group === undefined) {
    return <EmptyData isSample={isSample} title={text.empty.noIndicator} hint={text.empty.noIndicatorHint} />;
  }
  const askTables = () => setAsked({ regionId: region, period });
  const at = { ...place, group };
  return <TableScreen places={places} tables={tables.value} place={at} isSample={isSample} onAskTables={askTables} />;
}

/** The table that was asked for; without a choice the fullest one: there the work is. */
function groupOf(tables: Output<'data.tables'>, wanted: string | null): string | undefined {
  const fullest = tables.toSorted((a, b) => b.filled - a.filled || b.cells - a.cells)[0];
  return tables.find(({ group }) => group === wanted)?.group ?? fullest?.group;
}
