import { App, Button } from 'antd';
import { useMemo } from 'react';
import type { CellState } from '../../../../shared/api/data.ts';
import { call, refresh, sentenceOf, useQuery } from '../../app/query.ts';
import { text } from '../../text.ts';

const words = text.report.sums;
const toastKey = 'filled-by-sum';

/** Figures that are missing only because nobody wrote down what the members add up to. */
export function GapSums({ reportId }: { readonly reportId: number }) {
  const { message } = App.useApp();
  const query = useQuery(
    'data.reportSums',
    useMemo(() => ({ reportId }), [reportId]),
  );
  if (query.status !== 'done' || query.value.sums.length === 0) return null;
  const { regionId, period, members, sums } = query.value;
  const fail = (error: unknown) => void message.error(sentenceOf(error));
  const takeBack = async (written: readonly CellState[]) => {
    message.destroy(toastKey);
    const cells = written.map(({ indicator, before }) => ({ indicator, regionId, period, cell: before }));
    await call('data.restore', { cells, reason: words.undo }).then(refresh, fail);
  };
  const fill = async () => {
    const edits = sums.map(({ indicator, decimal }) => ({ indicator, regionId, period, text: decimal }));
    const answer = await call('data.write', { edits, reason: words.fill }).catch(fail);
    if (answer === undefined) return;
    refresh();
    message.success({
      key: toastKey,
      duration: 8,
      content: (
        <>
          {words.done(answer.written)}
          <Button type="link" size="small" onClick={() => void takeBack(answer.cells)}>
            {words.undo}
          </Button>
        </>
      ),
    });
  };
  return (
    <section className="panel-sums" aria-label={words.label}>
      <p>{words.ready(sums.map(({ name }) => name).slice(0, 3), sums.length, members)}</p>
      <Button size="small" type="primary" onClick={() => void fill()}>
        {words.fill}
      </Button>
    </section>
  );
}
