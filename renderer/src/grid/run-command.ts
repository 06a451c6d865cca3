import type { GridSession } from './grid-session.ts';
import type { Command } from './read-key.ts';
import { selectOne } from './selection.ts';

type Simple = Exclude<Command['kind'], 'move' | 'enter' | 'tab' | 'mark'>;

const simple: Readonly<Record<Exclude<Simple, 'menu'>, (session: GridSession) => void>> = {
  edit: (session) => session.begin('editing'),
  erase: (session) => session.begin('typing'),
  clear: (session) => session.clear(),
  collapse: (session) => session.select(selectOne(session.active)),
  'fill-range': (session) => session.fillFromActive(),
  'fill-down': (session) => session.fillAlong('down'),
  'fill-right': (session) => session.fillAlong('right'),
  'select-all': (session) => session.selectAll(),
  undo: (session) => session.undo(),
  redo: (session) => session.redo(),
};

/** Carries out a key's command; the menu is the page's to show. */
export function runCommand(command: Command, session: GridSession, showMenu: () => void): void {
  if (command.kind === 'move') session.move(command.move, command.extend);
  else if (command.kind === 'enter') session.enter(command.back);
  else if (command.kind === 'tab') session.tab(command.back);
  else if (command.kind === 'mark') session.mark(command.reason);
  else if (command.kind === 'menu') showMenu();
  else simple[command.kind](session);
}
