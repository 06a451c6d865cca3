import { type RefObject, useEffect, useRef, useState } from 'react';
import { blockId } from './element-ids.ts';
import type { OutlineEntry } from './outline-entries.ts';

/** Position of the heading that the desk shows; null above the first one. */
function findHeading(entries: readonly OutlineEntry[], desk: HTMLElement): number | null {
  const { top, height } = desk.getBoundingClientRect();
  // The last headings never rise to the middle: at the end of the text, being in view is enough.
  const isAtEnd = desk.scrollTop > 0 && desk.scrollTop + desk.clientHeight >= desk.scrollHeight - 2;
  const line = top + (isAtEnd ? height : height / 2);
  const reached = entries.findLast(({ index }) => {
    const heading = document.getElementById(blockId(index));
    return heading !== null && heading.getBoundingClientRect().top <= line;
  });
  return reached?.index ?? null;
}

/** The heading under which the person reads, and the way to another: one that was gone to counts until the next scroll. */
export function useCurrentHeading(entries: readonly OutlineEntry[], desk: RefObject<HTMLElement | null>) {
  const [current, setCurrent] = useState<number | null>(null);
  const gone = useRef<{ readonly index: number; readonly scrollTop: number } | null>(null);
  useEffect(() => {
    const scroller = desk.current;
    if (scroller === null) return;
    const find = () => {
      const isWhereGone = gone.current?.scrollTop === scroller.scrollTop;
      setCurrent(isWhereGone ? (gone.current?.index ?? null) : findHeading(entries, scroller));
    };
    find();
    scroller.addEventListener('scroll', find, { passive: true });
    return () => scroller.removeEventListener('scroll', find);
  }, [entries, desk]);
  const goTo = (index: number) => {
    document.getElementById(blockId(index))?.scrollIntoView({ block: 'start' });
    gone.current = desk.current && { index, scrollTop: desk.current.scrollTop };
    setCurrent(index);
  };
  return { current, goTo };
}
