import type { Region, RegionLevel } from '../../../../../shared/figures/catalogue.ts';

/** What a code of GB/T 2260 (six digits) or of a 乡镇 (nine, or twelve with 000) says of its region. */
export interface CodeReading {
  readonly level: RegionLevel;
  /** Codes of what it may belong to, the nearest first. */
  readonly above: readonly string[];
}

export function readCode(code: string): CodeReading | null {
  const town = /^(\d{6})(?!000)\d{3}(?:000)?$/.exec(code);
  if (town) return { level: '乡', above: [town[1] ?? ''] };
  const match = /^(\d{2})(\d{2})?(\d{2})?$/.exec(code);
  if (!match) return null;
  const [, province = '', city = '00', county = '00'] = match;
  if (county !== '00') {
    // 90 stands for no city: such counties (省直辖县级行政区划) belong to the province.
    const above = city === '90' ? [] : [`${province}${city}00`];
    return { level: '县', above: [...above, `${province}0000`] };
  }
  return city === '00' ? { level: '省', above: [] } : { level: '市', above: [`${province}0000`] };
}

/** Codes with and without the closing zeros name the same region: 33, 3300, 330000. */
export function sameCode(one: string, other: string): boolean {
  return wholeCode(one) === wholeCode(other);
}

function wholeCode(code: string): string {
  return code.length < 6 && /^\d{2,5}$/.test(code) ? code.padEnd(6, '0') : code;
}

export function regionByCode(code: string, regions: readonly Region[]): Region | undefined {
  const wanted = wholeCode(code);
  return regions.find((region) => region.validTo === null && region.code !== null && wholeCode(region.code) === wanted);
}

const levelWords: Readonly<Record<string, RegionLevel>> = {
  省: '省',
  省级: '省',
  市: '市',
  市级: '市',
  地市: '市',
  地级: '市',
  地级市: '市',
  县: '县',
  县级: '县',
  区: '县',
  区县: '县',
  县区: '县',
  县级市: '县',
  乡: '乡',
  乡级: '乡',
  乡镇: '乡',
  镇: '乡',
  街道: '乡',
  学区: '乡',
  校: '校',
  校级: '校',
  学校: '校',
};

export function readLevel(text: string): RegionLevel | null {
  return Object.hasOwn(levelWords, text) ? (levelWords[text] ?? null) : null;
}
