/** Knows whether a page is open, by the connections that each page keeps open for as long as it lives. */
export interface PagePresence {
  arrived(): void;
  left(): void;
  stop(): void;
}

/**
 * Calls `onGone` once no page has been open for `patience` milliseconds. A page holds a connection instead of sending
 * beats, because browsers slow the timers of hidden pages down to one a minute. Before the first page nothing is counted.
 */
export function watchPages(patience: number, onGone: () => void): PagePresence {
  let open = 0;
  let timer: NodeJS.Timeout | undefined;
  return {
    arrived() {
      open += 1;
      clearTimeout(timer);
    },
    left() {
      open -= 1;
      if (open === 0) timer = setTimeout(onGone, patience);
    },
    stop() {
      clearTimeout(timer);
    },
  };
}
