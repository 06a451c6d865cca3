import { spawnSync } from 'node:child_process';

const programs = [
  { command: 'soffice', flag: '--version', from: 'LibreOffice (Debian: libreoffice-writer)' },
  { command: 'pdftotext', flag: '-v', from: 'poppler (Debian: poppler-utils)' },
  { command: 'pdftoppm', flag: '-v', from: 'poppler (Debian: poppler-utils)' },
] as const;

/** Stops the run with one clear sentence when a program is missing. */
export default function requirePrograms(): void {
  const missing = programs.filter(({ command, flag }) => spawnSync(command, [flag]).error !== undefined);
  if (missing.length === 0) return;
  const list = missing.map(({ command, from }) => `${command} from ${from}`).join(', ');
  throw new Error(`The rendering tests measure pages as other programs draw them. Missing here: ${list}.`);
}
