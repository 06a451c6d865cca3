import type { ReactNode } from 'react';
import type { PrintedBlock } from '../../../../shared/report/printed.ts';
import { inPlace } from '../../ui/in-place.ts';
import { blockId } from './element-ids.ts';
import { PrintedBlockView } from './printed-block.tsx';
import type { FigureSelection } from './runs.tsx';

interface Props extends FigureSelection {
  readonly blocks: readonly PrintedBlock[];
  /** Where the lines of the title are chosen, right below it. */
  readonly belowTitle: ReactNode;
}

/** The A4 sheet. */
export function Sheet({ blocks, belowTitle, ...selection }: Props) {
  return (
    <article className="sheet" lang="zh-CN">
      {inPlace(blocks).map(({ item, key }) => (
        <div key={key} id={blockId(key)}>
          <PrintedBlockView block={item} {...selection} />
          {item.kind === 'title' && belowTitle}
        </div>
      ))}
    </article>
  );
}
