import { Button } from 'antd';
import type { Output } from '../../../../shared/api/contract.ts';
import { go } from '../../app/route.ts';
import { text } from '../../text.ts';
import { inPlace } from '../../ui/in-place.ts';
import { nextOf } from './next-figure.ts';

export type Broken = Output<'reports.open'>['broken'][number];

/** Its element, so that what speaks of broken rules can lead there. */
export const brokenListId = 'panel-broken';

interface Props {
  readonly broken: readonly Broken[];
  /** How many figures of the report rest on what is broken. */
  readonly figures: number;
  readonly selected: string | null;
  readonly onSelect: (figureId: string) => void;
}

function fix({ table, period }: Broken): void {
  const { regionId: region, group } = table;
  go({ screen: 'data', place: { region, period, group, lastYear: false } });
}

/** The rules that the report's data break: what is wrong, where it stands in the text, and the way to mend it. */
export function BrokenList({ broken, figures, selected, onSelect }: Props) {
  if (broken.length === 0) return null;
  return (
    <section className="panel-missing" aria-labelledby={brokenListId}>
      <h3 id={brokenListId} tabIndex={-1}>
        {text.report.broken(figures)}
      </h3>
      <ul>
        {inPlace(broken).map(({ item, key }) => (
          <li key={key} className="broken-card">
            <h4>
              {item.region} · {item.rule}
            </h4>
            <p>{item.message}。</p>
            <div className="broken-actions">
              <Button size="small" type="primary" onClick={() => fix(item)}>
                {text.report.fix}
              </Button>
              <Button size="small" onClick={() => onSelect(nextOf(item.figureIds, selected))}>
                {text.report.showPlaces(item.figureIds.length)}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
