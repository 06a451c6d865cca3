import { Fraction } from 'fraction.js';
import { fail, type Result, succeed } from '../result.ts';
import type { Failure } from '../text/failures/index.ts';
import { chineseCount } from './chinese-numeral.ts';
import type { Type } from './formula/checked.ts';
import { gapText, reasonText } from './missing-text.ts';
import { printDate } from './period.ts';
import { convert, isPending, type ListValue, type NumberValue, type Value } from './quantity.ts';
import { isWholeRate, printedDecimals, printRounded } from './rounding.ts';
import { isPercent, parseUnit, percent, type Unit, unitName } from './unit.ts';

/** Whether the figure stands in a sentence or in a table's cell; it changes how a missing value prints. */
export type Place = 'prose' | 'table';

/** How a figure prints: `| 数`, `| 1位小数`, `| 万元`, `| 增减词`; steps joined by `|` add up. */
export interface Format {
  readonly decimals: number | null;
  readonly unit: Unit | null;
  /** 数: the number alone. */
  readonly bare: boolean;
  readonly wording: 'plain' | 'numeral' | 'change' | 'trend';
}

/** What a figure prints as. `decimal` is the printed number in plain digits, for charts. */
export interface Printed {
  readonly text: string;
  readonly decimal: string | null;
  readonly gap: '待填' | '无法计算' | null;
}

const plain: Format = { decimals: null, unit: null, bare: false, wording: 'plain' };

const steps: Readonly<Record<string, Partial<Format>>> = {
  数: { bare: true },
  整数: { decimals: 0 },
  百分比: { unit: percent },
  汉字: { wording: 'numeral' },
  增减词: { wording: 'change' },
  升降词: { wording: 'trend' },
};

/** Units that a format may convert to; the list that messages and help show. */
const convertible = ['元', '万元', '亿元', '人', '万人', '人次', '万人次', '%'];

export const formatNames: readonly string[] = [...Object.keys(steps), 'n位小数', ...convertible.slice(0, 5)];

function readStep(name: string): Partial<Format> | null {
  if (Object.hasOwn(steps, name)) return steps[name] ?? null;
  const decimals = /^([0-6])位小数$/.exec(name.normalize('NFKC'));
  if (decimals) return { decimals: Number(decimals[1]) };
  return convertible.includes(name) ? { unit: parseUnit(name) } : null;
}

/** Reads a format's text; null or empty means the unit's own way. */
export function parseFormat(text: string | null): Result<Format, Failure> {
  let format = plain;
  for (const name of (text ?? '').split('|').map((part) => part.trim())) {
    if (name === '') continue;
    const step = readStep(name);
    if (step === null) return fail({ code: 'format-unknown', name, suggestions: formatNames });
    format = { ...format, ...step };
  }
  return succeed(format);
}

/** Why a format does not suit what a formula gives (万元 for people); null when it does. */
export function formatMismatch(format: Format, type: Type): Failure | null {
  const isPlain = format.unit === null && format.wording === 'plain' && format.decimals === null;
  if (type.kind !== 'number') return isPlain ? null : { code: 'format-needs-number' };
  if (format.unit === null || type.literal || format.unit.dimension === type.unit.dimension) return null;
  return { code: 'format-unit-differs', format: unitName(format.unit), unit: unitName(type.unit) };
}

const present = (text: string, decimal: string | null = null): Printed => ({ text, decimal, gap: null });

/** Prints a value. A missing one never prints blank, 0 or NaN: 【待填：…】, 【无法计算：…】, or — in a table. */
export function printValue(value: Value, format: Format, place: Place): Printed {
  switch (value.kind) {
    case 'number':
      return printNumber(value, format);
    case 'missing':
      if (isPending(value.reason)) {
        // A cell is narrow, and its row and column say what is missing.
        const text = place === 'table' ? '【待填】' : `【待填：${gapText(value.gaps)}】`;
        return { text, decimal: null, gap: '待填' };
      }
      if (place === 'table') return present('—');
      return { text: `【无法计算：${reasonText(value.reason)}】`, decimal: null, gap: '无法计算' };
    case 'date':
      return present(printDate(value.date));
    case 'list':
      return printList(value, format, place);
    case 'text':
      return present(value.text);
    case 'truth':
      return present(value.truth ? '是' : '否');
  }
}

function joinNames(texts: readonly string[]): string {
  return texts.length < 2 ? texts.join('') : `${texts.slice(0, -1).join('、')}和${texts.at(-1)}`;
}

function printList({ items, style }: ListValue, format: Format, place: Place): Printed {
  const texts = items.map(({ region, quantity }) =>
    style === 'names' ? region.name : region.name + printValue(quantity, format, place).text,
  );
  return present(joinNames(texts));
}

function inUnit(quantity: NumberValue, unit: Unit | null): NumberValue {
  if (unit === null || unit.dimension !== quantity.unit.dimension || unit.exponent === quantity.unit.exponent) {
    return quantity;
  }
  // A larger unit and a percentage keep at least two places; a smaller unit drops those that the shift has used up.
  const shift = unit.exponent - quantity.unit.exponent;
  const keepsPlaces = shift > 0 || isPercent(unit);
  const decimals = keepsPlaces ? Math.max(2, quantity.decimals) : Math.max(0, quantity.decimals + shift);
  return { ...quantity, value: convert(quantity, unit), unit, decimals };
}

function printNumber(original: NumberValue, format: Format): Printed {
  const quantity = inUnit(original, format.unit);
  const wanted = format.decimals ?? quantity.decimals;
  if (format.wording === 'change' || format.wording === 'trend') return printMovement(quantity, wanted, format);
  const decimal = printRounded(quantity.value, printedDecimals(quantity, wanted));
  const unit = format.bare ? '' : quantity.unit.symbol;
  if (format.wording === 'numeral' && /^\d{1,4}$/.test(decimal)) {
    return present(chineseCount(Number(decimal)) + unit, decimal);
  }
  return present(decimal + unit, decimal);
}

const movements: Readonly<Record<'count' | 'rate' | 'growth', readonly [up: string, down: string]>> = {
  count: ['增加', '减少'],
  rate: ['提高', '下降'],
  growth: ['增长', '下降'],
};

/** 增减词, 升降词: the word is chosen from the printed number, so that +0.04% at one place reads 持平. */
function printMovement(quantity: NumberValue, decimals: number, format: Format): Printed {
  const decimal = printRounded(quantity.value, isWholeRate(quantity) ? 0 : decimals);
  const printed = new Fraction(decimal);
  if (printed.n === 0n) return present('与上年持平', decimal);
  const kind = format.wording === 'trend' ? 'growth' : quantity.unit.dimension === '百分点' ? 'rate' : 'count';
  const [up, down] = movements[kind];
  const amount = decimal.replace(/^-/, '');
  return present(`${printed.s > 0n ? up : down}${amount}${quantity.unit.symbol}`, decimal);
}
