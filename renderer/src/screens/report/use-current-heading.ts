import { type RefObject, useEffect, useState } from 'react';
import { blockId } from './element-ids.ts';
import type { OutlineEntry } from './outline-entries.ts';

/** A heading counts as reached when it is in the upper third of the desk. */
const reach = 1 / 3;

/** Position of the heading under which the upper part of the desk stands; null above the first one. */
export function useCurrentHeading(entries: readonly OutlineEntry[], desk: RefObject<HTMLElement | null>) {
  const [current, setCurrent] = useState<number | null>(null);
  useEffect(() => {
    const scroller = desk.current;
    if (scroller === null) return;
    const find = () => {
      const { top, height } = scroller.getBoundingClientRect();
      const line = top + height * reach;
      const reached = entries.findLast(({ index }) => {
        const heading = document.getElementById(blockId(index));
        return heading !== null && heading.getBoundingClientRect().top <= line;
      });
      setCurrent(reached?.index ?? null);
    };
    find();
    scroller.addEventListener('scroll', find, { passive: true });
    return () => scroller.removeEventListener('scroll', find);
  }, [entries, desk]);
  return current;
}
