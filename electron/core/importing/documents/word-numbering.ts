import { chineseNumeral } from '../../../../shared/figures/chinese-numeral.ts';
import { attributeOf, scanTags, type Tag } from '../reading/scan-tags.ts';

/** Automatic numbering of a Word file (ISO/IEC 29500-1, 17.9): what Word prints before a paragraph that carries w:numPr. */

interface Level {
  readonly format: string;
  /** `%1、`, `（%2）` */
  readonly text: string;
  readonly start: number;
}

type Levels = Map<number, Level>;

interface Abstract {
  readonly levels: Levels;
}

interface Instance {
  readonly abstract: string;
  readonly starts: Map<number, number>;
}

const circled = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';

function roman(value: number): string {
  const signs: readonly (readonly [number, string])[] = [
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ];
  let rest = Math.min(value, 399);
  let text = '';
  for (const [size, sign] of signs) {
    text += sign.repeat(Math.floor(rest / size));
    rest %= size;
  }
  return text;
}

/** A count as the format of its level writes it; formats that reports do not use as plain digits. */
function writeCount(value: number, format: string): string {
  switch (format) {
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'chineseLegalSimplified':
    case 'japaneseCounting':
    case 'ideographDigital':
    case 'taiwaneseCountingThousand':
      return value >= 0 && value <= 9999 ? chineseNumeral(value) : String(value);
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return circled.charAt(value - 1) || String(value);
    case 'lowerLetter':
    case 'upperLetter': {
      const letter = String.fromCharCode(97 + ((value - 1) % 26));
      return format === 'upperLetter' ? letter.toUpperCase() : letter;
    }
    case 'upperRoman':
      return roman(value);
    case 'lowerRoman':
      return roman(value).toLowerCase();
    case 'bullet':
    case 'none':
      return '';
    default:
      return String(value);
  }
}

function numberOf(tag: Tag, name: string): number {
  const value = Number.parseInt(attributeOf(tag, name) ?? '', 10);
  return Number.isFinite(value) ? value : 0;
}

/** Definitions of numbering.xml, and the counters as they stand after the paragraphs so far. */
export class WordNumbering {
  readonly #abstracts = new Map<string, Abstract>();
  readonly #instances = new Map<string, Instance>();
  readonly #counters = new Map<string, number[]>();

  constructor(xml: string | null) {
    if (xml !== null) this.#read(xml);
  }

  /** Text that Word prints before the paragraph; empty for bullets and unknown lists. */
  next(numId: string, level: number): string {
    const instance = this.#instances.get(numId);
    const levels = this.#abstracts.get(instance?.abstract ?? '')?.levels;
    const own = levels?.get(level);
    if (instance === undefined || levels === undefined || own === undefined || level > 8) return '';
    const counters = this.#countersOf(numId, instance);
    const start = instance.starts.get(level) ?? own.start;
    counters[level] = counters[level] === undefined ? start : counters[level] + 1;
    counters.length = level + 1;
    if (own.format === 'bullet') return '';
    return own.text.replaceAll(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      const value = counters[at] ?? instance.starts.get(at) ?? levels.get(at)?.start ?? 1;
      return writeCount(value, levels.get(at)?.format ?? 'decimal');
    });
  }

  /** Lists of one definition count on, unless the instance begins anew. */
  #countersOf(numId: string, { abstract, starts }: Instance): number[] {
    const key = starts.size > 0 ? `num ${numId}` : `abstract ${abstract}`;
    const known = this.#counters.get(key);
    if (known !== undefined) return known;
    const fresh: number[] = [];
    this.#counters.set(key, fresh);
    return fresh;
  }

  #read(xml: string): void {
    const definitions = new DefinitionReader();
    for (const tag of scanTags(xml)) definitions.take(tag);
    for (const [id, levels] of definitions.abstracts) this.#abstracts.set(id, { levels });
    for (const [id, instance] of definitions.instances) this.#instances.set(id, instance);
  }
}

/** Collects the definitions of numbering.xml. */
class DefinitionReader {
  readonly abstracts = new Map<string, Levels>();
  readonly instances = new Map<string, Instance>();
  #levels: Levels = new Map();
  #id = '';
  #starts = new Map<number, number>();
  #at = 0;
  #level: Level = { format: 'decimal', text: '', start: 1 };

  take(tag: Tag): void {
    if (tag.kind === 'start') this.#start(tag);
    else if (tag.name === 'lvl') this.#levels.set(this.#at, this.#level);
  }

  #start(tag: Tag): void {
    const value = () => attributeOf(tag, 'w:val') ?? '';
    switch (tag.name) {
      case 'abstractnum':
        this.#levels = new Map();
        this.abstracts.set(attributeOf(tag, 'w:abstractNumId') ?? '', this.#levels);
        break;
      case 'num':
        this.#id = attributeOf(tag, 'w:numId') ?? '';
        this.#starts = new Map();
        break;
      case 'abstractnumid':
        this.instances.set(this.#id, { abstract: value(), starts: this.#starts });
        break;
      case 'lvloverride':
        this.#at = numberOf(tag, 'w:ilvl');
        break;
      case 'startoverride':
        this.#starts.set(this.#at, numberOf(tag, 'w:val'));
        break;
      case 'lvl':
        this.#at = numberOf(tag, 'w:ilvl');
        this.#level = { format: 'decimal', text: '', start: 1 };
        break;
      case 'start':
        this.#level = { ...this.#level, start: numberOf(tag, 'w:val') };
        break;
      case 'numfmt':
        this.#level = { ...this.#level, format: value() };
        break;
      case 'lvltext':
        this.#level = { ...this.#level, text: value() };
        break;
    }
  }
}
