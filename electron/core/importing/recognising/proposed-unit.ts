import { foldName } from '../../../../shared/reading/fold-name.ts';
import { shiftBetween } from '../staging/unit-scale.ts';
import { isUnitWord } from './stated-units.ts';

/** What speaks of the unit of an indicator that the catalogue lacks, the nearest first; null or empty where it is silent. */
export interface UnitEvidence {
  /** In brackets behind the heading, in a row of units below it, or in a unit column. */
  readonly heading: string | null;
  /** Behind the figures themselves. */
  readonly figures: string | null;
  /** Of the indicator that it is a part of. */
  readonly whole: string | null;
  /** Units that the titles list. */
  readonly titles: readonly string[];
  /** Units of the catalogue, folded. */
  readonly catalogue: ReadonlySet<string>;
}

/** Words that counted things end with, and what they are counted in. */
const countedIn: readonly (readonly [RegExp, string])[] = [
  [/(比例|比重|占比|百分比|覆盖面|率)$/, '%'],
  [/人次数?$/, '人次'],
  [/(人数|人口|人口数|(生|员|师|童|儿|工|者|子女)数|[学男女]生|寄宿生|教师|儿童|幼儿|教职工)$/, '人'],
  [/((学校|小学|中学|院校|园|园所|所|校|教学点)数)$/, '所'],
  [/(班|班级|个|机构|单位|项目|学位|基地|社团|考点|座位)数$/, '个'],
  [/户数$/, '户'],
  [/(册|藏书)数$/, '册'],
  [/(台|计算机|电脑)数$/, '台'],
  [/(辆|校车)数$/, '辆'],
  [/(间|教室)数$/, '间'],
  [/套数$/, '套'],
  [/件数$/, '件'],
  [/次数$/, '次'],
  [/份数$/, '份'],
];

const money = /(金额|经费|资金|支出|收入|费用|补助|投入|拨款|款|额)$/;
const area = /面积$/;

/** The unit to propose: as stated, else the one that what is counted is usually told in; empty where nothing says it. */
export function proposedUnit(name: string, { heading, figures, whole, titles, catalogue }: UnitEvidence): string {
  const folded = foldName(name);
  const usual = usualUnit(folded);
  const stated = [heading, figures].find((unit) => unit !== null && isUnitWord(unit, catalogue));
  return stated ?? whole ?? ofTitles(folded, titles, usual) ?? usual ?? '';
}

/** What is counted so is usually told in this unit; null where the name does not say. */
export function usualUnit(name: string): string | null {
  return countedIn.find(([ending]) => ending.test(name))?.[1] ?? null;
}

/** Of the units that the titles list the one that fits what is counted; a single one unless it cannot be meant. */
function ofTitles(name: string, titles: readonly string[], usual: string | null): string | null {
  const spoken = titles.find((unit) => name.includes(unit));
  const fitting = usual === null ? undefined : titles.find((unit) => shiftBetween(unit, usual) !== null);
  const ofKind = titles.find((unit) => (money.test(name) && unit.endsWith('元')) || (area.test(name) && isArea(unit)));
  const only = titles.length === 1 && usual === null ? titles[0] : undefined;
  return spoken ?? fitting ?? ofKind ?? only ?? null;
}

function isArea(unit: string): boolean {
  return /(平方米|平方公里|公顷|亩|㎡|m2)$/.test(unit);
}
