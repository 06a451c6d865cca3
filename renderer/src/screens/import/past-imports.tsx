import { App, Button } from 'antd';
import { useState } from 'react';
import type { Output } from '../../../../shared/api/contract.ts';
import { call, nothing, refresh, sentenceOf, useQuery } from '../../app/query.ts';
import { describeMoment } from '../../ui/moment.ts';
import { importText as text } from './text.ts';

type PastImport = Output<'imports.list'>[number];

/** Names told of cells that an undo left alone. */
const mostKept = 3;

/** Takes an import back after asking, and says what was left alone. */
export function useUndoImport(): (entry: Pick<PastImport, 'sourceId' | 'fileName'>) => void {
  const { modal, message } = App.useApp();
  const undo = async (sourceId: number) => {
    try {
      const { restored, confirmed, kept } = await call('imports.undo', { sourceId });
      refresh();
      const names = kept.slice(0, mostKept).map(({ indicator, region, period }) => `${period}${region}${indicator}`);
      const stated = confirmed > 0 ? text.past.confirmed(confirmed) : '';
      const rest = stated + (kept.length > 0 ? text.past.kept(names, kept.length) : '');
      message.success(text.past.done(restored) + rest, rest === '' ? 4 : 8);
    } catch (error) {
      message.error(sentenceOf(error));
    }
  };
  const ask = async ({ sourceId, fileName }: Pick<PastImport, 'sourceId' | 'fileName'>) => {
    try {
      const outlook = await call('imports.outlook', { sourceId });
      void modal.confirm({
        title: text.past.confirm(fileName),
        content: <UndoOutlook outlook={outlook} />,
        okText: text.past.ok,
        cancelText: text.past.cancel,
        onOk: () => undo(sourceId),
      });
    } catch (error) {
      message.error(sentenceOf(error));
    }
  };
  return (entry) => void ask(entry);
}

/** What is taken back, and what the import added that stays. */
function UndoOutlook({ outlook }: { readonly outlook: Output<'imports.outlook'> }) {
  const { cells, regions, indicators, isRemembered, ownRules } = outlook;
  const kept = [
    ...(indicators.length > 0 ? [text.past.keptIndicators(indicators.slice(0, mostKept), indicators.length)] : []),
    ...(regions.length > 0 ? [text.past.keptRegions(regions.slice(0, mostKept), regions.length)] : []),
    ...(isRemembered ? [text.past.keptAnswers] : []),
    ...(ownRules > 0 ? [text.past.keptRules] : []),
  ];
  return (
    <>
      <p>{text.past.confirmHint(cells)}</p>
      {kept.length > 0 && <p>{text.past.stays(kept)}</p>}
    </>
  );
}

/** Which files were imported, when and by whom, each with the way back. */
export function PastImports() {
  const query = useQuery('imports.list', nothing);
  const undo = useUndoImport();
  const [now] = useState(() => new Date());
  if (query.status !== 'done') return <section className="import-card" aria-busy={query.status === 'waiting'} />;
  return (
    <section className="import-card" aria-labelledby="past-imports">
      <h2 id="past-imports">{text.past.title}</h2>
      {query.value.length === 0 && <p className="import-soft">{text.past.empty}</p>}
      <ul className="import-past">
        {query.value.map((entry) => (
          <li key={entry.sourceId}>
            <span className="import-past-name">{entry.fileName}</span>
            <span className="import-soft">{text.past.cells(entry.cells)}</span>
            <span className="import-soft">
              {entry.byWhom} {describeMoment(entry.at, now)}
            </span>
            {entry.undoneAt === null ? (
              <Button size="small" aria-label={text.past.undoNamed(entry.fileName)} onClick={() => undo(entry)}>
                {text.past.undo}
              </Button>
            ) : (
              <span className="import-soft">{text.past.undone}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
