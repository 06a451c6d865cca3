import { z } from 'zod';
import { regionLevels } from '../../figures/catalogue.ts';
import { periodKinds } from '../../figures/period.ts';
import { suggestNames } from '../../figures/suggest.ts';
import type { Block, Inline, ReportDocument } from '../document.ts';
import { type FrontMatterKey, frontMatterKeys } from './fence-schema.ts';
import { readInline } from './inline.ts';
import type { Line } from './lines.ts';
import {
  contentsDepths,
  type MatterTexts,
  readAnnotation,
  readAttachmentList,
  readHead,
  readImprint,
} from './official-matter.ts';
import type { TemplateReader } from './reader.ts';
import { YamlBlock } from './yaml-block.ts';

/** What a template says before its body. */
export interface FrontMatter {
  readonly attrs: ReportDocument['attrs'];
  /** 目录, 版头, title and recipients. */
  readonly opening: readonly Block[];
  /** 附件说明, signature and 附注. */
  readonly ending: readonly Block[];
  /** 版记: below everything, annexes included. */
  readonly imprint: readonly Block[];
  /** The line on which the body begins. */
  readonly body: number;
}

const FrontMatterYaml = z.record(z.string(), z.union([z.string(), z.array(z.string())]));

function proposalFor(wrong: string, names: readonly string[]): string {
  const [near] = suggestNames(wrong, names);
  return near === undefined ? `可以写：${names.join('、')}。` : `是不是“${near}”？`;
}

function signature(organisation: readonly Inline[], date: readonly Inline[]): Block {
  return {
    type: 'signature',
    content: [
      { type: 'organisation', content: organisation },
      { type: 'date', content: date },
    ],
  };
}

function isBlank(content: readonly Inline[]): boolean {
  return content.every((node) => node.type === 'text' && node.text.trim() === '');
}

/** Reads the values between the two `---`. */
class FrontMatterReader {
  readonly #yaml: YamlBlock;
  readonly #reader: TemplateReader;
  readonly #values: Readonly<Record<string, string | readonly string[]>>;
  readonly #readable: boolean;

  constructor(text: string, offset: number, reader: TemplateReader) {
    this.#reader = reader;
    this.#yaml = new YamlBlock(text, offset, reader);
    const values = this.#yaml.read(FrontMatterYaml);
    this.#readable = values !== null;
    this.#values = values ?? {};
  }

  #plain(key: FrontMatterKey): string | null {
    const value = this.#values[key] ?? '';
    if (typeof value === 'string') return value || null;
    this.#reader.report(this.#yaml.offsetOf([key]), `“${key}”只能写一行，不能写成一列。`);
    return null;
  }

  #inline(key: FrontMatterKey): readonly Inline[] {
    const text = this.#plain(key) ?? '';
    return readInline(text, this.#yaml.locate([key], text), this.#reader);
  }

  #inlines(key: FrontMatterKey): readonly (readonly Inline[])[] {
    const value = this.#values[key] ?? [];
    if (typeof value === 'string') return value === '' ? [] : [this.#inline(key)];
    return value.map((text, at) => readInline(text, this.#yaml.locate([key, at], text), this.#reader));
  }

  #oneOf<Name extends string>(key: FrontMatterKey, names: readonly Name[]): Name | null {
    const value = this.#plain(key);
    const known = names.find((name) => name === value);
    if (value !== null && known === undefined) {
      const message = `“${key}”要写${names.join('、')}中的一个，不能写“${value}”。`;
      const near = suggestNames(value, names)[0] ?? names.find((name) => value.includes(name));
      this.#reader.report(this.#yaml.offsetOf([key]), near === undefined ? message : `${message}是不是“${near}”？`);
    }
    return known ?? null;
  }

  read(body: number): FrontMatter {
    for (const key of Object.keys(this.#values)) {
      if (frontMatterKeys.some((each) => each === key)) continue;
      const message = `开头部分不认识“${key}”。${proposalFor(key, frontMatterKeys)}`;
      this.#reader.report(this.#yaml.offsetOfKey([], key), message);
    }
    const title = this.#inline('标题');
    if (this.#readable && isBlank(title)) this.#reader.report(0, '开头部分缺少“标题”。');
    const recipients = this.#inline('主送');
    const organisation = this.#inline('署名');
    const date = this.#inline('日期');
    const isSigned = organisation.length + date.length > 0;
    const matter: MatterTexts = {
      line: (key) => this.#inline(key),
      attachments: () => this.#inlines('附件'),
      depth: () => this.#oneOf('目录', contentsDepths),
    };
    return {
      attrs: {
        description: this.#plain('说明'),
        regionLevel: this.#oneOf('地区级别', regionLevels),
        periodKind: this.#oneOf('期别', periodKinds),
      },
      opening: [
        ...readHead(matter),
        { type: 'title', content: title },
        ...(recipients.length > 0 ? [{ type: 'recipients' as const, content: recipients }] : []),
      ],
      ending: [
        ...readAttachmentList(matter),
        ...(isSigned ? [signature(organisation, date)] : []),
        ...readAnnotation(matter),
      ],
      imprint: readImprint(matter),
      body,
    };
  }
}

const fenceLine = /^---\s*$/;

export function readFrontMatter(lines: readonly Line[], reader: TemplateReader): FrontMatter {
  const hasStart = fenceLine.test(lines[0]?.text ?? '');
  const end = hasStart ? lines.findIndex((line, at) => at > 0 && fenceLine.test(line.text)) : -1;
  if (end < 0) {
    reader.report(0, '模板要以“---”开头，写上“标题: …”，再以“---”结束这一块。');
    return {
      attrs: { description: null, regionLevel: null, periodKind: null },
      opening: [],
      ending: [],
      imprint: [],
      body: 0,
    };
  }
  const offset = lines[1]?.offset ?? 0;
  return new FrontMatterReader(reader.source.slice(offset, lines[end]?.offset), offset, reader).read(end + 1);
}
