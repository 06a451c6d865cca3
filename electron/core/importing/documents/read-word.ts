import type { Line } from '../../../../shared/proofreading/reading/draft-of-text.ts';
import { fail, type Result, succeed } from '../../../../shared/result.ts';
import { decodeMarkup } from '../reading/decode-markup.ts';
import { type GuardedZip, guardZip, type ZipProblem } from '../reading/guard-zip.ts';
import { isWellFormed } from '../reading/is-well-formed.ts';
import { attributeOf, scanTags, type Tag } from '../reading/scan-tags.ts';
import { WordNumbering } from './word-numbering.ts';

/**
 * The lines of a Word file as a reader sees them: deleted and moved-away text left out, inserted text taken, runs joined,
 * automatic numbers written out, text boxes and cells as lines of their own (ISO/IEC 29500-1, clauses 17.3, 17.9, 17.13).
 */

/** What stands in them is not, or no longer, text of the document. Fallback repeats what Choice says. */
const unread = new Set([
  'del',
  'movefrom',
  'fallback',
  'instrtext',
  'deltext',
  'delinstrtext',
  'rt',
  'pprchange',
  'rprchange',
]);

interface List {
  readonly numId: string;
  readonly level: number;
}

/** Numbering that a paragraph gets from its style, its own or one that it is based on. */
function readStyles(xml: string | null): ReadonlyMap<string, List> {
  const own = new Map<string, { numId: string | null; level: number; basedOn: string | null }>();
  let style = { numId: null as string | null, level: 0, basedOn: null as string | null };
  for (const tag of xml === null ? [] : scanTags(xml)) {
    if (tag.kind !== 'start') continue;
    if (tag.name === 'style') {
      style = { numId: null, level: 0, basedOn: null };
      own.set(attributeOf(tag, 'w:styleId') ?? '', style);
    } else if (tag.name === 'basedon') style.basedOn = attributeOf(tag, 'w:val');
    else if (tag.name === 'numid') style.numId = attributeOf(tag, 'w:val');
    else if (tag.name === 'ilvl') style.level = Number(attributeOf(tag, 'w:val') ?? '0');
  }
  const lists = new Map<string, List>();
  for (const id of own.keys()) {
    let at = own.get(id);
    for (let steps = 0; at !== undefined && at.numId === null && steps < 20; steps += 1) at = own.get(at.basedOn ?? '');
    if (at?.numId != null) lists.set(id, { numId: at.numId, level: own.get(id)?.numId === null ? at.level : at.level });
  }
  return lists;
}

class Paragraph {
  text = '';
  style: string | null = null;
  numId: string | null = null;
  level: number | null = null;
  /** Its mark is deleted: the next paragraph follows on. */
  isJoined = false;
  readonly isCell: boolean;

  constructor(isCell: boolean) {
    this.isCell = isCell;
  }
}

class BodyReader {
  readonly lines: Line[] = [];
  readonly #numbering: WordNumbering;
  readonly #styles: ReadonlyMap<string, List>;
  readonly #open: Paragraph[] = [];
  #skipped = 0;
  #cells = 0;
  #boxes = 0;
  #properties = 0;
  #pending = '';

  constructor(numbering: WordNumbering, styles: ReadonlyMap<string, List>) {
    this.#numbering = numbering;
    this.#styles = styles;
  }

