import type { Region } from '../catalogue.ts';
import { compareExactly } from '../formula/arithmetic.ts';
import type { Evaluator } from '../formula/checked.ts';
import type { Gathered, Member } from '../functions/gather.ts';
import type { Placed } from '../functions/in-order.ts';
import { countMembers } from '../members.ts';
import { reasonText } from '../missing-text.ts';
import type { ListItem, NumberValue } from '../quantity.ts';
import { printQuantity } from '../rounding.ts';
import { calculation } from './calculation.ts';
import type { OrderStep, Step } from './step.ts';
import { writeQuantity } from './write-number.ts';

/** Members named in a sum, or among those left out, before they are only counted. */
const mostNamed = 6;

/** Members listed in order before the rest is only counted. */
const mostPlaces = 12;

/** Names, the first of them when there are many: 吴兴区、南浔区等8个区县. */
export function nameRegions(regions: readonly Region[]): string {
  const named = regions.slice(0, mostNamed).map(({ name }) => name);
  return named.join('、') + (regions.length > mostNamed ? `等${countMembers(regions.length, regions)}` : '');
}

/** A region's name and its number, kept apart where the name ends in a digit. */
function beside({ name }: Region, number: string): string {
  return `${name}${/\d$/.test(name) ? ' ' : ''}${number}`;
}

interface Sum {
  readonly members: readonly Member[];
  readonly result: NumberValue;
  readonly subject: string;
  readonly remark?: string | null;
}

/** 吴兴区27846 + 南浔区14327 = 42173; of many members the first are named. `compose` makes a whole of the sum's text. */
export function sumStep({ members, ...sum }: Sum, compose: (sum: string) => string): Step {
  return calculation({ operands: members.map(({ quantity }) => quantity), ...sum }, (texts) => {
    const terms = members.slice(0, mostNamed).map(({ region }, at) => beside(region, texts[at] ?? ''));
    if (members.length <= mostNamed) return compose(terms.join(' + '));
    return compose(
      `${terms.join(' + ')} + … 等${countMembers(
        members.length,
        members.map(({ region }) => region),
      )}`,
    );
  });
}

/** Members without data: who, and that they do not count. */
export function leftOutText({ members, missing, absent }: Gathered, regions: readonly Region[]): string | null {
  const known = new Set([...members.map(({ region }) => region), ...absent].map(({ id }) => id));
  const said = [
    ...(absent.length === 0 ? [] : [`${nameRegions(absent)}无此项，不计`]),
    ...(missing.length === 0 ? [] : [`${nameRegions(regions.filter(({ id }) => !known.has(id)))}没有数据，未列入`]),
  ];
  return said.length === 0 ? null : said.join('；');
}

interface Ordered {
  readonly subject: string;
  readonly placed: readonly Placed[];
  readonly ascending: boolean;
  readonly leftOut: string | null;
  /** Named wherever it stands. */
  readonly own?: Region;
}

/** As printed, unless unequal values would then look alike. */
function writerOf(placed: readonly Placed[]): (quantity: NumberValue) => string {
  const looksAlike = placed.some(({ member }, at) => {
    const next = placed[at + 1]?.member.quantity;
    if (next === undefined || compareExactly(member.quantity, next) === 0) return false;
    return printQuantity(member.quantity) === printQuantity(next);
  });
  return looksAlike ? writeQuantity : printQuantity;
}

/** The members in order with their places, ties included. */
export function orderStep({ subject, placed, ascending, leftOut, own }: Ordered): OrderStep {
  const shown = placed.filter(({ member }, at) => at < mostPlaces || member.region.id === own?.id);
  const write = writerOf(shown);
  const all = placed.map(({ member }) => member.region);
  return {
    kind: 'order',
    subject,
    direction: ascending ? '由低到高' : '由高到低',
    items: shown.map(({ member, before }) => ({
      place: before + 1,
      region: member.region.name,
      value: write(member.quantity),
    })),
    more: shown.length < placed.length ? `等${countMembers(all.length, all)}` : null,
    leftOut,
  };
}

/** Members as the catalogue has them. */
export function listStep(subject: string, items: readonly ListItem[]): OrderStep {
  const shown = items.slice(0, mostPlaces);
  return {
    kind: 'order',
    subject,
    direction: '按目录顺序',
    items: shown.map(({ region, quantity }) => ({
      place: null,
      region: region.name,
      value: quantity.kind === 'number' ? printQuantity(quantity) : reasonText(quantity.reason),
    })),
    more:
      shown.length < items.length
        ? `等${countMembers(
            items.length,
            items.map(({ region }) => region),
          )}`
        : null,
    leftOut: null,
  };
}

/** What the members are asked for and when: 公办就读人数 ÷ 随迁子女人数（2021年）. */
export function subjectOf(description: string, evaluator: Evaluator): string {
  return `${description}（${evaluator.period.label}）`;
}
