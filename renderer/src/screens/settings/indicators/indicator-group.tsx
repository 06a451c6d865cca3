import { Button, Tag } from 'antd';
import type { IndicatorView } from '../../../../../shared/api/catalogue.ts';
import { text } from '../text.ts';

interface Props {
  readonly group: string;
  readonly indicators: readonly IndicatorView[];
  readonly onEdit: (indicator: IndicatorView) => void;
}

const words = text.indicators;

/** A group's heading and its indicators; each name opens the form. */
export function IndicatorGroup({ group, indicators, onEdit }: Props) {
  return (
    <tbody>
      <tr className="group-row">
        <th scope="rowgroup" colSpan={4} className="group-name">
          {group === '' ? words.noGroup : group}
          <span className="group-count">{words.count(indicators.length)}</span>
        </th>
      </tr>
      {indicators.map((indicator) => (
        <tr key={indicator.id}>
          <th scope="row" className="cell-name">
            <Button type="link" onClick={() => onEdit(indicator)}>
              {indicator.name}
            </Button>
            {indicator.origin === 'own' && <Tag className="tag-short">{words.own}</Tag>}
          </th>
          <td>{indicator.unit}</td>
          <td className="cell-soft">{indicator.formula === null ? indicator.timing : `＝ ${indicator.formula}`}</td>
          <td className="cell-soft cell-actions">
            {indicator.formula === null && indicator.observations > 0 && words.holds(indicator.observations)}
            {indicator.formula !== null && words.derived}
          </td>
        </tr>
      ))}
    </tbody>
  );
}
