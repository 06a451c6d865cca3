import { Document, Packer, Paragraph } from 'docx';
import { ChartRun } from 'docx/charts';
import { strFromU8, strToU8 } from 'fflate';
import type { Layout } from '../../../../shared/gongwen/layout.ts';
import type { PrintedChart } from '../../../../shared/report/printed.ts';
import { readZip, writeZip } from '../zip/canonical-zip.ts';
import { chartOptions, numberFormat } from './chart-options.ts';
import type { PackagePart } from './open-package.ts';
import { replaceEach, restyleChart } from './restyle-chart.ts';
import { element } from './xml.ts';

const themePath = 'word/theme/theme1.xml';
const packageRelationship = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/package';

/**
 * The library writes native charts, their workbooks and the theme; it numbers charts in the order of the document. Ids
 * that it draws by chance do not leave this file.
 */
async function packCharts(layout: Layout, charts: readonly PrintedChart[]): Promise<ReadonlyMap<string, Uint8Array>> {
  const { song, hei } = layout.fontNames;
  const document = new Document({
    theme: { fonts: { headings: { latin: hei, eastAsia: hei }, body: { latin: song, eastAsia: song } } },
    sections: [{ children: charts.map((chart) => new Paragraph({ children: [new ChartRun(chartOptions(chart))] })) }],
  });
  const packed = new Uint8Array(await Packer.toArrayBuffer(document));
  return new Map(readZip(packed).map(({ path, content }) => [path, content]));
}

function partOf(parts: ReadonlyMap<string, Uint8Array>, path: string): Uint8Array {
  const content = parts.get(path);
  if (content === undefined) throw new Error(`the chart library wrote no ${path}`);
  return content;
}

/** The cached numbers carry the format of the workbook's cells, so that Word keeps it when the data are edited. */
function finishChart(xml: string, formats: readonly string[]): string {
  const withFormat = xml.replaceAll(/<c:ser><c:idx val="(\d+)"\/>.*?<\/c:ser>/gs, (series, index: string) => {
    const escaped = (formats[Number(index)] ?? 'General').replaceAll('"', '&quot;');
    return replaceEach(
      series,
      /(?<=<c:numCache>)<c:formatCode>General<\/c:formatCode>/g,
      `<c:formatCode>${escaped}</c:formatCode>`,
    );
  });
  const inChinese = replaceEach(withFormat, /(?<=<c:lang val=|lang=)"en-US"/g, '"zh-CN"');
  return replaceEach(inChinese, /<c:externalData r:id="[^"]*">/g, '<c:externalData r:id="rId1">');
}

/** The first number format of a workbook's own; those below are built in (ECMA-376-1, 18.8.30). */
const firstOwnFormat = 164;

/** Which series stands in a column: the first in B. */
function seriesOfColumn(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0) - 2;
}

/** Gives the workbook's values the number format of their series; cell style 1 is the first format. */
function finishWorkbook(workbook: Uint8Array, formats: readonly string[]): Uint8Array {
  const distinct = [...new Set(formats)];
  const numFmt = element(
    'numFmts',
    { count: distinct.length },
    distinct.map((formatCode, at) => element('numFmt', { numFmtId: firstOwnFormat + at, formatCode })),
  );
  const look = { fontId: 0, fillId: 0, borderId: 0, xfId: 0, applyNumberFormat: 1 };
  const cellStyles = distinct.map((_, at) => element('xf', { numFmtId: firstOwnFormat + at, ...look }));
  const entries = readZip(workbook).map(({ path, content }) => {
    const xml = strFromU8(content);
    if (path === 'xl/styles.xml') {
      const withFormat = replaceEach(xml, /<fonts /g, `${numFmt}<fonts `);
      const withCells = replaceEach(withFormat, /<cellXfs count="1">/g, `<cellXfs count="${1 + distinct.length}">`);
      return { path, content: strToU8(replaceEach(withCells, /<\/cellXfs>/g, `${cellStyles.join('')}</cellXfs>`)) };
    }
    if (path === 'xl/worksheets/sheet1.xml') {
      const styled = xml.replaceAll(
        /<c r="([A-Z]+)(\d+)"><v>/g,
        (_, column: string, row: string) =>
          `<c r="${column}${row}" s="${1 + distinct.indexOf(formats[seriesOfColumn(column)] ?? '')}"><v>`,
      );
      return { path, content: strToU8(styled) };
    }
    return { path, content };
  });
  return writeZip(entries);
}

function chartPair(
  parts: ReadonlyMap<string, Uint8Array>,
  chart: PrintedChart,
  number: number,
): readonly [PackagePart, PackagePart] {
  const formats = chart.series.map((series) => numberFormat(chart, series));
  const workbookName = `Microsoft_Excel_Worksheet${number}.xlsx`;
  const chartPath = `word/charts/chart${number}.xml`;
  const workbookPath = `word/embeddings/${workbookName}`;
  return [
    {
      path: chartPath,
      contentType: 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml',
      content: strToU8(restyleChart(finishChart(strFromU8(partOf(parts, chartPath)), formats), chart)),
      relationships: [{ id: 'rId1', type: packageRelationship, target: `../embeddings/${workbookName}` }],
    },
    {
      path: workbookPath,
      contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      content: finishWorkbook(partOf(parts, workbookPath), formats),
      relationships: [],
    },
  ];
}

/** The chart parts and workbooks of a document, `word/charts/chart1.xml` first. */
export async function writeChartParts(
  layout: Layout,
  charts: readonly PrintedChart[],
): Promise<readonly PackagePart[]> {
  if (charts.length === 0) return [];
  const parts = await packCharts(layout, charts);
  return charts.flatMap((chart, index) => chartPair(parts, chart, index + 1));
}

/** `word/theme/theme1.xml`, whose Chinese fonts the charts' text follows. */
export async function writeTheme(layout: Layout): Promise<Uint8Array> {
  return partOf(await packCharts(layout, []), themePath);
}
