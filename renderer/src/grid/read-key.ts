import type { ObservationGap } from '../../../shared/figures/catalogue.ts';
import type { Direction, Move } from './move.ts';

/** What a key asks for while no cell is being edited. */
export type Command =
  | { readonly kind: 'move'; readonly move: Move; readonly extend: boolean }
  | { readonly kind: 'enter'; readonly back: boolean }
  | { readonly kind: 'tab'; readonly back: boolean }
  | { readonly kind: 'mark'; readonly reason: ObservationGap }
  | {
      readonly kind:
        | 'edit'
        | 'erase'
        | 'clear'
        | 'collapse'
        | 'fill-range'
        | 'fill-down'
        | 'fill-right'
        | 'select-all'
        | 'undo'
        | 'redo'
        | 'menu';
    };

export interface Key {
  readonly key: string;
  /** Position on the keyboard: Alt makes another sign of a letter on some systems. */
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

const arrows: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

/** The reasons that a person can give for a cell without a value, with the letter that Alt gives them. */
export const gapKeys: Readonly<Record<ObservationGap, string>> = { 未报: 'W', 无此项: 'N', 不公开: 'G', 不足单位: 'Z' };
export const gaps: readonly ObservationGap[] = ['未报', '无此项', '不公开', '不足单位'];

function readMove({ key }: Key, isControl: boolean): Move | null {
  const arrow = arrows[key];
  if (arrow !== undefined) return { direction: arrow, reach: isControl ? 'block' : 'one' };
  if (key === 'Home') return { direction: 'left', reach: isControl ? 'corner' : 'line' };
  if (key === 'End') return { direction: 'right', reach: isControl ? 'corner' : 'line' };
  if (isControl) return null;
  if (key === 'PageUp') return { direction: 'up', reach: 'page' };
  if (key === 'PageDown') return { direction: 'down', reach: 'page' };
  return null;
}

const controlled: Readonly<Record<string, Command>> = {
  a: { kind: 'select-all' },
  d: { kind: 'fill-down' },
  r: { kind: 'fill-right' },
  y: { kind: 'redo' },
  enter: { kind: 'fill-range' },
};

const plain: Readonly<Record<string, Command>> = {
  F2: { kind: 'edit' },
  Backspace: { kind: 'erase' },
  Delete: { kind: 'clear' },
  Escape: { kind: 'collapse' },
  ContextMenu: { kind: 'menu' },
};

/** The command of a key, or null for keys that are typing or none of the grid's business. */
export function readKey(event: Key): Command | null {
  const { key, code, shiftKey, altKey } = event;
  const isControl = event.ctrlKey || event.metaKey;
  if (altKey) {
    const reason = gaps.find((gap) => code === `Key${gapKeys[gap]}`);
    return reason === undefined || isControl ? null : { kind: 'mark', reason };
  }
  const move = readMove(event, isControl);
  if (move !== null) return { kind: 'move', move, extend: shiftKey };
  const letter = key.toLowerCase();
  if (isControl) {
    if (letter === 'z') return { kind: shiftKey ? 'redo' : 'undo' };
    return controlled[letter] ?? null;
  }
  if (key === 'Enter') return { kind: 'enter', back: shiftKey };
  if (key === 'Tab') return { kind: 'tab', back: shiftKey };
  if (key === 'F10' && shiftKey) return { kind: 'menu' };
  return plain[key] ?? null;
}
