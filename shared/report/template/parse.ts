import { z } from 'zod';
import { suggestNames } from '../../figures/suggest.ts';
import { fail, type Result, succeed } from '../../result.ts';
import type { Block, Inline, Paragraph, ReportDocument } from '../document.ts';
import { type FrontMatterKey, frontMatterKeys } from './fence-schema.ts';
import { readChart, readTable } from './fences.ts';
import { readInline } from './inline.ts';
import type { TemplateProblem } from './problem.ts';
import { type Reference, TemplateReader } from './reader.ts';
import { YamlBlock } from './yaml-block.ts';

export interface ParsedTemplate {
  readonly document: ReportDocument;
  /** What only the catalogue can judge: formulas, conditions, formats, ranges, with their places. */
  readonly references: readonly Reference[];
}

interface Line {
  readonly text: string;
  readonly offset: number;
}

/** An open ::: container; the innermost gathers the blocks. */
interface Container {
  readonly offset: number;
  readonly blocks: Block[];
  readonly close: (blocks: readonly Block[]) => Block;
  readonly condition: string | null;
}

const markers: readonly RegExp[] = [/^#/, /^```/, /^:::/, /^---\s*$/];

function linesOf(source: string): readonly Line[] {
  let offset = 0;
  return source.split('\n').map((raw) => {
    const line = { text: raw.replace(/\r$/, ''), offset };
    offset += raw.length + 1;
    return line;
  });
}

/** Reads the body of a template, block by block. */
class BodyReader {
  readonly #reader: TemplateReader;
  readonly #lines: readonly Line[];
  #at: number;
  readonly #open: Container[] = [];
  readonly #blocks: Block[] = [];

  constructor(lines: readonly Line[], start: number, reader: TemplateReader) {
    this.#lines = lines;
    this.#at = start;
    this.#reader = reader;
  }

  read(): readonly Block[] {
    for (let line = this.#lines[this.#at]; line !== undefined; line = this.#lines[this.#at]) {
      if (line.text.trim() === '') this.#at += 1;
      else if (line.text.startsWith(':::')) this.#container(line);
      else if (line.text.startsWith('```')) this.#fence(line);
      else if (line.text.startsWith('#')) this.#heading(line);
      else if (/^---\s*$/.test(line.text)) this.#add({ type: 'pageBreak' }, 1);
      else this.#paragraph();
    }
    for (const container of this.#open) this.#reader.report(container.offset, '“:::”没有配对，缺少结束的“:::”。');
    return this.#blocks;
  }

  #add(block: Block | null, lines: number): void {
    if (block !== null) (this.#open.at(-1)?.blocks ?? this.#blocks).push(block);
    this.#at += lines;
  }

  #heading(line: Line): void {
    const match = /^(#+)(\s*)(.*)$/.exec(line.text);
    const hashes = match?.[1] ?? '';
    const blank = match?.[2] ?? '';
    const text = (match?.[3] ?? '').trimEnd();
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
      const text = line.text.trim();
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
    const first = this.#lines[this.#at + 1];
    const text = this.#lines
      .slice(this.#at + 1, stop)
      .map((each) => each.text)
      .join('\n');
    const offset = first?.offset ?? line.offset;
    const lines = stop - this.#at + 1;
    if (language === 'table' || language === '表') this.#add(readTable(text, offset, this.#reader), lines);
    else if (language === 'chart' || language === '图') this.#add(readChart(text, offset, this.#reader), lines);
    else {
      this.#reader.report(line.offset, `不认识“\`\`\`${language}”。可以用 \`\`\`table（表）或 \`\`\`chart（图）。`);
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
      this.#open.push({ offset: line.offset, blocks: [], close, condition: null });
    } else
      this.#reader.report(
        line.offset,
        `“::: ${text}”读不懂。可以写“::: 如果 条件”“::: 否则”“::: 每个 下级”或单独的“:::”。`,
      );
  }

  #openCondition(condition: string, otherwise: boolean, line: Line, offset: number): void {
    if (!otherwise) this.#reader.refer({ kind: 'condition', text: condition, offset: offset });
    const close = (content: readonly Block[]): Block => ({
      type: 'conditional',
      attrs: { condition, otherwise },
      content,
    });
    this.#open.push({ offset: line.offset, blocks: [], close, condition: otherwise ? null : condition });
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

function paragraph(level: number, content: readonly Inline[]): Paragraph {
  return { type: 'paragraph', attrs: { level }, content };
}

type FrontMatter = Readonly<Partial<Record<FrontMatterKey, string>>>;

const FrontMatterYaml = z.record(z.string(), z.union([z.string(), z.number()]).transform(String).nullable());

function readFrontMatter(
  lines: readonly Line[],
  reader: TemplateReader,
): { matter: FrontMatter; yaml: YamlBlock; body: number } {
  const first = lines[0];
  const end =
    first !== undefined && /^---\s*$/.test(first.text)
      ? lines.findIndex((line, at) => at > 0 && /^---\s*$/.test(line.text))
      : -1;
  if (end < 0) {
    reader.report(0, '模板要以“---”开头，写上“标题: …”，再以“---”结束这一块。');
    return { matter: {}, yaml: new YamlBlock('', 0, reader), body: 0 };
  }
  const text = lines
    .slice(1, end)
    .map((line) => line.text)
    .join('\n');
  const yaml = new YamlBlock(text, lines[1]?.offset ?? 0, reader);
  const raw = yaml.read(FrontMatterYaml) ?? {};
  const matter: Partial<Record<FrontMatterKey, string>> = {};
  for (const [key, value] of Object.entries(raw)) {
    const known = frontMatterKeys.find((each) => each === key);
    if (known === undefined) {
      const [near] = suggestNames(key, frontMatterKeys);
      const proposal = near === undefined ? `可以写：${frontMatterKeys.join('、')}。` : `是不是“${near}”？`;
      reader.report(Math.max(0, reader.source.indexOf(`${key}:`)), `开头部分不认识“${key}”。${proposal}`);
    } else if (value !== null) matter[known] = value;
  }
  if (yaml.isReadable && (matter.标题 ?? '').trim() === '') reader.report(0, '开头部分缺少“标题”。');
  return { matter, yaml, body: end + 1 };
}

/** Reads a template. All problems are reported at once, each with its place. */
export function parseTemplate(source: string): Result<ParsedTemplate, readonly TemplateProblem[]> {
  const text = source.replace(/^\uFEFF/, '');
  const reader = new TemplateReader(text);
  const lines = linesOf(text);
  const { matter, yaml, body } = readFrontMatter(lines, reader);
  const inline = (key: FrontMatterKey) => {
    const value = matter[key] ?? '';
    return readInline(value, yaml.locate([key], value), reader);
  };
  const title: Block = { type: 'title', content: inline('标题') };
  const recipients: readonly Block[] =
    matter.主送 === undefined ? [] : [{ type: 'recipients', content: inline('主送') }];
  const signed = matter.署名 !== undefined || matter.日期 !== undefined;
  const signature: readonly Block[] = signed
    ? [
        {
          type: 'signature',
          content: [
            { type: 'organisation', content: inline('署名') },
            { type: 'date', content: inline('日期') },
          ],
        },
      ]
    : [];
  const blocks = new BodyReader(lines, body, reader).read();
  if (reader.problems.length > 0) {
    return fail(reader.problems.toSorted((a, b) => a.line - b.line || a.column - b.column));
  }
  const attrs = {
    description: matter.说明 ?? null,
    regionLevel: matter.地区级别 ?? null,
    periodKind: matter.期别 ?? null,
  };
  const document: ReportDocument = { type: 'doc', attrs, content: [title, ...recipients, ...blocks, ...signature] };
  return succeed({ document, references: reader.references });
}
