import { gridColor, inkColor, thinLine } from '../../../../shared/chart/chart-look.ts';
import { drawnKind } from '../../../../shared/chart/drawn-kind.ts';
import { labelsBelow } from '../../../../shared/chart/line-option.ts';
import type { PrintedChart } from '../../../../shared/report/printed.ts';
import { hexOf, labelLook } from './chart-options.ts';

/** Puts one thing in the place of another; a library that writes something else must not pass unseen. */
export function replaceEach(xml: string, pattern: RegExp, replacement: string): string {
  const replaced = xml.replaceAll(pattern, () => replacement);
  if (replaced === xml) throw new Error(`nothing in the chart matches ${pattern.source}`);
  return replaced;
}

const emuPerPoint = 12_700;

function line(color: string): string {
  const fill = `<a:solidFill><a:srgbClr val="${hexOf(color)}"/></a:solidFill>`;
  return `<a:ln w="${thinLine * emuPerPoint}" cap="flat" cmpd="sng" algn="ctr">${fill}<a:round/></a:ln>`;
}

/** Outlines of bars and slices, whose lightest fills would not show on paper. */
const outlines =
  /(?<=<c:spPr><a:solidFill><a:srgbClr val="[0-9A-F]{6}"\/><\/a:solidFill>)<a:ln(?: w="19050")?>.*?<\/a:ln>(?=<a:effectLst\/>)/g;
const axisLines = /(?<=<c:tickLblPos val="nextTo"\/><c:spPr><a:noFill\/>)<a:ln.*?<\/a:ln>(?=<a:effectLst\/>)/g;
const gridLines = /(?<=<c:majorGridlines><c:spPr>)<a:ln.*?<\/a:ln>(?=<a:effectLst\/>)/g;
const labels = /<c:dLbls><c:numFmt.*?<\/c:dLbls>/g;

/** A slice's name and its value stand on two lines. */
function separate(label: string): string {
  return label.replace('<c:showLeaderLines', '<c:separator>\n</c:separator><c:showLeaderLines');
}

function turn(label: string): string {
  return label.replaceAll('<a:bodyPr rot="0"', '<a:bodyPr rot="-5400000"');
}

/** One point's label, which repeats all of its series' and stands elsewhere. */
function placePoint(series: string, own: string | undefined, at: number, position: string): string {
  const pattern = /<c:dLblPos val="[a-z]+"\/>/;
  if (own !== undefined) return own.replace(pattern, position);
  return `<c:dLbl><c:idx val="${at}"/>${series.replace(pattern, position)}</c:dLbl>`;
}

/** Has each line's labels stand above their points, but those of the lowest line at a place below, as the PDF does. */
function placeLineLabels(xml: string, chart: PrintedChart): string {
  const below = labelsBelow(chart);
  return xml.replaceAll(/<c:ser><c:idx val="(\d+)"\/>.*?<\/c:ser>/gs, (series, index: string) =>
    series.replace(/(?<=<c:dLbls>).*?(?=<\/c:dLbls>)/s, (all) => {
      const own = new Map(
        [...all.matchAll(/<c:dLbl><c:idx val="(\d+)"\/>.*?<\/c:dLbl>/gs)].map(([one, at]) => [Number(at), one]),
      );
      const common = all.replaceAll(/<c:dLbl>.*?<\/c:dLbl>/gs, '');
      const points = below.map((each, at) => {
        const position = `<c:dLblPos val="${each[Number(index)] === true ? 'b' : 't'}"/>`;
        return common.includes(position) && !own.has(at) ? '' : placePoint(common, own.get(at), at, position);
      });
      return points.join('') + common;
    }),
  );
}

/** Gives a chart the lines and the turned labels of the PDF's, for which the library has no options. */
export function restyleChart(xml: string, chart: PrintedChart): string {
  const kind = drawnKind(chart);
  if (kind === '饼图') {
    const outlined = replaceEach(xml, outlines, line(inkColor));
    return outlined.replaceAll(labels, separate);
  }
  const withAxes = replaceEach(replaceEach(xml, axisLines, line(inkColor)), gridLines, line(gridColor));
  if (kind === '折线图') return labelLook(chart, kind).setting === 'none' ? withAxes : placeLineLabels(withAxes, chart);
  const outlined = replaceEach(withAxes, outlines, line(inkColor));
  if (labelLook(chart, kind).setting !== 'upright') return outlined;
  return outlined.replaceAll(/<c:barChart>.*?<\/c:barChart>/gs, (bars) => bars.replaceAll(labels, turn));
}
