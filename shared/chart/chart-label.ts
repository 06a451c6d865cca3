import { textWidth } from './chart-space.ts';

/** Cuts a label into lines of a width, at most `mostLines`; what is left over is marked …. */
export function wrapLabel(text: string, width: number, mostLines: number): string {
  const lines: string[] = [''];
  for (const sign of text) {
    const line = lines.at(-1) ?? '';
    if (line !== '' && textWidth(line + sign) > width) lines.push(sign);
    else lines[lines.length - 1] = line + sign;
  }
  if (lines.length <= mostLines) return lines.join('\n');
  const kept = lines.slice(0, mostLines);
  return [...kept.slice(0, -1), `${(kept.at(-1) ?? '').slice(0, -1)}…`].join('\n');
}

export function countLines(labels: readonly string[]): number {
  return Math.max(1, ...labels.map((label) => label.split('\n').length));
}
