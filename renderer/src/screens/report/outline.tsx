import type { RefObject } from 'react';
import { text } from '../../text.ts';
import type { OutlineEntry } from './outline-entries.ts';
import { useCurrentHeading } from './use-current-heading.ts';

interface Props {
  readonly entries: readonly OutlineEntry[];
  /** The element that scrolls the sheet. */
  readonly desk: RefObject<HTMLElement | null>;
}

/** 目录: headings with a dot each, amber where a figure is still missing. */
export function Outline({ entries, desk }: Props) {
  const { current, goTo } = useCurrentHeading(entries, desk);
  return (
    <nav className="outline" aria-label={text.report.outline}>
      <h2>{text.report.outline}</h2>
      {entries.length === 0 && <p>{text.report.noHeadings}</p>}
      <ol>
        {entries.map((entry) => (
          <li key={entry.index}>
            <button
              type="button"
              className={`outline-entry outline-level-${entry.level}`}
              aria-current={entry.index === current ? 'location' : undefined}
              title={entry.title}
              onClick={() => goTo(entry.index)}
            >
              <span className={entry.hasGap ? 'dot is-short' : 'dot is-full'} aria-hidden="true" />
              <span className="outline-title">{entry.title}</span>
              <span className="for-screen-readers">
                {entry.hasGap ? text.report.outlineGap : text.report.outlineComplete}
              </span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
