import { type KeyboardEvent, useLayoutEffect, useRef } from 'react';
import type { GridSession } from './grid-session.ts';
import { gridText } from './grid-text.ts';
import { gapKeys, gaps } from './read-key.ts';

/** Corner of the menu within the window. */
export interface MenuPlace {
  readonly left: number;
  readonly top: number;
}

interface GapMenuProps {
  readonly session: GridSession;
  readonly at: MenuPlace;
  readonly onClose: () => void;
}

/** What can be said of cells without a value, by mouse or by the arrows. */
export function GapMenu({ session, at, onClose }: GapMenuProps) {
  const menu = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => menu.current?.querySelector('button')?.focus(), []);
  const words = gridText.menu;
  const items = [
    ...gaps.map((reason) => ({
      label: words.mark(reason),
      keys: words.key(gapKeys[reason]),
      run: () => session.mark(reason),
    })),
    { label: words.clear, keys: words.clearKey, run: () => session.clear() },
  ];
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Escape' || event.key === 'Tab') onClose();
    else if (step !== undefined) moveFocus(event.currentTarget, step);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <div className="grid-menu-ground" onPointerDown={onClose} />
      <div
        ref={menu}
        role="menu"
        tabIndex={-1}
        aria-label={words.label}
        className="grid-menu"
        style={{ left: at.left, top: at.top }}
        onKeyDown={onKeyDown}
      >
        {items.map(({ label, keys, run }) => (
          <button
            key={label}
            type="button"
            role="menuitem"
            onClick={() => {
              run();
              onClose();
            }}
          >
            {label}
            <kbd>{keys}</kbd>
          </button>
        ))}
      </div>
    </>
  );
}

function moveFocus(menu: HTMLElement, step: number): void {
  const items: readonly Element[] = Array.from(menu.querySelectorAll('button'));
  const at = document.activeElement === null ? -1 : items.indexOf(document.activeElement);
  const next = items[(at + step + items.length) % items.length];
  if (next instanceof HTMLElement) next.focus();
}
