import { execFileSync } from 'node:child_process';

/** A line of text on a page as poppler sees it; points from the top left corner. */
export interface MeasuredLine {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface MeasuredPage {
  readonly width: number;
  readonly height: number;
  readonly lines: readonly MeasuredLine[];
}

/** Words whose tops differ by less stand on one line. */
const sameLine = 6;

function decode(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}

function joinWords(words: readonly MeasuredLine[]): readonly MeasuredLine[] {
  const lines: MeasuredLine[] = [];
  for (const word of [...words].sort((a, b) => a.top - b.top || a.left - b.left)) {
    const last = lines.at(-1);
    if (last === undefined || word.top - last.top > sameLine) lines.push(word);
    else {
      const [first, second] = last.left <= word.left ? [last, word] : [word, last];
      lines[lines.length - 1] = {
        text: first.text + second.text,
        left: first.left,
        right: Math.max(first.right, second.right),
        top: Math.min(first.top, second.top),
        bottom: Math.max(first.bottom, second.bottom),
      };
    }
  }
  return lines;
}

interface PageOfWords {
  readonly width: number;
  readonly height: number;
  readonly words: readonly MeasuredLine[];
}

function readPages(path: string): readonly PageOfWords[] {
  const html = execFileSync('pdftotext', ['-bbox', path, '-'], { encoding: 'utf8', maxBuffer: 1 << 28 });
  return [...html.matchAll(/<page width="([\d.]+)" height="([\d.]+)">([\s\S]*?)<\/page>/g)].map((page) => {
    const word = /<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)<\/word>/g;
    const words = [...(page[3] ?? '').matchAll(word)].map((match) => ({
      left: Number(match[1]),
      top: Number(match[2]),
      right: Number(match[3]),
      bottom: Number(match[4]),
      text: decode(match[5] ?? ''),
    }));
    return { width: Number(page[1]), height: Number(page[2]), words };
  });
}

/** The words of every page of a PDF file by `pdftotext -bbox`. */
export function measureWords(path: string): readonly (readonly MeasuredLine[])[] {
  return readPages(path).map(({ words }) => words);
}

/** Measures the lines of every page of a PDF file. */
export function measurePages(path: string): readonly MeasuredPage[] {
  return readPages(path).map(({ width, height, words }) => ({ width, height, lines: joinWords(words) }));
}

export interface Window {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The highest ink in a window of a page, in points from the top of the page; null when the window is blank. */
export function findInkTop(path: string, page: number, window: Window): number | null {
  const resolution = 600;
  const pixels = (points: number): string => String(Math.round((points * resolution) / 72));
  const range = ['-f', String(page), '-l', String(page), '-r', String(resolution)];
  const origin = ['-x', pixels(window.left), '-y', pixels(window.top)];
  const extent = ['-W', pixels(window.right - window.left), '-H', pixels(window.bottom - window.top)];
  const image = execFileSync('pdftoppm', ['-gray', ...range, ...origin, ...extent, path], { maxBuffer: 1 << 28 });
  const header = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(image.subarray(0, 40).toString('latin1'));
  if (header === null) throw new Error('pdftoppm drew no grey image');
  const first = image.subarray(header[0].length).findIndex((grey) => grey < 128);
  return first < 0 ? null : window.top + (Math.floor(first / Number(header[1])) * 72) / resolution;
}
