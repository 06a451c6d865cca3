import { Fraction } from 'fraction.js';
import type { Region } from '../catalogue.ts';
import { type ListItem, type Movement, type NumberValue, numberValue, type Value } from '../quantity.ts';
import { parseUnit, percent, percentagePoint } from '../unit.ts';
import { changeWords, fromTo, gapWords, multiples, multiplesTo, trendWords } from './movement.ts';
import { chineseNumerals } from './numeral.ts';
import { times, toOne } from './ratio.ts';
import { about, andMore, atLeast, nearly, over, roundly } from './round-number.ts';
import { tenths } from './tenths.ts';
import type { Format, Wording } from './wording.ts';

/** Everything the language knows of one format; the whole of a format is one entry of the table. */
export interface FormatEntry {
  readonly name: string;
  /** What it does, in one line for help. */
  readonly description: string;
  /** One way to write it, and a value that shows what it does. */
  readonly example: { readonly written: string; readonly value: Value };
  /** What the text asks for when it is this format, else null. */
  read(text: string): Partial<Format> | null;
}

const number = (decimal: string, unit: string, decimals = 0): NumberValue =>
  numberValue(new Fraction(decimal), parseUnit(unit), decimals);

function movement(decimal: string, unit: string, change: Pick<Movement, 'kind' | 'now' | 'base'>): NumberValue {
  const against = change.kind === 'gap' ? '目标' : '上年';
  return { ...number(decimal, unit, unit === '人' ? 0 : 2), movement: { ...change, against, exact: false } };
}

const people = number('80605', '人');
const share = number('80.76', '%', 2);
const ratio = (decimal: string) => number(decimal, '', 2);

const sampleChange = movement('2605', '人', { kind: 'difference', now: people, base: number('78000', '人') });
const sampleRise = movement('2.55', percentagePoint.symbol, {
  kind: 'difference',
  now: share,
  base: number('78.21', '%', 2),
});
const sampleGrowth = movement('3.34', '%', { kind: 'growth', now: people, base: number('78000', '人') });
const sampleJump = movement('150', '%', { kind: 'growth', now: number('5', '所'), base: number('2', '所') });
const sampleGap = movement('9.24', percentagePoint.symbol, { kind: 'gap', now: number('90', '%', 2), base: share });

const anyRegion = { kind: '行政区', validFrom: null, validTo: null, inTotal: true } as const;

const sampleMember = (id: number, name: string, decimal: string): ListItem => {
  const region: Region = { id, code: null, name, aliases: [], level: '县', parentId: null, ...anyRegion, sort: id };
  return { region, quantity: number(decimal, '%', 1) };
};
const sampleMembers: Value = {
  kind: 'list',
  items: [sampleMember(1, '甲区', '85.2'), sampleMember(2, '乙区', '80.1'), sampleMember(3, '丙县', '79.9')],
  style: 'items',
  among: 3,
  remarks: [],
};

interface Shown {
  readonly description: string;
  readonly value: Value;
}

function entry(name: string, step: Partial<Format>, { description, value }: Shown): FormatEntry {
  return { name, description, example: { written: name, value }, read: (text) => (text === name ? step : null) };
}

function wordingEntry(wording: Wording, shown: Shown): FormatEntry {
  return entry(wording.name, { wording }, shown);
}

function unitEntry(name: string, shown: Shown): FormatEntry {
  return entry(name, { unit: parseUnit(name) }, shown);
}

function readDecimals(text: string): Partial<Format> | null {
  const decimals = /^([0-6])位小数$/.exec(text.normalize('NFKC'));
  return decimals ? { decimals: Number(decimals[1]) } : null;
}

/** 万所, 亿册: any measure word may follow, and the formula's unit decides whether it fits. */
function readScaledUnit(text: string): Partial<Format> | null {
  return /^[万亿]\p{Script=Han}{1,6}$/u.test(text) ? { unit: parseUnit(text) } : null;
}

/** Every format, in the order that help shows them. */
export const formats: readonly FormatEntry[] = [
  entry('数', { bare: true }, { description: '只要数字，不带单位', value: people }),
  entry('整数', { decimals: 0 }, { description: '四舍五入到整数', value: share }),
  {
    name: 'n位小数',
    description: '四舍五入到 n 位小数（0～6）；增减、差距按印出的两个数相减',
    example: { written: '1位小数', value: sampleRise },
    read: readDecimals,
  },
  entry('百分比', { unit: percent }, { description: '没有单位的数写成百分数', value: ratio('0.81') }),
  unitEntry('元', { description: '换算成元', value: number('332.26', '万元', 2) }),
  unitEntry('万元', { description: '换算成万元', value: number('3322600', '元') }),
  unitEntry('亿元', { description: '换算成亿元', value: number('33226', '万元') }),
  unitEntry('人', { description: '换算成人', value: number('211.5', '万人', 1) }),
  unitEntry('万人', { description: '换算成万人', value: people }),
  unitEntry('人次', { description: '换算成人次', value: number('1.2', '万人次', 1) }),
  {
    name: '万X、亿X',
    description: '任何计量单位换算成万、亿：万所、万人次、亿册',
    example: { written: '万册', value: number('123400', '册') },
    read: readScaledUnit,
  },
  wordingEntry(chineseNumerals, { description: '汉字数字（9999 以内的整数）', value: number('2', '所') }),
  wordingEntry(changeWords, { description: '增减、同比写成增加、减少、提高、下降、增长或持平', value: sampleChange }),
  wordingEntry(trendWords, { description: '一律写成增长、下降或持平', value: sampleGrowth }),
  wordingEntry(fromTo, { description: '增减写成由上年的数升至、降至今年的数', value: sampleRise }),
  wordingEntry(multiples, { description: '增长一倍以上写成增加了几倍，不到一倍仍写百分数', value: sampleJump }),
  wordingEntry(multiplesTo, { description: '增长一倍以上写成增加到几倍，不到一倍仍写百分数', value: sampleJump }),
  wordingEntry(gapWords, { description: '差距写成还差、超出或正好达到', value: sampleGap }),
  wordingEntry(nearly, { description: '比整数略少（差 5% 以内）', value: people }),
  wordingEntry(over, { description: '比整数多', value: people }),
  wordingEntry(andMore, { description: '比整数多，用于数量', value: people }),
  wordingEntry(about, { description: '最接近的整数', value: people }),
  wordingEntry(atLeast, { description: '不少于这个整数', value: people }),
  wordingEntry(roundly, { description: '在近、超里选一个合适的', value: people }),
  wordingEntry(tenths, { description: '比例写成几成', value: share }),
  wordingEntry(toOne, { description: '没有单位的数写成比', value: ratio('19.43') }),
  wordingEntry(times, { description: '没有单位的数写成倍', value: ratio('2.5') }),
  entry('名称', { listing: '名称' }, { description: '一组数只列各地区的名称', value: sampleMembers }),
  entry('分别', { listing: '分别' }, { description: '一组数先列各地区的名称，再列各自的数', value: sampleMembers }),
];
