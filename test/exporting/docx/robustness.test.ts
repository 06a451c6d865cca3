import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { legalText } from '../../../electron/core/exporting/docx/xml.ts';
import type { PrintedBlock, PrintedChart } from '../../../shared/report/printed.ts';
import { openPackage } from '../../support/ooxml/open-docx.ts';
import { findAll } from '../../support/ooxml/parse-xml.ts';
import { validateSchemas, whyNoSchemas } from '../../support/ooxml/validate-schemas.ts';
import { body, cell, figure, fixtureCharts, heading, words } from '../../support/printed-fixture.ts';
import { bodyOf, shownText, writeBlocks } from './printed-parts.ts';

const noSchemas = whyNoSchemas();
const dirty = 'A\u0000B\u0007C\u000BD\uFFFEE\uFFFFF\u2060G\u0085H';

test('characters that Word refuses are left out, half a pair becomes the replacement character', () => {
  expect(legalText(dirty)).toBe('ABCDEFGH');
  expect(legalText('a\uD800b')).toBe('a\uFFFDb');
  expect(legalText('a\r\nb\rc')).toBe('a\nb\nc');
});

test('marks of XML in the text are text', async () => {
  const [paragraph] = await bodyOf([body(words('<w:p> & "甲" </w:t>'))]);
  expect(paragraph && shownText(paragraph)).toBe('<w:p> & "甲" </w:t>');
});

test('rare characters of names come through', async () => {
  const names = '喆堃昇玥赟镕犇䶮\u{20BB7}〇';
  const [paragraph] = await bodyOf([body(words(names))]);
  expect(paragraph && shownText(paragraph)).toBe(names);
});

test('an empty document is a page with one empty line', async () => {
  expect((await bodyOf([])).map(shownText)).toEqual(['']);
});

function documents(): readonly (readonly [string, readonly PrintedBlock[]])[] {
  const [chart] = fixtureCharts;
  if (chart === undefined) throw new Error('no fixture');
  const rows = Array.from({ length: 300 }, (_, index) => ({
    role: index === 0 ? ('header' as const) : ('body' as const),
    cells: [cell(words(`第${index}校`)), cell(figure(`row${index}`, String(index * 7)), true)],
  }));
  return [
    ['nothing', []],
    ['only page breaks', [{ kind: 'pageBreak' }, { kind: 'pageBreak' }]],
    ['empty runs', [{ kind: 'title', runs: [] }, body(), heading(2, 1), { kind: 'note', text: '' }]],
    ['a signature alone', [{ kind: 'signature', organisation: [], date: [] }]],
    ['a table of 300 rows', [{ kind: 'table', id: 't', caption: '表1', unit: '人', rows }]],
    ['a paragraph of 1,500 characters', [body(words('民生'.repeat(750)))]],
    ['one figure printed 200 times', [body(...Array.from({ length: 200 }, () => figure('same', '12所')))]],
    [
      'dirty text everywhere',
      [
        { kind: 'title', runs: [words(dirty)] },
        body(figure(dirty, dirty)),
        { kind: 'table', id: 't', caption: dirty, unit: dirty, rows: [{ role: 'body', cells: [cell(words(dirty))] }] },
        {
          kind: 'chart',
          chart: {
            ...chart,
            caption: dirty,
            unit: dirty,
            categories: chart.categories.map((name) => dirty + name),
            series: chart.series.map((series) => ({ ...series, name: dirty })),
          },
        },
        { kind: 'note', text: dirty },
      ],
    ],
  ];
}

const oddities: readonly (readonly [string, Partial<PrintedChart>])[] = [
  [
    'nameless series and categories',
    { categories: ['', '\u0001'], series: [{ name: '', points: [point('1'), point('2')] }] },
  ],
  ['years as categories', { categories: ['2020', '2021'] }],
  ['two series of one name', { series: [1, 2].map(() => ({ name: '示例', points: [point('1')] })) }],
  ['more points than categories', { series: [{ name: '示例', points: Array.from({ length: 9 }, () => point('1')) }] }],
  ['300 categories', { categories: Array.from({ length: 300 }, (_, index) => `第${index}校`) }],
  [
    '300 series',
    { series: Array.from({ length: 300 }, (_, index) => ({ name: `第${index}校`, points: [point('1')] })) },
  ],
];

function point(decimal: string): PrintedChart['series'][number]['points'][number] {
  return { figureId: 'p', decimal, text: decimal };
}

test.each(oddities)('a chart of %s makes a sound Word file in every kind', async (_name, oddity) => {
  const blocks = fixtureCharts.map((chart): PrintedBlock => ({ kind: 'chart', chart: { ...chart, ...oddity } }));
  expect((await writeBlocks(blocks)).length).toBeGreaterThan(0);
});

test('whatever the text, the Word file is sound and says the same', async () => {
  const anyText = fc.string({ unit: 'binary', maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(anyText, anyText, async (text, id) => {
      const [paragraph] = await bodyOf([body(words(text), figure(id, text)), { kind: 'note', text }]);
      const shown = legalText(text).replaceAll('\t', '');
      expect(paragraph && shownText(paragraph)).toBe(shown + shown);
    }),
    { numRuns: 100 },
  );
});

describe.each(documents())('%s', (_name, blocks) => {
  test('makes a sound Word file', async () => {
    const document = openPackage(await writeBlocks(blocks)).xml('word/document.xml');
    expect(findAll(document, 'w:sectPr')).toHaveLength(1);
  });

  test.skipIf(noSchemas !== null)(`follows the schemas (${noSchemas ?? 'ISO/IEC 29500'})`, async () => {
    expect(await validateSchemas(await writeBlocks(blocks))).toEqual([]);
  });
});
