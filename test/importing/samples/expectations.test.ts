import { Fraction } from 'fraction.js';
import { expect, test } from 'vitest';
import { ImportMapping } from '../../../electron/core/importing/mapping.ts';
import { cellsOfRange, type ExpectedImport, expandExpected, readExpected } from './read-expected.ts';

/** What the expectations claim must hold among themselves, before any program reads the files. */

const files = readExpected();

const nameless = ['unknown-region', 'unknown-indicator', 'asked', 'total', 'left-out'];

function valueAt({ cells }: ExpectedImport, reference: string): Fraction {
  return new Fraction(cells.find(({ cell }) => cell === reference)?.value ?? '0');
}

test.each(files)('$file: every figure stands once, and none of them is ignored', ({ cells, ignored }) => {
  const references = cells.map(({ cell }) => cell);
  expect(new Set(references).size).toBe(references.length);
  expect(references.filter((cell) => ignored.includes(cell))).toEqual([]);
  expect(cells.length).toBeGreaterThan(0);
});

test.each(files)('$file: what lands is of a region, an indicator and a period that exist', ({ cells, context }) => {
  const regions = new Set(context.regions.map(({ name }) => name));
  const indicators = new Set(context.indicators.map(({ name }) => name));
  const strange = cells
    .filter(({ status }) => !nameless.includes(status))
    .filter(({ region, indicator, period }) => !(regions.has(region) && indicators.has(indicator) && period !== ''));
  expect(strange).toEqual([]);
});

test.each(files)('$file: a value fits the decimals of its indicator', ({ cells, context }) => {
  const scales = new Map(context.indicators.map(({ name, scale }) => [name, scale]));
  const tooLong = cells.filter(
    ({ indicator, value }) => (value?.split('.')[1]?.length ?? 0) > (scales.get(indicator) ?? 6),
  );
  expect(tooLong).toEqual([]);
});

test.each(files)('$file: no figure lands twice', ({ cells }) => {
  const landing = cells
    .filter(({ status }) => status === 'new')
    .map(({ region, indicator, period }) => `${region} ${indicator} ${period}`);
  expect(new Set(landing).size).toBe(landing.length);
});

test.each(files)('$file: the person answers at most one question, and one that is asked', (file) => {
  const answered = Object.keys(file.corrections);
  expect(answered.length).toBeLessThanOrEqual(1);
  expect(file.questions).toEqual(expect.arrayContaining(answered));
  expect(() => ImportMapping.parse({ answers: file.corrections, headers: {}, sheets: {} })).not.toThrow();
});

test.each(files)('$file: what waits is waited for by a question that nobody answered', (file) => {
  const open = file.questions.filter((id) => !(id in file.corrections));
  const waiting = file.cells.some(({ status }) => ['asked', 'unknown-region', 'unknown-indicator'].includes(status));
  expect(waiting).toBe(open.length > 0);
});

test.each(files)('$file: a total that differs is asked, one that agrees is not', (file) => {
  for (const { cell, stated, sum } of file.totals) {
    expect([cell, file.questions.includes(`total:${cell}`)]).toEqual([cell, stated !== sum]);
    expect([cell, valueAt(file, cell).toString()]).toEqual([cell, stated]);
  }
});

const form = files.filter(({ file }) => file.startsWith('随迁子女') || file.startsWith('wps'));

test.each(form)('$file: both school stages make up the whole, in every county and in the city', (file) => {
  for (const row of [7, 9, 10, 11, 12, 13]) {
    const at = (letter: string) => valueAt(file, `随迁子女在校生!${letter}${row}`);
    expect(at('G').add(at('K'))).toEqual(at('D'));
  }
  for (const row of [9, 10, 11, 12, 13]) {
    const at = (letter: string) => valueAt(file, `随迁子女在校生!${letter}${row}`);
    expect(at('F').add(at('J'))).toEqual(at('C'));
    expect(at('D').add(at('E'))).toEqual(at('C'));
  }
});

test.each(form)('$file: the counties and what the catalogue lacks make up the city', (file) => {
  const sums = [['C', '80605', '1203'] as const, ['D', '65097', '980'] as const];
  for (const [letter, city, ofTheCity] of sums) {
    const counties = [9, 10, 11, 12, 13].map((row) => valueAt(file, `随迁子女在校生!${letter}${row}`));
    const sum = counties.reduce((total, county) => total.add(county), new Fraction(ofTheCity));
    expect(sum.toString()).toBe(city);
    expect(valueAt(file, `随迁子女在校生!${letter}7`).toString()).toBe(city);
  }
});

test('every kind of sample has its expectations', () => {
  const kinds = Object.groupBy(files, ({ file }) => file.split('.').at(-1) ?? '');
  expect(Object.entries(kinds).map(([kind, of = []]) => `${of.length} ${kind}`)).toEqual(
    expect.arrayContaining(['5 csv', '1 et', '1 ods', '1 txt', '8 xls', '2 xlsx']),
  );
  expect(form.length).toBe(3);
});

test('a range is spread out row by row', () => {
  expect(cellsOfRange('表!B2:C3')).toEqual(['表!B2', '表!C2', '表!B3', '表!C3']);
  expect(cellsOfRange('D4')).toEqual(['D4']);
});

test('an expectation that contradicts itself is refused', () => {
  const context = { home: null };
  const block = { columns: { B: {} }, rows: { 2: {} } };
  const write = (cells: Record<string, string>) => () =>
    expandExpected({ file: '表.csv', context, blocks: [{ ...block, cells }] });
  expect(write({ 2: '1 2' })).toThrow('row 2 has 2 words for 1 columns');
  expect(write({ 2: '1', 3: '1' })).toThrow('rows without a name: 3');
  expect(write({ 2: '一' })).toThrow('“一” is no figure');
});
