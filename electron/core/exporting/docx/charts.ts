import { chartLines, unitNote } from '../../../../shared/chart/chart-space.ts';
import { isDrawable } from '../../../../shared/chart/drawn-kind.ts';
import type { PrintedChart } from '../../../../shared/report/printed.ts';
import { writeCaption } from './captions.ts';
import type { BlockPlace, DocumentContext } from './context.ts';
import { emuPerTwip, textHeightTwips, textWidthTwips } from './measures.ts';
import { writeParagraph, writeStyled } from './paragraphs.ts';
import { plainRun } from './runs.ts';
import { styleIds } from './styles.ts';
import { element, relationshipNamespace } from './xml.ts';

const drawingNamespace = 'http://schemas.openxmlformats.org/drawingml/2006/main';
const chartNamespace = 'http://schemas.openxmlformats.org/drawingml/2006/chart';

/** What a screen reader says of the chart. */
function describe(chart: PrintedChart): string {
  const series = chart.series.map(({ name, points }) => {
    const pairs = chart.categories.map((category, index) => `${category}${points[index]?.text ?? ''}`);
    return `${name}：${pairs.join('，')}`;
  });
  return `${chart.caption}。${series.join('；')}。`;
}

/** The chart as a picture in the line; its width is the type area's. */
function writeDrawing(context: DocumentContext, chart: PrintedChart, place: BlockPlace): string {
  const { layout } = context;
  const drawing = context.nextDrawing();
  const linesPerPage = Math.floor(textHeightTwips(layout, place.landscape) / layout.linePitchTwips);
  const graphicData = element('a:graphicData', { uri: chartNamespace }, [
    element('c:chart', {
      'xmlns:c': chartNamespace,
      'xmlns:r': relationshipNamespace,
      'r:id': context.relations.chart(place.chartNumber),
    }),
  ]);
  const inline = element('wp:inline', { distT: 0, distB: 0, distL: 0, distR: 0 }, [
    element('wp:extent', {
      cx: textWidthTwips(layout, place.landscape) * emuPerTwip,
      cy: chartLines(chart, layout.linePitchTwips / 20, linesPerPage) * layout.linePitchTwips * emuPerTwip,
    }),
    element('wp:docPr', { id: drawing, name: `图表 ${drawing}`, descr: describe(chart) }),
    element('wp:cNvGraphicFramePr'),
    element('a:graphic', { 'xmlns:a': drawingNamespace }, [graphicData]),
  ]);
  return element('w:r', {}, [element('w:rPr', {}, [element('w:noProof')]), element('w:drawing', {}, [inline])]);
}

/** A chart, its unit above and its caption below. */
export function writeChart(context: DocumentContext, place: BlockPlace, chart: PrintedChart): string {
  const caption = (pageBreakBefore: boolean): string =>
    writeCaption(context, { style: styleIds.chartCaption, pageBreakBefore, keepNext: place.beforeNote }, chart);
  if (!isDrawable(chart)) return caption(place.pageBreakBefore);
  const note = unitNote(chart);
  const unit =
    note === null
      ? ''
      : writeStyled(context, { style: styleIds.tableUnit, font: 'body', pageBreakBefore: place.pageBreakBefore }, [
          plainRun(note),
        ]);
  const drawing = writeParagraph({ style: styleIds.chart, pageBreakBefore: place.pageBreakBefore && note === null }, [
    writeDrawing(context, chart, place),
  ]);
  return unit + drawing + caption(false);
}
