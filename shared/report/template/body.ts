import type { Block, Inline, Paragraph } from '../document.ts';
import { readChart } from './chart.ts';
import { readImage } from './image.ts';
import { readInline } from './inline.ts';
import { type Line, trimTail } from './lines.ts';
import type { TemplateReader } from './reader.ts';
import { readTable } from './table.ts';

/** An open ::: container; the innermost gathers the blocks. */
interface Container {
  readonly offset: number;
  readonly blocks: Block[];
  readonly close: (blocks: readonly Block[]) => Block;
  readonly condition: string | null;
  readonly isAnnex: boolean;
}

const annexWords = ['附件', '横排附件'] as const;

const markers: readonly RegExp[] = [/^#/, /^```/, /^:::/, /^---\s*$/];

/** Whoever walks a document does so by recursion. */
const maximumNesting = 16;

interface BodyBlocks {
  readonly text: readonly Block[];
  readonly annexes: readonly Block[];
}

function holdsAnnex(block: Block): boolean {
  if (block.type === 'conditional' || block.type === 'repeat') return block.content.some(holdsAnnex);
  return block.type === 'annex';
}

function isAllAnnex(block: Block): boolean {
  if (block.type === 'conditional' || block.type === 'repeat') return block.content.every(isAllAnnex);
  return block.type === 'annex';
}

/** Reads the body of a template, block by block. */
export class BodyReader {
  readonly #reader: TemplateReader;
  readonly #lines: readonly Line[];
  #at: number;
  readonly #open: Container[] = [];
  readonly #blocks: Block[] = [];
  /** Where each of them stands, for messages. */
  readonly #offsets: number[] = [];

  constructor(lines: readonly Line[], start: number, reader: TemplateReader) {
    this.#lines = lines;
    this.#at = start;
    this.#reader = reader;
  }

  read(): BodyBlocks {
    for (let line = this.#lines[this.#at]; line !== undefined; line = this.#lines[this.#at]) {
      if (line.text.trim() === '') this.#at += 1;
      else if (line.text.startsWith(':::')) this.#container(line);
      else if (line.text.startsWith('```')) this.#fence(line);
      else if (line.text.startsWith('#')) this.#heading(line);
      else if (/^---\s*$/.test(line.text)) this.#add({ type: 'pageBreak' }, 1);
      else this.#paragraph();
    }
    for (const container of this.#open) this.#reader.report(container.offset, '“:::”没有配对，缺少结束的“:::”。');
    return this.#divide();
  }

  /** Annexes come last; nothing else may stand behind the first of them. */
  #divide(): BodyBlocks {
    // What could not be read may be nested deeper than whoever walks it can bear.
    const isReadable = this.#reader.problems.length === 0;
    const first = isReadable ? this.#blocks.findIndex(holdsAnnex) : -1;
    if (first < 0) return { text: this.#blocks, annexes: [] };
    const annexes = this.#blocks.slice(first);
    const stray = annexes.findIndex((block) => !isAllAnnex(block));
    if (stray >= 0) {
      const offset = this.#offsets[first + stray] ?? 0;
      this.#reader.report(offset, '附件要写在全部正文之后：这里的正文排在了附件后面，请移到附件前面。');
    }
    return { text: this.#blocks.slice(0, first), annexes };
  }

  #add(block: Block | null, lines: number): void {
    if (block !== null) (this.#open.at(-1)?.blocks ?? this.#blocks).push(block);
    if (block !== null && this.#open.length === 0) this.#offsets.push(this.#lines[this.#at]?.offset ?? 0);
    this.#at += lines;
  }

  #heading(line: Line): void {
    const match = /^(#+)(\s*)(.*)$/s.exec(line.text);
    const hashes = match?.[1] ?? '';
    const blank = match?.[2] ?? '';
    const text = trimTail(match?.[3] ?? '');
    if (hashes.length > 4) this.#reader.report(line.offset, '标题最多四级，“#”不能超过 4 个。');
    else if (blank === '') this.#reader.report(line.offset, '“#”后面要空一格再写标题；正文以“#”开头时写成“\\#”。');
    const start = line.offset + hashes.length + blank.length;
    const content = readInline(text, (position) => start + position, this.#reader, { lead: true });
    this.#add(paragraph(Math.min(4, hashes.length), content), 1);
  }

  #paragraph(): void {
    const first = this.#at;
    const parts: { readonly text: string; readonly start: number; readonly offset: number }[] = [];
    let joined = '';
    for (let line = this.#lines[this.#at]; line !== undefined; line = this.#lines[this.#at]) {
      if (line.text.trim() === '' || (this.#at > first && markers.some((marker) => marker.test(line.text)))) break;
      const text = trimTail(line.text.trimStart());
      // Chinese lines join without a blank; two words of Latin letters or digits need one.
      if (/[A-Za-z0-9]$/.test(joined) && /^[A-Za-z0-9]/.test(text)) joined += ' ';
      parts.push({ text, start: joined.length, offset: line.offset + line.text.indexOf(text) });
      joined += text;
      this.#at += 1;
    }
    const at = (position: number) => {
      const part = parts.findLast(({ start }) => start <= position) ?? parts[0];
      return part === undefined ? 0 : part.offset + position - part.start;
    };
    this.#add(paragraph(0, readInline(joined, at, this.#reader)), 0);
  }

  #fence(line: Line): void {
    const language = line.text.slice(3).trim();
    const end = this.#lines.findIndex((each, at) => at > this.#at && /^```\s*$/.test(each.text));
    const stop = end < 0 ? this.#lines.length : end;
    if (end < 0) this.#reader.report(line.offset, '“```”没有配对，缺少结束的“```”。');
    const { source } = this.#reader;
    const offset = this.#lines[this.#at + 1]?.offset ?? source.length;
    const text = source.slice(offset, this.#lines[stop]?.offset ?? source.length);
    const lines = stop - this.#at + 1;
    if (language === 'table' || language === '表') this.#add(readTable(text, offset, this.#reader), lines);
    else if (language === 'chart' || language === '图') this.#add(readChart(text, offset, this.#reader), lines);
    else if (language === 'image' || language === '图片') this.#add(readImage(text, offset, this.#reader), lines);
    else {
      const known = '可以用 ```table（表）、```chart（图）或 ```image（图片）。';
      this.#reader.report(line.offset, `不认识“\`\`\`${language}”。${known}`);
      this.#at += lines;
    }
  }

  #container(line: Line): void {
    const text = line.text.slice(3).trim();
    this.#at += 1;
    const word = /^\S*/.exec(text)?.[0] ?? '';
    const rest = text.slice(word.length).trim();
    const restOffset = line.offset + line.text.lastIndexOf(rest);
    if (word === '') this.#close(line);
    else if (word === '如果' && rest !== '') this.#openCondition(rest, false, line, restOffset);
    else if (word === '否则' && rest === '') this.#otherwise(line);
    else if (word === '每个' && rest !== '') {
      this.#reader.refer({ kind: 'members', text: rest, offset: restOffset });
      const close = (content: readonly Block[]): Block => ({ type: 'repeat', attrs: { each: rest }, content });
      this.#push({ offset: line.offset, blocks: [], close, condition: null, isAnnex: false });
    } else if (annexWords.some((each) => each === word)) this.#openAnnex(word === '横排附件', line);
    else {
      const known = '“::: 如果 条件”“::: 否则”“::: 每个 下级”“::: 附件 名称”“::: 横排附件 名称”';
      this.#reader.report(line.offset, `“::: ${text}”读不懂。可以写${known}或单独的“:::”。`);
    }
  }

  #openAnnex(landscape: boolean, line: Line): void {
    const head = /^:::\s*\S+\s*/.exec(line.text)?.[0].length ?? 0;
    const name = trimTail(line.text.slice(head));
    if (name === '') this.#reader.report(line.offset, '“::: 附件”后面要写附件的名称。');
    if (this.#open.some((container) => container.isAnnex))
      this.#reader.report(line.offset, '附件里面不能再有附件，请在它前面先写“:::”结束上一个。');
    const content = readInline(name, (position) => line.offset + head + position, this.#reader);
    const close = (blocks: readonly Block[]): Block => ({
      type: 'annex',
      attrs: { landscape },
      content: [{ type: 'title', content }, ...blocks],
    });
    this.#push({ offset: line.offset, blocks: [], close, condition: null, isAnnex: true });
  }

  #openCondition(condition: string, otherwise: boolean, line: Line, offset: number): void {
    if (!otherwise) this.#reader.refer({ kind: 'condition', text: condition, offset: offset });
    const close = (content: readonly Block[]): Block => ({
      type: 'conditional',
      attrs: { condition, otherwise },
      content,
    });
    this.#push({ offset: line.offset, blocks: [], close, condition: otherwise ? null : condition, isAnnex: false });
  }

  #push(container: Container): void {
    if (this.#open.length === maximumNesting) {
      this.#reader.report(container.offset, `“:::”最多套 ${maximumNesting} 层，请拆成几段。`);
    }
    this.#open.push(container);
  }

  #otherwise(line: Line): void {
    const condition = this.#open.at(-1)?.condition ?? null;
    if (condition === null) {
      this.#reader.report(line.offset, '“::: 否则”前面没有对应的“::: 如果”。');
      return;
    }
    this.#close(line);
    this.#openCondition(condition, true, line, line.offset);
  }

  #close(line: Line): void {
    const container = this.#open.pop();
    if (container === undefined)
      this.#reader.report(line.offset, '多了一个“:::”，前面没有打开的“::: 如果”或“::: 每个”。');
    else this.#add(container.close(container.blocks), 0);
  }
}

/** A paragraph in which nothing stands is none. */
function paragraph(level: number, content: readonly Inline[]): Paragraph | null {
  if (content.length === 0) return null;
  return { type: 'paragraph', attrs: { level }, content };
}
