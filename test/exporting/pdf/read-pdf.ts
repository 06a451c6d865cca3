import { inflateSync } from 'node:zlib';

/** A stretch of text as a page draws it: baseline start in points from the top left corner of the page. */
export interface DrawnText {
  readonly page: number;
  readonly x: number;
  readonly baseline: number;
  readonly size: number;
  readonly font: string;
  readonly text: string;
}

/** Enough of a PDF reader for the files pdfkit writes: objects in the open, streams deflated, fonts with ToUnicode. */
export class PdfReader {
  readonly #objects = new Map<number, string>();
  readonly raw: string;

  constructor(bytes: Uint8Array) {
    this.raw = Buffer.from(bytes).toString('latin1');
    for (const match of this.raw.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
      this.#objects.set(Number(match[1]), match[2] ?? '');
    }
  }

  object(id: number): string {
    return this.#objects.get(id) ?? '';
  }

  /** Every object whose dictionary matches. */
  objects(pattern: RegExp): readonly string[] {
    return [...this.#objects.values()].filter((body) => pattern.test(body));
  }

  stream(id: number): string {
    const body = this.object(id);
    const start = body.indexOf('stream\n') + 'stream\n'.length;
    const bytes = Buffer.from(body.slice(start, body.lastIndexOf('\nendstream')), 'latin1');
    return (/\/FlateDecode/.test(body) ? inflateSync(bytes) : bytes).toString('latin1');
  }

  #reference(body: string, key: string): number {
    return Number(new RegExp(`/${key} (\\d+) 0 R`).exec(body)?.[1] ?? 0);
  }

  #pageIds(): readonly number[] {
    const tree = this.objects(/\/Type \/Pages\b/)[0] ?? '';
    return [...(/\/Kids \[([^\]]*)\]/.exec(tree)?.[1] ?? '').matchAll(/(\d+) 0 R/g)].map((match) => Number(match[1]));
  }

  get pageCount(): number {
    return this.#pageIds().length;
  }

  /** Bookmarks: their titles, and how far below the top of the page they lead. */
  bookmarks(): readonly { readonly title: string; readonly top: number }[] {
    return this.objects(/\/Dest \[/).map((body) => {
      const escaped = /\/Title \(([\s\S]*?[^\\])\)\n/.exec(body)?.[1] ?? '';
      const signs: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
      const bytes = Buffer.from(
        escaped.replaceAll(/\\([\s\S])/g, (_, sign: string) => signs[sign] ?? sign),
        'latin1',
      );
      const title = new TextDecoder('utf-16be').decode(bytes);
      return { title, top: 841.9 - Number(/\/XYZ 0 ([\d.]+) 0\]/.exec(body)?.[1]) };
    });
  }

  /** The content stream of a page, counted from 1. */
  content(page: number): string {
    return this.stream(this.#reference(this.object(this.#pageIds()[page - 1] ?? 0), 'Contents'));
  }

  #unicodeOf(fontId: number): (glyph: number) => string {
    const cmap = this.stream(this.#reference(this.object(fontId), 'ToUnicode'));
    const texts: string[] = [];
    for (const range of cmap.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/g)) {
      const from = Number.parseInt(range[1] ?? '0', 16);
      [...(range[2] ?? '').matchAll(/<([^>]*)>/g)].forEach((entry, index) => {
        const units = (entry[1] ?? '').split(' ').map((unit) => Number.parseInt(unit, 16));
        texts[from + index] = String.fromCharCode(...units);
      });
    }
    return (glyph) => texts[glyph] ?? '\uFFFD';
  }

  #fontsOf(page: number): ReadonlyMap<string, { readonly name: string; readonly read: (glyph: number) => string }> {
    const resources = this.object(this.#reference(this.object(this.#pageIds()[page - 1] ?? 0), 'Resources'));
    const fonts = [...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map((match) => {
      const id = Number(match[2]);
      const name = /\/BaseFont \/[A-Z]+\+(\S+)/.exec(this.object(id))?.[1] ?? '';
      return [match[1] ?? '', { name, read: this.#unicodeOf(id) }] as const;
    });
    return new Map(fonts);
  }

  /** The upright text of a page in drawing order; chart text, which is drawn in its own coordinates, is left out. */
  texts(page: number): readonly DrawnText[] {
    const fonts = this.#fontsOf(page);
    const block = /BT\n1 0 0 1 ([\d.-]+) ([\d.-]+) Tm\n\/(F\d+) ([\d.]+) Tf\n(?:[\d.]+ T\w\n)*\[((?:[^\]])*)\] TJ\nET/g;
    return [...this.content(page).matchAll(block)].map((match) => {
      const font = fonts.get(match[3] ?? '');
      const glyphs = [...(match[5] ?? '').matchAll(/<([0-9a-f]*)>/g)].flatMap(
        (part) => (part[1] ?? '').match(/.{4}/g) ?? [],
      );
      return {
        page,
        x: Number(match[1]),
        baseline: 841.9 - Number(match[2]),
        size: Number(match[4]),
        font: font?.name ?? '',
        text: glyphs.map((glyph) => font?.read(Number.parseInt(glyph, 16)) ?? '').join(''),
      };
    });
  }

  /** The lines of a page: texts of one baseline, from left to right. */
  lines(page: number): readonly { readonly text: string; readonly baseline: number; readonly x: number }[] {
    const lines = new Map<number, DrawnText[]>();
    for (const text of this.texts(page)) {
      const key = Math.round(text.baseline * 100) / 100;
      lines.set(key, [...(lines.get(key) ?? []), text]);
    }
    return [...lines.entries()]
      .sort(([a], [b]) => a - b)
      .map(([baseline, texts]) => {
        const sorted = texts.sort((a, b) => a.x - b.x);
        return { baseline, x: sorted[0]?.x ?? 0, text: sorted.map((part) => part.text).join('') };
      });
  }
}
