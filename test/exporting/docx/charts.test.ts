import { expect, test } from 'vitest';
import type { PrintedBlock, PrintedChart } from '../../../shared/report/printed.ts';
import { type OpenedPackage, openPackage } from '../../support/ooxml/open-docx.ts';
import { findAll } from '../../support/ooxml/parse-xml.ts';
import { comboChart, fixtureCharts } from '../../support/printed-fixture.ts';
import { bodyOf, propertyOf, shownText, writeBlocks } from './printed-parts.ts';

function block(chart: PrintedChart): PrintedBlock {
  return { kind: 'chart', chart };
}

async function open(charts: readonly PrintedChart[]): Promise<OpenedPackage> {
  return openPackage(await writeBlocks(charts.map(block)));
}

const [column, , line] = fixtureCharts;

function withPoints(chart: PrintedChart, points: readonly (readonly [string | null, string])[]): PrintedChart {
  return {
    ...chart,
    categories: points.map((_, index) => `第${index + 1}项`),
    series: [
      {
        name: '示例（虚构）',
        points: points.map(([decimal, text], index) => ({ figureId: `p${index}`, decimal, text })),
      },
    ],
  };
}

test('each kind is drawn natively, with its workbook', async () => {
  const file = await open(fixtureCharts);
  const kinds = [1, 2, 3, 4].map((number) => {
    const xml = file.text(`word/charts/chart${number}.xml`);
    return /<c:(\w+Chart)>(?:<c:barDir val="(\w+)"\/>)?/.exec(xml)?.slice(1).join(' ').trim();
  });
  expect(kinds).toEqual(['barChart col', 'barChart bar', 'lineChart', 'pieChart']);
  expect(file.names.filter((name) => name.endsWith('.xlsx'))).toHaveLength(4);
});

test('percentages are written as such in the labels, the cache and the workbook, and the scale begins at zero', async () => {
  const file = await open(fixtureCharts.slice(0, 1));
  const xml = file.text('word/charts/chart1.xml');
  expect(xml).toContain('<c:formatCode>0.00&quot;%&quot;</c:formatCode>');
  expect(xml).toContain('<c:numFmt formatCode="0.00&quot;%&quot;" sourceLinked="0"/>');
  expect(xml).toContain('<c:min val="0"/>');
  const workbook = openPackage(file.content('word/embeddings/Microsoft_Excel_Worksheet1.xlsx'));
  expect(workbook.text('xl/styles.xml')).toContain('formatCode="0.00&quot;%&quot;"');
  expect(workbook.text('xl/worksheets/sheet1.xml')).toContain('<c r="B2" s="1"><v>81.51</v></c>');
});

test('the chart’s text follows the theme’s Chinese font', async () => {
  const file = await open(fixtureCharts.slice(0, 1));
  expect(file.text('word/theme/theme1.xml')).toMatch(
    /<a:minorFont><a:latin typeface="宋体"[^>]*\/><a:ea typeface="宋体"/,
  );
  expect(file.text('word/charts/chart1.xml')).not.toContain('en-US');
});

test('the caption stands below the chart, the unit of counts above it', async () => {
  const paragraphs = await bodyOf(line === undefined ? [] : [block(line)]);
  expect(paragraphs.map((paragraph) => propertyOf(paragraph, 'w:pStyle'))).toEqual([
    'TableUnit',
    'Chart',
    'ChartCaption',
  ]);
  expect(paragraphs.map(shownText)).toEqual(['单位：人', '', '图3 2018—2021年随迁子女就读人数']);
  const description = paragraphs.flatMap((paragraph) => findAll(paragraph, 'wp:docPr'))[0]?.attributes.get('descr');
  expect(description).toContain('2018年33120人');
});

test('a value with more decimals than the chart shows its own text, a missing one nothing', async () => {
  const chart =
    column &&
    withPoints({ ...column, decimals: 1 }, [
      ['81.5', '81.5%'],
      ['99.96', '99.96%'],
      [null, '—'],
    ]);
  const xml = (await open(chart === undefined ? [] : [chart])).text('word/charts/chart1.xml');
  expect(xml.match(/<a:t>[^<]*<\/a:t>/g)).toEqual(['<a:t>99.96%</a:t>']);
  expect(xml).toContain(
    '<c:ptCount val="3"/><c:pt idx="0"><c:v>81.5</c:v></c:pt><c:pt idx="1"><c:v>99.96</c:v></c:pt></c:numCache>',
  );
});

test('the chart looks as in the PDF: palette, outlines, bars of two thirds, upright labels where they would touch', async () => {
  const series = column?.series[0];
  if (column === undefined || series === undefined) throw new Error('no fixture');
  const pair = { ...column, series: [series, { ...series, name: '上年' }] };
  const file = await open([column, pair]);
  const fillsOf = (xml: string): readonly (string | undefined)[] =>
    [...xml.matchAll(/<c:spPr><a:solidFill><a:srgbClr val="(\w+)"\/><\/a:solidFill><a:ln w="6350"/g)].map(
      ([, fill]) => fill,
    );
  const [one, two] = [file.text('word/charts/chart1.xml'), file.text('word/charts/chart2.xml')];
  expect(fillsOf(one)).toEqual(['2F5B8F', 'B9D0EA'].slice(0, column.series.length));
  expect(fillsOf(two)).toEqual(['2F5B8F', 'B9D0EA']);
  expect(two).toContain('<c:gapWidth val="103"/>');
  expect(two).toContain('<a:bodyPr rot="-5400000"');
  const single = await open([{ ...column, series: [series] }]);
  expect(single.text('word/charts/chart1.xml')).not.toContain('rot="-5400000"');
});

