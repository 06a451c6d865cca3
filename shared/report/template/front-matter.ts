import { z } from 'zod';
import { regionLevels } from '../../figures/catalogue.ts';
import { periodKinds } from '../../figures/period.ts';
import { suggestNames } from '../../figures/suggest.ts';
import type { Block, Inline, ReportDocument } from '../document.ts';
import { type FrontMatterKey, frontMatterKeys } from './fence-schema.ts';
import { readInline } from './inline.ts';
import type { Line } from './lines.ts';
import type { TemplateReader } from './reader.ts';
import { YamlBlock } from './yaml-block.ts';

/** What a template says before its body. */
export interface FrontMatter {
  readonly attrs: ReportDocument['attrs'];
  /** Title and recipients. */
  readonly opening: readonly Block[];
  readonly signature: readonly Block[];
  /** The line on which the body begins. */
  readonly body: number;
}

const FrontMatterYaml = z.record(z.string(), z.string());

function proposalFor(wrong: string, names: readonly string[]): string {
  const [near] = suggestNames(wrong, names);
  return near === undefined ? `可以写：${names.join('、')}。` : `是不是“${near}”？`;
}

function isBlank(content: readonly Inline[]): boolean {
  return content.every((node) => node.type === 'text' && node.text.trim() === '');
}

/** Reads the values between the two `---`. */
class FrontMatterReader {
  readonly #yaml: YamlBlock;
  readonly #reader: TemplateReader;
  readonly #values: Readonly<Record<string, string>>;
  readonly #readable: boolean;

  constructor(text: string, offset: number, reader: TemplateReader) {
    this.#reader = reader;
    this.#yaml = new YamlBlock(text, offset, reader);
    const values = this.#yaml.read(FrontMatterYaml);
    this.#readable = values !== null;
    this.#values = values ?? {};
  }

  #plain(key: FrontMatterKey): string | null {
    return this.#values[key] || null;
  }

  #inline(key: FrontMatterKey): readonly Inline[] {
    const text = this.#values[key] ?? '';
    return readInline(text, this.#yaml.locate([key], text), this.#reader);
  }

  #oneOf(key: FrontMatterKey, names: readonly string[]): string | null {
    const value = this.#plain(key);
    if (value !== null && !names.includes(value)) {
      const message = `“${key}”要写${names.join('、')}中的一个，不能写“${value}”。`;
      const near = suggestNames(value, names)[0] ?? names.find((name) => value.includes(name));
      this.#reader.report(this.#yaml.offsetOf([key]), near === undefined ? message : `${message}是不是“${near}”？`);
    }
    return value;
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
    return {
      attrs: {
        description: this.#plain('说明'),
        regionLevel: this.#oneOf('地区级别', regionLevels),
        periodKind: this.#oneOf('期别', periodKinds),
      },
      opening: [
        { type: 'title', content: title },
        ...(recipients.length > 0 ? [{ type: 'recipients' as const, content: recipients }] : []),
      ],
      signature: isSigned
        ? [
            {
              type: 'signature',
              content: [
                { type: 'organisation', content: organisation },
                { type: 'date', content: date },
              ],
            },
          ]
        : [],
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
      signature: [],
      body: 0,
    };
  }
  const offset = lines[1]?.offset ?? 0;
  return new FrontMatterReader(reader.source.slice(offset, lines[end]?.offset), offset, reader).read(end + 1);
}
