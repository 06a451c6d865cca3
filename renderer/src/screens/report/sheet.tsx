import type { PrintedBlock } from '../../../../shared/report/printed.ts';
import { inPlace } from '../../ui/in-place.ts';
import { blockId } from './element-ids.ts';
import { PrintedBlockView } from './printed-block.tsx';
import type { FigureSelection } from './runs.tsx';

interface Props extends FigureSelection {
  readonly blocks: readonly PrintedBlock[];
}

/** The A4 sheet. */
export function Sheet({ blocks, ...selection }: Props) {
  return (
    <article className="sheet" lang="zh-CN">
      {inPlace(blocks).map(({ item, key }) => (
        <div key={key} id={blockId(key)}>
          <PrintedBlockView block={item} {...selection} />
        </div>
      ))}
    </article>
  );
}
