import { fail, type Result, succeed } from '../result.ts';

/**
 * A unit of measure: a dimension (what is counted) and a power of ten over its base unit. 万元 is 元 × 10⁴, % is the
 * plain number × 10⁻². 百分点 is a dimension of its own: it is what two percentages differ by.
 */
export interface Unit {
  /** Base units, numerator and denominator in a fixed order: `人`, `元/人次`, `` for plain numbers. */
  readonly dimension: string;
  readonly exponent: number;
  /** As printed after a number: `万元`, `元/人次`, `%`, `个百分点`. */
  readonly symbol: string;
}

export const plainNumber: Unit = { dimension: '', exponent: 0, symbol: '' };
export const percent: Unit = { dimension: '', exponent: -2, symbol: '%' };
export const percentagePoint: Unit = { dimension: '百分点', exponent: 0, symbol: '个百分点' };

/** A place in an order, printed 第2位. Its dimension is no unit's name, so that nothing else is added to it. */
export const rankUnit: Unit = { dimension: '名次', exponent: 0, symbol: '位' };

/** A ratio written to one, 19.43∶1. What is computed from it is a plain number. */
const toOne: Unit = { dimension: '', exponent: 0, symbol: '∶1' };

const dimensionless: Readonly<Record<string, Unit>> = {
  '': plainNumber,
  '%': percent,
  '‰': { dimension: '', exponent: -3, symbol: '‰' },
  ':1': toOne,
  '∶1': toOne,
  倍: { dimension: '', exponent: 0, symbol: '倍' },
  百分点: percentagePoint,
  个百分点: percentagePoint,
};

const scalePrefixes: readonly (readonly [string, number])[] = [
  ['万亿', 12],
  ['亿', 8],
  ['万', 4],
];

/** Reads a unit's name. Any name is a unit of its own (所, 人次); 万 and 亿 in front of one scale it. */
export function parseUnit(name: string): Unit {
  const symbol = name.trim().normalize('NFKC');
  const known = Object.hasOwn(dimensionless, symbol) ? dimensionless[symbol] : undefined;
  if (known) return known;
  for (const [prefix, exponent] of scalePrefixes) {
    if (symbol.startsWith(prefix) && symbol.length > prefix.length) {
      return { dimension: symbol.slice(prefix.length), exponent, symbol };
    }
  }
  return { dimension: symbol, exponent: 0, symbol };
}

export function isPercent(unit: Unit): boolean {
  return unit.dimension === '' && unit.exponent === -2;
}

/** What a reader calls the unit in a message: plain numbers have a name too. */
export function unitName(unit: Unit): string {
  return unit.symbol === '' ? '无单位的数' : unit.symbol.replace(/^个(?=百分点)/, '');
}

/** What is counted by 个 and has a word of its own behind a stroke: 45.2人/班. */
const pieces = ['班'];

/**
 * Whether an amount of this unit may be called one of that unit: the same dimension, or a quotient by pieces (人/个)
 * that has a name for the piece (人/班).
 */
export function fitsUnit(computed: Unit, declared: Unit): boolean {
  if (computed.dimension === declared.dimension) return true;
  const [above, below] = computed.dimension.split('/');
  const [declaredAbove, piece = ''] = declared.dimension.split('/');
  return below === '个' && declaredAbove === above && pieces.includes(piece);
}

export interface UnitMismatch {
  readonly left: Unit;
  readonly right: Unit;
}

/**
 * Unit of a sum. Percentages add to a percentage; a percentage may gain or lose 百分点.
 * Other units must share their dimension; the result is in the left one's.
 */
export function unitOfSum(left: Unit, right: Unit): Result<Unit, UnitMismatch> {
  if (isPercent(left) && right.dimension === percentagePoint.dimension) return succeed(left);
  if (left.dimension !== right.dimension) return fail({ left, right });
  return succeed(left === toOne ? plainNumber : left);
}

/** Unit of a difference: two percentages differ by 百分点. */
export function unitOfDifference(left: Unit, right: Unit): Result<Unit, UnitMismatch> {
  if (isPercent(left) && isPercent(right)) return succeed(percentagePoint);
  return unitOfSum(left, right);
}

function parts(dimension: string): { numerator: string[]; denominator: string[] } {
  const [above = '', ...below] = dimension.split('/');
  const split = (text: string) => text.split('·').filter((part) => part !== '');
  return { numerator: split(above === '1' ? '' : above), denominator: below.flatMap(split) };
}

function combine(numerator: readonly string[], denominator: readonly string[]): Unit {
  const below = [...denominator];
  const above = numerator.filter((part) => {
    const at = below.indexOf(part);
    if (at >= 0) below.splice(at, 1);
    return at < 0;
  });
  above.sort();
  below.sort();
  const dimension = below.length === 0 ? above.join('·') : `${above.join('·') || '1'}/${below.join('/')}`;
  return { dimension, exponent: 0, symbol: dimension };
}

/** Of two numbers without a dimension: a percentage stays one beside a plain number; % of % is a plain number. */
function unitOfPlain(left: Unit, right: Unit): Unit {
  const isPart = (unit: Unit) => unit.exponent < 0;
  return isPart(left) && !isPart(right) ? left : plainNumber;
}

/** Unit of a product: the other's own unit when one is a plain number or %, else in base units. */
export function unitOfProduct(left: Unit, right: Unit): Unit {
  if (left.dimension === '' && right.dimension === '')
    return right.exponent < 0 ? unitOfPlain(right, left) : unitOfPlain(left, right);
  if (right.dimension === '') return left;
  if (left.dimension === '') return right;
  const a = parts(left.dimension);
  const b = parts(right.dimension);
  return combine([...a.numerator, ...b.numerator], [...a.denominator, ...b.denominator]);
}

/** Unit of a quotient: plain when both count the same thing, else in base units (元/人次). */
export function unitOfQuotient(left: Unit, right: Unit): Unit {
  if (left.dimension === '' && right.dimension === '') return unitOfPlain(left, right);
  if (right.dimension === '') return left;
  const a = parts(left.dimension);
  const b = parts(right.dimension);
  return combine([...a.numerator, ...b.denominator], [...a.denominator, ...b.numerator]);
}
