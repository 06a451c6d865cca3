// biome-ignore-all lint/a11y/useSemanticElements: cells of a virtual table are placed, which table elements cannot be
// biome-ignore-all lint/a11y/useFocusableInteractive: the keyboard is in the one text field beside the grid
import { memo } from 'react';
import { headerLevelHeight } from './column-layout.ts';
import type { GridModel } from './grid-model.ts';
import { gridText } from './grid-text.ts';
import { type HeaderSpan, headerDepth, headerSpans } from './header-spans.ts';
import { spanUnit } from './span-unit.ts';

interface GridHeaderProps {
  readonly model: GridModel;
  readonly edges: readonly number[];
  readonly labelWidth: number;
  readonly firstColumn: number;
  readonly endColumn: number;
}

/** The frozen headings: one row of the grid a level, merged cells over several of them. */
export const GridHeader = memo(function GridHeader(props: GridHeaderProps) {
  const { model, edges, labelWidth, firstColumn, endColumn } = props;
  const paths = model.columns.map(({ path }) => path);
  const depth = headerDepth(paths);
  const spans = headerSpans(paths).filter(
    ({ column, columns }) => column < endColumn && column + columns > firstColumn,
  );
  return (
    <div role="rowgroup" className="grid-header" style={{ height: depth * headerLevelHeight }}>
      {Array.from({ length: depth }, (_, level) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a level is its position
        <div role="row" key={level} aria-rowindex={level + 1}>
          {level === 0 && (
            <div
              role="columnheader"
              aria-colindex={1}
              aria-rowspan={depth}
              className="grid-corner"
              title={gridText.selectAll}
              style={{ width: labelWidth, height: depth * headerLevelHeight }}
            >
              {model.corner}
            </div>
          )}
          {spans
            .filter((span) => span.level === level)
            .map((span) => (
              <Heading key={span.column} span={span} model={model} edges={edges} labelWidth={labelWidth} />
            ))}
        </div>
      ))}
    </div>
  );
});

interface HeadingProps {
  readonly span: HeaderSpan;
  readonly model: GridModel;
  readonly edges: readonly number[];
  readonly labelWidth: number;
}

function Heading({ span, model, edges, labelWidth }: HeadingProps) {
  const { label, level, levels, column, columns } = span;
  const left = edges[column] ?? 0;
  const end = column + columns;
  const isLeaf = columns === 1 && level + 1 === (model.columns[column]?.path.length ?? 0);
  return (
    <div
      role="columnheader"
      aria-colindex={column + 2}
      aria-colspan={columns}
      aria-rowspan={levels}
      className={isLeaf ? 'grid-heading' : 'grid-heading grid-heading-group'}
      title={label}
      data-first-column={column}
      data-last-column={end - 1}
      style={{
        left: labelWidth + left,
        top: level * headerLevelHeight,
        width: (edges[end] ?? 0) - left,
        height: levels * headerLevelHeight,
      }}
    >
      <span>
        {label}
        {spanUnit(span, model.columns)}
      </span>
      {isLeaf && <i className="grid-resize" title={gridText.resize(label)} data-resize={column} />}
    </div>
  );
}
