import { ArrowDownOutlined, ArrowUpOutlined, CaretDownOutlined, CaretRightOutlined } from '@ant-design/icons';
import { Button, Tag } from 'antd';
import type { RegionView } from '../../../../../shared/api/catalogue.ts';
import { text } from '../text.ts';
import type { TreeRow } from './region-tree.ts';

interface Props {
  readonly row: TreeRow;
  readonly isHome: boolean;
  readonly onEdit: (region: RegionView) => void;
  readonly onToggle: (id: number) => void;
  /** Null where a search has put the rows out of their order. */
  readonly onMove: ((id: number, by: -1 | 1) => void) | null;
  readonly onResume: (region: RegionView) => void;
}

const words = text.regions;

/** One region of the tree; its name opens the form. */
export function RegionRow({ row, isHome, onEdit, onToggle, onMove, onResume }: Props) {
  const { region, depth, children, isOpen } = row;
  const { id, name, end } = region;
  return (
    <tr>
      <th scope="row" className="cell-name" style={{ paddingLeft: 12 + depth * 22 }}>
        {children > 0 ? (
          <Button
            type="text"
            className="tree-toggle"
            aria-expanded={isOpen}
            aria-label={isOpen ? words.collapse(name) : words.expand(name)}
            icon={isOpen ? <CaretDownOutlined /> : <CaretRightOutlined />}
            onClick={() => onToggle(id)}
          />
        ) : (
          <span className="tree-gap" />
        )}
        <Button type="link" onClick={() => onEdit(region)}>
          {name}
        </Button>
        {isHome && <Tag className="tag-full">{words.home}</Tag>}
        {end !== null && <Tag className="tag-plain">{words.ended(end.on, end.into)}</Tag>}
      </th>
      <td>{region.level}</td>
      <td className="cell-number">{region.code ?? ''}</td>
      <td>{region.kind}</td>
      <td className="cell-soft">{region.inTotal ? words.counted : words.notCounted}</td>
      <td className="cell-actions">
        {onMove !== null && end === null && (
          <>
            <Button
              type="text"
              size="small"
              aria-label={words.up(name)}
              icon={<ArrowUpOutlined aria-hidden="true" />}
              onClick={() => onMove(id, -1)}
            />
            <Button
              type="text"
              size="small"
              aria-label={words.down(name)}
              icon={<ArrowDownOutlined aria-hidden="true" />}
              onClick={() => onMove(id, 1)}
            />
          </>
        )}
        {region.validTo !== null && (
          <Button size="small" onClick={() => onResume(region)}>
            {words.resume}
          </Button>
        )}
      </td>
    </tr>
  );
}
