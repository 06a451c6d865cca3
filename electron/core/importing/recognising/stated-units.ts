import { foldName } from '../../../../shared/reading/fold-name.ts';
import { type Draft, saidAbove } from './draft.ts';

const counting = '人|名|位|册|人次|件|所|个|班|户|台|辆|间|处|家|份|次|张|套|座|项|学时|课时';
const common = new RegExp(
  `^(?:[十百千万亿]{0,2}(?:${counting}|元|吨|亩|公顷|公里|平方米|平方公里|平方千米)|%|‰|人/.|元/.{1,2}|平方米/.|个?百分点)$`,
);
const countingUnit = new RegExp(`^(?:${counting})$`);

/** Whether a text is a unit as such, so that a column of them is one of units and no names. */
export function isUnitWord(text: string, known: ReadonlySet<string>): boolean {
  const folded = foldName(text);
  return folded !== '' && (known.has(folded) || common.test(folded));
}

/** Whether a unit that a form states is one beyond doubt: `万元`, and `万` by itself. */
export function isMeasure(unit: string): boolean {
  return common.test(unit) || /^[百千万亿]+$/.test(unit);
}

/** 人, 所, 个: which of them stands with a count changes nothing of it. */
export function isCountingUnit(unit: string): boolean {
  return countingUnit.test(foldName(unit));
}

/** `人民币元`, `元(人民币)` and `元人民币` are 元. */
export function plainUnit(unit: string): string {
  return unit.replace(/^人民币\(?([^()]+)\)?$/, '$1').replace(/^([^()]+)\(?人民币\)?$/, '$1');
}

/** Whoever fills the form in is a 单位 too, and no unit. */
const before = '(?<!填报|填表|报送|编制|制表|主管|上报|用人|所属|本|各|学校|报出|使用|支出)';
const list = '[\\p{Script=Han}a-zA-Z%‰、,;/()]+';
const labelled = new RegExp(`${before}单位:(${list})`, 'u');
const unlabelled = new RegExp(`${before}单位[为是]?(${list})`, 'u');
const spoken = /以([十百千万亿]*[\p{Script=Han}%‰]{1,3}?)为单位/u;
const label = new RegExp(`${before}单位[:为]?$`, 'u');

function split(listed: string): readonly string[] {
  const whole = listed.replace(/^\((.+)\)$/, '$1');
  const units = whole
    .split(/[、,;/](?![^(]*\))/)
    .map((unit) => plainUnit(unit.replace(/[()]+$/, (end) => (unit.includes('(') ? end : ''))));
  return units.filter((unit) => unit !== '');
}

/** The list, where it holds nothing but units. */
function onlyUnits(text: string): readonly string[] {
  const units = split(text);
  return units.length > 0 && units.every(isMeasure) ? units : [];
}

/** Units that titles list: `单位：人、万元`, `单位 元`, `情况表（元）`, `（元）` alone, or `单位：` with `元` in the next cell. */
export function unitsIn(titles: readonly string[]): readonly string[] {
  return titles.flatMap((title, at) => {
    const folded = foldName(title);
    const said = saidIn(folded);
    if (said.length > 0) return said;
    if (label.test(folded)) return onlyUnits(foldName(titles[at + 1] ?? ''));
    const inside = /\(([^()]+)\)$/.exec(folded)?.[1];
    return inside === undefined ? [] : onlyUnits(inside);
  });
}

/** Units that notes below a table state: only where they speak of units. */
function unitsInNotes(notes: readonly string[]): readonly string[] {
  return notes.flatMap((note) => saidIn(foldName(note)));
}

/** `单位：人` over a sheet is said of all its tables; `随迁子女人数（万人）` over one is said of that one alone. */
function labelledUnits(titles: readonly string[]): readonly string[] {
  return titles.flatMap((title) => saidIn(foldName(title)));
}

/** Units that the texts around a table list: its own above and below, else those that hold for the tables below too. */
export function statedUnits(draft: Draft): readonly string[] {
  const own = [...unitsIn(draft.titles), ...unitsInNotes(draft.notes)];
  return own.length > 0 ? [...new Set(own)] : saidAbove({ titles: [], inherited: draft.inherited }, labelledUnits);
}

function saidIn(folded: string): readonly string[] {
  const listed = labelled.exec(folded)?.[1];
  if (listed !== undefined) return split(listed);
  const bare = unlabelled.exec(folded.replace(/\)$/, ''))?.[1] ?? spoken.exec(folded)?.[1];
  return bare === undefined ? [] : onlyUnits(bare);
}
