import { Button, Result } from 'antd';
import type { Output } from '../../../../shared/api/contract.ts';
import { go } from '../../app/route.ts';
import { parseDataPlace } from '../data/data-place.ts';
import { useUndoImport } from './past-imports.tsx';
import { importText as text } from './text.ts';

interface Props {
  readonly outcome: Extract<Output<'import.state'>, { readonly kind: 'done' }>;
  readonly onNext: () => void;
}

/** What was written, and where to go from here. */
export function ImportDone({ outcome, onNext }: Props) {
  const undo = useUndoImport();
  const { sourceId, written, newRegions, newIndicators } = outcome;
  const sentences = [
    ...(newRegions > 0 ? [text.done.regions(newRegions)] : []),
    ...(newIndicators > 0 ? [text.done.indicators(newIndicators)] : []),
  ];
  return (
    <section className="import-card" aria-label={text.title}>
      <Result
        status="success"
        title={<h2 className="import-done-title">{written > 0 ? text.done.title(written) : text.done.nothing}</h2>}
        subTitle={sentences.join('')}
        extra={[
          <Button key="look" type="primary" onClick={() => go({ screen: 'data', place: parseDataPlace('') })}>
            {text.done.look}
          </Button>,
          <Button key="next" onClick={onNext}>
            {text.done.next}
          </Button>,
          ...(sourceId === null
            ? []
            : [
                <Button key="undo" onClick={() => undo({ sourceId, fileName: outcome.fileName })}>
                  {text.done.undo}
                </Button>,
              ]),
        ]}
      />
    </section>
  );
}
