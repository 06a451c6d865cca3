import { type Layout, pageBox } from '../../../../shared/gongwen/layout.ts';
import { faceOf } from '../fonts/face-coverage.ts';
import type { FontFile } from '../fonts/find-fonts.ts';

/** The layout in points. */
export interface PdfMeasures {
  readonly pageWidth: number;
  readonly pageHeight: number;
  readonly margins: readonly [left: number, top: number, right: number, bottom: number];
  readonly textWidth: number;
  readonly textHeight: number;
  readonly body: number;
  readonly pitch: number;
  readonly title: number;
  readonly titlePitch: number;
  readonly table: number;
  readonly tablePitch: number;
  readonly note: number;
  readonly pageNumber: number;
}

const noteShare = 10.5 / 12;

/** Points of a length in millimetres. */
export function pointsOf(millimetres: number): number {
  return (millimetres / 25.4) * 72;
}

export function measureLayout(layout: Layout, landscape = false): PdfMeasures {
  const box = pageBox(layout, landscape);
  return {
    pageWidth: box.width / 20,
    pageHeight: box.height / 20,
    margins: [box.left / 20, box.top / 20, box.right / 20, box.bottom / 20],
    textWidth: (box.width - box.left - box.right) / 20,
    textHeight: (box.height - box.top - box.bottom) / 20,
    body: layout.pdfBodyPoints,
    pitch: layout.linePitchTwips / 20,
    title: layout.titleHalfPoints / 2,
    titlePitch: layout.titlePitchTwips / 20,
    table: layout.tableHalfPoints / 2,
    tablePitch: layout.tablePitchTwips / 20,
    note: (layout.tableHalfPoints / 2) * noteShare,
    pageNumber: layout.pageNumberHalfPoints / 2,
  };
}

/** The dashes of the page number stand 7 mm below the type area (GB/T 9704-2012, 7.5). */
const dashDistance = pointsOf(7);
const emBoxAscent = 0.88;

/** Space between the type area and the page number's em box; the dash sits at another height in each font. */
export function spaceAbovePageNumber(file: FontFile, size: number): number {
  const dashTop = faceOf(file)?.inkTop('—') ?? 0.38;
  return dashDistance - (emBoxAscent - dashTop) * size;
}
