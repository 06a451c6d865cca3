import type { Random } from './random.ts';

/** What a cell says, for whoever made the file: the figure is known, and not read from anywhere. */
export interface Truth {
  readonly region: string;
  readonly indicator: string;
  readonly year: number;
  /** In hundredths of the indicator's unit; null for a sign that says that there is none. */
  readonly hundredths: number | null;
}

export interface PlannedCell {
  readonly show: string | number | null;
  /** A number shown as a percentage. */
  readonly isPercent?: boolean;
  /** Null where nothing may land. */
  readonly truth?: Truth | null;
  /** Merged with so many cells below and to the right. */
  readonly span?: { readonly down: number; readonly right: number };
}

export const counties = ['吴兴区', '南浔区', '德清县'] as const;
export const city = '湖州市';

/** One way of writing a measure: its heading, and its figures. */
export interface Style {
  readonly measure: '随迁子女人数' | '公办就读比例' | '资助金额';
  readonly heading: string;
  readonly show: (hundredths: number, random: Random) => Pick<PlannedCell, 'show' | 'isPercent'>;
  /** Bare decimals that the person says are shares. */
  readonly isShare?: boolean;
}

/** Decimal text of a number of so many decimals, without zeros at its end. */
export function decimalOf(units: number, decimals: number): string {
  const digits = String(units).padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const rest = decimals === 0 ? '' : digits.slice(-decimals).replace(/0+$/, '');
  return rest === '' ? whole : `${whole}.${rest}`;
}

function grouped(text: string): string {
  const [whole = '', rest] = text.split('.');
  const marked = whole.replaceAll(/\B(?=(\d{3})+$)/g, ',');
  return rest === undefined ? marked : `${marked}.${rest}`;
}

function wide(text: string): string {
  return text.replaceAll(/[0-9.]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
}

/** As a number, as text, with separators, in full width, with the unit behind it, or with blanks. */
function showPlain(text: string, unit: string, random: Random): string | number {
  switch (random.below(8)) {
    case 0:
      return text;
    case 1:
      return grouped(text);
    case 2:
      return wide(text);
    case 3:
      return `${text}${unit}`;
    case 4:
      return `　${grouped(text)} `;
    default:
      return Number(text);
  }
}

function sized(measure: Style['measure'], heading: string, unit: string, power: number): Style {
  return {
    measure,
    heading,
    show: (hundredths, random) => ({ show: showPlain(inPower(hundredths, power), unit, random) }),
  };
}

/** The figure in a unit of ten to that power of the indicator's own. */
function inPower(hundredths: number, power: number): string {
  return power <= -2 ? String(hundredths * 10 ** (-2 - power)) : decimalOf(hundredths, 2 + power);
}

export const styles: readonly (readonly Style[])[] = [
  [
    sized('随迁子女人数', '随迁子女人数', '人', 0),
    sized('随迁子女人数', '随迁子女', '人', 0),
    sized('随迁子女人数', '随迁子女人数（人）', '人', 0),
    sized('随迁子女人数', '随迁子女人数(万人)', '万人', 4),
  ],
  [
    {
      measure: '公办就读比例',
      heading: '公办就读比例（％）',
      show: (hundredths) => ({ show: Number(decimalOf(hundredths, 2)) }),
    },
    {
      measure: '公办就读比例',
      heading: '公办就读比例',
      show: (hundredths) => ({ show: `${decimalOf(hundredths, 2)}%` }),
    },
    {
      measure: '公办就读比例',
      heading: '公办就读比例',
      show: (hundredths) => ({ show: Number(decimalOf(hundredths, 4)), isPercent: true }),
    },
    {
      measure: '公办就读比例',
      heading: '公办就读比例',
      show: (hundredths) => ({ show: Number(decimalOf(hundredths, 4)) }),
      isShare: true,
    },
    {
      measure: '公办就读比例',
      heading: '公办就读比例(%)',
      show: (hundredths, random) => ({
        show: random.below(2) === 0 ? `${decimalOf(hundredths, 2)}％` : Number(decimalOf(hundredths, 2)),
      }),
    },
  ],
  [
    sized('资助金额', '资助金额', '万元', 0),
    sized('资助金额', '资助金额（万元）', '万元', 0),
    sized('资助金额', '资助金额(元)', '元', -4),
    sized('资助金额', '资助金额（千元）', '千元', -1),
    sized('资助金额', '资助金额（亿元）', '亿元', 4),
  ],
];

/** A figure that the measure may have, in hundredths. */
export function figureOf(measure: Style['measure'], random: Random): number {
  if (measure === '随迁子女人数') return (100 + random.below(90_000)) * 100;
  return measure === '公办就读比例' ? 101 + random.below(9_800) : 200 + random.below(900_000);
}
