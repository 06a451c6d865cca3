import { compareExactly } from '../formula/arithmetic.ts';
import { memberWord } from '../members.ts';
import { isPending, type ListItem, type ListValue, type NumberValue } from '../quantity.ts';
import { percent } from '../unit.ts';
import { listFormat } from './list-decimals.ts';
import { numberParts, unitWords } from './plain-number.ts';
import { phraseOf, present, printMember, printNumber, remarkText } from './print-quantity.ts';
import { type Format, isVerb, type Place, type Printed } from './wording.ts';

interface Member extends ListItem {
  readonly quantity: NumberValue;
}

/** A list with the format of each of its numbers. */
interface Listed {
  readonly list: ListValue;
  readonly members: readonly Member[];
  readonly formatOf: (quantity: NumberValue) => Format;
  readonly format: Format;
}

/** 甲、乙和丙; with ； where a part has a comma of its own. */
function joined(texts: readonly string[]): string {
  if (texts.some((text) => text.includes('，'))) return texts.join('；');
  return texts.length < 2 ? texts.join('') : `${texts.slice(0, -1).join('、')}和${texts.at(-1)}`;
}

const namesOf = (items: readonly ListItem[]) => joined(items.map(({ region }) => region.name));

/** The remarks of the whole list and of all its numbers, each once, for lists that do not name the number of each. */
function allRemarks({ list, members }: Listed): string {
  return remarkText([...new Set([...list.remarks, ...members.flatMap(({ quantity }) => quantity.remarks)])]);
}

function printItems({ list, format, formatOf }: Listed, place: Place): Printed {
  const printed = list.items.map(({ region, quantity }) => {
    const { text, gap } = printMember(quantity, quantity.kind === 'number' ? formatOf(quantity) : format, place);
    return { text: region.name + text, gap };
  });
  const gap = printed.some((item) => item.gap !== null) ? '待填' : null;
  return { text: joined(printed.map(({ text }) => text)) + remarkText(list.remarks), decimal: null, gap };
}

/** 为85.2%, 均为85.2%, 均增长3.2%: what is said behind the names of members that have one value. */
function valueOf(members: readonly Member[], { format, formatOf }: Listed): string {
  const [first] = members;
  if (first === undefined) return '';
  const link = (members.length > 1 ? '均' : '') + (isVerb(format) ? '' : '为');
  return link + phraseOf(first.quantity, formatOf(first.quantity)).text;
}

function printFurthest(listed: Listed, word: '最高' | '最低'): string {
  const { members, list } = listed;
  const isEvery = members.length > 1 && members.length === list.among;
  const who = isEvery ? `各${memberWord(members.map(({ region }) => region))}` : `${word}的是${namesOf(members)}，`;
  return who + valueOf(members, listed) + allRemarks(listed);
}

/** 吴兴区、南浔区和德清县分别为85.2%、80.1%和79.9%; a member without a value follows by itself. */
function printApart(listed: Listed, place: Place): Printed {
  const { members, list, format, formatOf } = listed;
  const isOne = new Set(members.map(({ quantity }) => phraseOf(quantity, formatOf(quantity)).text)).size < 2;
  const texts = members.map(({ quantity }) => printNumber(quantity, formatOf(quantity)).text);
  const values = `分别${isVerb(format) ? '' : '为'}${joined(texts)}`;
  const said = members.length === 0 ? [] : [namesOf(members) + (isOne ? valueOf(members, listed) : values)];
  const others = list.items.filter(({ quantity }) => quantity.kind === 'missing');
  const absent = others.map(({ region, quantity }) => region.name + printMember(quantity, format, place).text);
  const isToFill = others.some(({ quantity }) => quantity.kind === 'missing' && isPending(quantity.reason));
  const text = [...said, ...absent].join('，') + (isOne ? allRemarks(listed) : remarkText(list.remarks));
  return { text, decimal: null, gap: isToFill ? '待填' : null };
}

/** The least and the greatest of some numbers. */
function extremesOf(members: readonly Member[]): readonly [NumberValue, NumberValue] {
  const sorted = members.map(({ quantity }) => quantity).toSorted(compareExactly);
  const [least, most] = [sorted[0], sorted.at(-1)];
  if (least === undefined || most === undefined) throw new Error('a list without numbers');
  return [least, most];
}

/** 79～85人, 79.9%～85.2%, 8万～9万人: 万, 亿 and % stand behind both numbers (GB/T 15835-2011). */
function printRange({ members, format, formatOf }: Listed): string {
  const [least, most] = extremesOf(members);
  const [from, to] = [phraseOf(least, formatOf(least)).text, phraseOf(most, formatOf(most)).text];
  if (from === to) return from;
  if (format.wording) return `${from}～${to}`;
  const [first, last] = [numberParts(least, formatOf(least)), numberParts(most, formatOf(most))];
  const unit = format.unit ?? most.unit;
  const isRepeated = unit.dimension === percent.dimension;
  const repeated = first.unit === '' ? '' : isRepeated ? first.unit : unitWords(unit).scale;
  return `${first.prefix}${first.decimal}${repeated}～${last.decimal}${last.unit}`;
}

function isMember(item: ListItem): item is Member {
  return item.quantity.kind === 'number';
}

/** Prints members with their values in the way that the function, or the format, asks for. */
export function printList(list: ListValue, format: Format, place: Place): Printed {
  const members = list.items.filter(isMember);
  const isRange = list.style === 'range' && format.listing === null;
  const formatOf = listFormat(isRange ? extremesOf(members) : members.map(({ quantity }) => quantity), format);
  const listed: Listed = { list, members, formatOf, format };
  if (format.listing === '名称') return present(namesOf(list.items) + allRemarks(listed));
  if (format.listing === '分别') return printApart(listed, place);
  switch (list.style) {
    case 'items':
      return printItems(listed, place);
    case 'names':
      return present(namesOf(list.items) + allRemarks(listed));
    case 'highest':
    case 'lowest':
      return present(printFurthest(listed, list.style === 'highest' ? '最高' : '最低'));
    case 'range':
      return present(printRange(listed) + allRemarks(listed));
  }
}