  take(tag: Tag): void {
    const now = this.#open.at(-1);
    if (now !== undefined && this.#skipped === 0 && tag.kind === 'end' && tag.name === 't') now.text += tag.textBefore;
    if (unread.has(tag.name)) {
      // In the properties of a paragraph mark `del` is an empty element that says so.
      if (tag.name === 'del' && this.#properties > 0 && now !== undefined) now.isJoined = true;
      this.#skipped += tag.kind === 'start' ? 1 : -1;
    }
    if (this.#skipped > 0) return;
    if (tag.kind === 'start') this.#start(tag, now);
    else this.#end(tag);
  }

  #start(tag: Tag, now: Paragraph | undefined): void {
    if (tag.name === 'tc') this.#cells += 1;
    else if (tag.name === 'txbxcontent') this.#boxes += 1;
    else if (tag.name === 'p') this.#open.push(new Paragraph(this.#cells > 0));
    else if (tag.name === 'ppr') this.#properties += 1;
    if (now === undefined) return;
    if (tag.name === 'tab') now.text += this.#properties > 0 ? '' : '\t';
    else if (tag.name === 'br' || tag.name === 'cr')
      now.text += /page|column/.test(attributeOf(tag, 'w:type') ?? '') ? '' : '\v';
    else if (tag.name === 'nobreakhyphen') now.text += '-';
    else if (this.#properties > 0) this.#property(tag, now);
  }

  #property(tag: Tag, now: Paragraph): void {
    if (tag.name === 'pstyle') now.style = attributeOf(tag, 'w:val');
    else if (tag.name === 'numid') now.numId = attributeOf(tag, 'w:val');
    else if (tag.name === 'ilvl') now.level = Number(attributeOf(tag, 'w:val') ?? '0');
  }

  #end({ name }: Tag): void {
    if (name === 'tc') this.#cells -= 1;
    else if (name === 'txbxcontent') this.#boxes -= 1;
    else if (name === 'ppr') this.#properties -= 1;
    else if (name === 'p') this.#finish(this.#open.pop());
  }

  #finish(paragraph: Paragraph | undefined): void {
    if (paragraph === undefined) return;
    if (paragraph.isJoined) {
      this.#pending += paragraph.text;
      return;
    }
    const number = this.#numberOf(paragraph);
    const text = number + this.#pending + paragraph.text;
    this.#pending = '';
    if (text.trim() === '') return;
    this.lines.push({
      text,
      isNumbered: number !== '',
      ...(paragraph.isCell && this.#boxes === 0 ? { role: 'cell' as const } : {}),
    });
  }

  #numberOf({ numId, level, style }: Paragraph): string {
    const inherited = this.#styles.get(style ?? '');
    const id = numId ?? inherited?.numId;
    if (id === undefined || id === '0') return '';
    return this.#numbering.next(id, level ?? inherited?.level ?? 0);
  }
}

function partText(zip: GuardedZip, name: string): string | null {
  const bytes = zip.part(name);
  return bytes === null ? null : decodeMarkup(bytes);
}

/** Where the package says its main part is; most, but not all, programs call it word/document.xml. */
function mainPart(zip: GuardedZip): string | null {
  const relations = partText(zip, '_rels/.rels');
  for (const tag of relations === null ? [] : scanTags(relations)) {
    if (tag.name !== 'relationship' || !(attributeOf(tag, 'Type') ?? '').endsWith('/officeDocument')) continue;
    const target = (attributeOf(tag, 'Target') ?? '').replace(/^\//, '');
    if (zip.names.includes(target)) return target;
  }
  return zip.names.includes('word/document.xml') ? 'word/document.xml' : null;
}

export type WordProblem = ZipProblem | 'no-word';

/** Lines of the body, then of the notes. */
export function readWord(bytes: Uint8Array): Result<readonly Line[], WordProblem> {
  const zip = guardZip(bytes);
  if (!zip.ok) return zip;
  const main = mainPart(zip.value);
  const body = main === null ? null : partText(zip.value, main);
  if (main === null || body === null) return fail('no-word');
  if (!/<(?:\w+:)?document[\s>]/.test(body)) return fail('no-word');
  if (!isWellFormed(body)) return fail('damaged');
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const styles = readStyles(partText(zip.value, `${folder}styles.xml`));
  const reader = new BodyReader(new WordNumbering(partText(zip.value, `${folder}numbering.xml`)), styles);
  for (const tag of scanTags(body)) reader.take(tag);
  for (const notes of ['footnotes.xml', 'endnotes.xml']) {
    const text = partText(zip.value, folder + notes);
    for (const tag of text === null ? [] : scanTags(text)) reader.take(tag);
  }
  return succeed(reader.lines);
}
