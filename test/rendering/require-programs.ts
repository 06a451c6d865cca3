import { spawnSync } from 'node:child_process';

const programs = [
  { command: 'soffice', flag: '--version', from: 'LibreOffice (Debian: libreoffice-writer)' },
  { command: 'pdftotext', flag: '-v', from: 'poppler (Debian: poppler-utils)' },
  { command: 'pdftoppm', flag: '-v', from: 'poppler (Debian: poppler-utils)' },
] as const;

/** The Python that has python-docx: Debian's may stand behind another one. */
export function findPython(): string | null {
  const pythons = ['python3', '/usr/bin/python3'];
  return pythons.find((python) => spawnSync(python, ['-c', 'import docx']).status === 0) ?? null;
}

/** Stops the run with one clear sentence when a program is missing. */
export default function requirePrograms(): void {
  const missing = programs.filter(({ command, flag }) => spawnSync(command, [flag]).error !== undefined);
  const names = missing.map(({ command, from }) => `${command} from ${from}`);
  if (findPython() === null) names.push('python-docx (Debian: python3-docx)');
  if (names.length === 0) return;
  const list = names.join(', ');
  throw new Error(`The rendering tests measure pages as other programs draw them. Missing here: ${list}.`);
}