test('slices are told by shade, outline and a label of name and value', async () => {
  const pie = fixtureCharts.find(({ kind }) => kind === '饼图');
  const xml = (await open(pie === undefined ? [] : [pie])).text('word/charts/chart1.xml');
  expect([...xml.matchAll(/<c:dPt>.*?srgbClr val="(\w+)".*?<\/c:dPt>/g)].map(([, fill]) => fill).slice(0, 2)).toEqual([
    '2F5B8F',
    'B9D0EA',
  ]);
  expect(xml).toContain('<c:separator>\n</c:separator>');
});

test('lines are told by their marks and dashes', async () => {
  if (line === undefined) throw new Error('no fixture');
  const [first] = line.series;
  const twice = first === undefined ? [] : [first, { ...first, name: '其他' }];
  const xml = (await open([{ ...line, series: twice }])).text('word/charts/chart1.xml');
  expect([...xml.matchAll(/<c:symbol val="(\w+)"/g)].map(([, symbol]) => symbol)).toEqual(['circle', 'square']);
  expect(xml).toContain('<a:prstDash val="dash"/>');
});

test('where two lines cross, the lower one of each place has its label below and the upper one above', async () => {
  if (line === undefined) throw new Error('no fixture');
  const point = (decimal: string) => ({ figureId: `p${decimal}`, decimal, text: `${decimal}人` });
  // 25.5 has more decimals than the chart prints, hence a text of its own.
  const series = [
    { name: '小学', points: [point('10'), point('30'), point('12.5')] },
    { name: '初中', points: [point('20'), point('14'), point('25.5')] },
  ];
  const chart = { ...line, categories: ['甲', '乙', '丙'], series };
  const xml = (await open([chart])).text('word/charts/chart1.xml');
  const positions = [...xml.matchAll(/<c:ser>.*?<c:dLbls>(.*?)<\/c:dLbls>.*?<\/c:ser>/gs)].map(([, labels = '']) => {
    const rest = /<c:dLblPos val="(\w)"/.exec(labels.replaceAll(/<c:dLbl>.*?<\/c:dLbl>/gs, ''))?.[1];
    const own = new Map(
      [...labels.matchAll(/<c:dLbl><c:idx val="(\d+)"\/>.*?<c:dLblPos val="(\w)"\/>.*?<\/c:dLbl>/gs)].map(
        ([, at, place]) => [Number(at), place],
      ),
    );
    return [0, 1, 2].map((at) => own.get(at) ?? rest);
  });
  expect(positions).toEqual([
    ['b', 't', 'b'],
    ['t', 'b', 't'],
  ]);
  expect(xml).toContain('25.5人');
});

test('values below zero get a scale that shows them', async () => {
  const chart =
    column &&
    withPoints(column, [
      ['-3.20', '-3.20%'],
      ['1.10', '1.10%'],
    ]);
  expect((await open(chart === undefined ? [] : [chart])).text('word/charts/chart1.xml')).not.toContain('<c:min ');
});

test('a pie of values below zero is drawn as columns', async () => {
  const chart =
    column &&
    withPoints({ ...column, kind: '饼图' }, [
      ['-3.20', '-3.20%'],
      ['1.10', '1.10%'],
    ]);
  expect((await open(chart === undefined ? [] : [chart])).text('word/charts/chart1.xml')).toContain(
    '<c:barDir val="col"/>',
  );
});

test('one chart shown twice is two charts, each with its part', async () => {
  const [first] = fixtureCharts;
  const file = await open(first === undefined ? [] : [first, first]);
  const used = findAll(file.xml('word/document.xml'), 'c:chart').map(({ attributes }) => attributes.get('r:id'));
  expect(new Set(used).size).toBe(2);
});

test('a chart with nothing to draw leaves its caption alone, and the next chart its own data', async () => {
  const empty = column && withPoints(column, [[null, '—']]);
  const none = column && { ...column, categories: [], series: [] };
  if (empty === undefined || none === undefined || line === undefined) throw new Error('no fixture');
  const file = await open([empty, none, line]);
  expect(file.names.filter((name) => name.startsWith('word/charts/chart'))).toEqual(['word/charts/chart1.xml']);
  expect(file.text('word/charts/chart1.xml')).toContain('随迁子女人数');
});

test('a 组合图 is native columns and a line by a second axis, each with the number format of its series', async () => {
  const file = await open([comboChart]);
  const xml = file.text('word/charts/chart1.xml');
  const [, bars = '', lines = ''] =
    /<c:barChart>(.*?)<\/c:barChart>.*<c:lineChart>(.*?)<\/c:lineChart>/s.exec(xml) ?? [];
  expect(bars).toContain('<c:formatCode>0</c:formatCode>');
  expect(lines).toContain('<c:formatCode>0.00&quot;%&quot;</c:formatCode>');
  const axes = [...bars.matchAll(/<c:axId val="(\d+)"/g), ...lines.matchAll(/<c:axId val="(\d+)"/g)];
  expect(new Set(axes.map(([, id]) => id)).size).toBe(4);
  expect(xml).toMatch(/<c:max val="40000"\/>/);
  const workbook = openPackage(file.content('word/embeddings/Microsoft_Excel_Worksheet1.xlsx'));
  expect(workbook.text('xl/worksheets/sheet1.xml')).toContain('<c r="B2" s="1"><v>21560</v></c>');
  expect(workbook.text('xl/worksheets/sheet1.xml')).toContain('<c r="C2" s="2"><v>79.13</v></c>');
  expect(workbook.text('xl/styles.xml')).toContain('numFmtId="165" formatCode="0.00&quot;%&quot;"');
});
