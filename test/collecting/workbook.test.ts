import { read } from '@e965/xlsx';
import { readXlsx } from 'hucre';
import { expect, test } from 'vitest';
import { writeForm } from '../../electron/core/collecting/write-form.ts';
import type { Observation } from '../../shared/figures/catalogue.ts';
import { checkPackage } from '../support/ooxml/check-package.ts';
import { openPackage } from '../support/ooxml/open-docx.ts';
import { validateSchemas, whyNoSchemas } from '../support/ooxml/validate-schemas.ts';
import { formOf, indicators } from './collecting-fixture.ts';

const lastYear = (id: number): Observation['cell'] | undefined =>
  id === 1 ? { kind: 'value', decimal: '120' } : { kind: 'missing', reason: '无此项' };

async function sheetXml(): Promise<string> {
  return openPackage(await writeForm(formOf({ lastYear: true }), lastYear)).text('xl/worksheets/sheet1.xml');
}

function cell(xml: string, address: string): string {
  return new RegExp(`<c r="${address}"[^>]*?(?:/>|>.*?</c>)`).exec(xml)?.[0] ?? '';
}

test('equal forms give equal bytes', async () => {
  const [one, other] = [await writeForm(formOf(), lastYear), await writeForm(formOf(), lastYear)];
  expect(Buffer.compare(one, other)).toBe(0);
});

test('the sheet is locked without a password, and only what is asked is open', async () => {
  const form = formOf({ lastYear: true });
  const file = openPackage(await writeForm(form, lastYear));
  const xml = file.text('xl/worksheets/sheet1.xml');
  expect(xml).toMatch(/<sheetProtection [^>]*sheet="1"/);
  expect(xml).not.toMatch(/hashValue|password=/);
  const styles = [...file.text('xl/styles.xml').matchAll(/<xf [^>]*?(?:\/>|>.*?<\/xf>)/g)].map(([style]) => style);
  const cellStyles = styles.slice(
    styles.length - [...(file.text('xl/styles.xml').split('<cellXfs')[1]?.matchAll(/<xf /g) ?? [])].length,
  );
  const isOpen = (address: string) => {
    const style = Number(/ s="(\d+)"/.exec(cell(xml, address))?.[1]);
    return /locked="0"/.test(cellStyles[style] ?? '');
  };
  expect(['C8', 'E9', 'Q9'].map(isOpen)).toEqual([true, true, true]);
  expect(['A1', 'A8', 'B8', 'O8', 'R9', 'C7'].map(isOpen)).toEqual([false, false, false, false, false, false]);
});

test('validations are one range a column, none overlaps another, and “—” passes', async () => {
  const xml = await sheetXml();
  const ranges = [...xml.matchAll(/<dataValidation [^>]*sqref="([^"]+)"/g)].map(([, range]) => range);
  expect(ranges).toEqual(['C8:C9', 'E8:E9', 'G8:G9', 'I8:I9', 'K8:K9', 'M8:M9', 'Q8:Q9']);
  expect(xml).toContain('IF(ISNUMBER(C8),AND(C8&gt;=0,C8=INT(C8)),C8=&quot;—&quot;)');
  const titles = [...xml.matchAll(/(?:promptTitle|errorTitle)="([^"]*)"/g)].map(([, title = '']) => title.length);
  expect(Math.max(...titles)).toBeLessThanOrEqual(32);
});

test('every rule that a sheet can watch turns its figures red', async () => {
  const xml = await sheetXml();
  const formats = [...xml.matchAll(/<conditionalFormatting sqref="([^"]+)">.*?priority="(\d+)"/g)];
  expect(formats.map(([, range]) => range)).toEqual([
    'C8:C9 E8:E9 I8:I9',
    'G8:G9 E8:E9',
    'K8:K9 M8:M9',
    'Q8:Q9',
    'Q8:Q9',
  ]);
  expect(new Set(formats.map(([, , priority]) => priority)).size).toBe(formats.length);
});

test('formulas hold what they give while nothing is filled in, and none is new to old programs', async () => {
  const xml = await sheetXml();
  expect(cell(xml, 'O8')).toMatch(/t="str"><f>IF\(COUNT\(.*<\/f><v><\/v><\/c>/);
  expect(cell(xml, 'R8')).toMatch(/t="str"><f>IF\(/);
  expect(xml).not.toMatch(/_xlfn|_xlws|XLOOKUP|LET\(/);
  expect(xml).not.toMatch(/t="array"|externalReference/);
});

test('a name that begins like a formula is text', async () => {
  const xml = await sheetXml();
  expect(cell(xml, 'A9')).toMatch(/t="s"/);
  expect(cell(xml, 'A9')).not.toContain('<f>');
});

test('two other readers see the same texts and figures, and the marks stay hidden', async () => {
  const bytes = await writeForm(formOf({ lastYear: true }), lastYear);
  const sheetJs = read(bytes, { type: 'array' });
  expect(sheetJs.SheetNames).toEqual(['填报表', '_meta']);
  expect(sheetJs.Workbook?.Sheets?.map(({ Hidden }) => Hidden)).toEqual([0, 2]);
  const sheet = sheetJs.Sheets.填报表;
  expect(['A1', 'A2', 'B4', 'B5', 'A9', 'D8'].map((address) => sheet?.[address]?.v)).toEqual([
    '学生情况收集表（示例）',
    '填报单位：东河县　　　填报期：2024年',
    '学生甲数',
    '计（人）',
    '=东河县实验学校',
    '—',
  ]);
  expect(sheet?.B8?.v).toBe(120);
  const hucre = await readXlsx(bytes);
  const rows = hucre.sheets[0]?.rows ?? [];
  expect([rows[0]?.[0], rows[7]?.[1], rows[8]?.[0]]).toEqual(['学生情况收集表（示例）', 120, '=东河县实验学校']);
});

test('a form of more than a hundred figures prints on pages side by side under repeated headings', async () => {
  const [first] = indicators;
  if (!first) throw new Error('no indicators');
  const many = Array.from({ length: 110 }, (_, index) => ({
    ...first,
    id: 100 + index,
    code: `m${index}`,
    name: `指标${index}`,
  }));
  const xml = openPackage(await writeForm(formOf({ indicators: many }), () => undefined));
  const sheet = xml.text('xl/worksheets/sheet1.xml');
  expect(sheet).toMatch(/<pageSetup [^>]*orientation="landscape"/);
  expect(Number(/fitToWidth="(\d+)"/.exec(sheet)?.[1])).toBeGreaterThan(4);
  expect(sheet).toMatch(/fitToHeight="0"/);
  expect(xml.text('xl/workbook.xml')).toContain('$A:$A');
});

test('the package is whole', async () => {
  expect(checkPackage(openPackage(await writeForm(formOf({ lastYear: true }), lastYear)))).toEqual([]);
});

const noSchemas = whyNoSchemas();
/**
 * Excel writes both itself: xml:space stands in no type of the schema for texts, and the type of the dates is Dublin
 * Core's own, which the stub for it lacks.
 */
const known = /XML\/1998\/namespace\}space|W3CDTF|fails to validate$/;
const schemasLabel = noSchemas === null ? '' : `: ${noSchemas}`;

test.skipIf(noSchemas !== null)(`the parts follow their schemas${schemasLabel}`, async () => {
  const complaints = await validateSchemas(await writeForm(formOf({ lastYear: true }), lastYear));
  expect(complaints.filter((complaint) => !known.test(complaint))).toEqual([]);
});
