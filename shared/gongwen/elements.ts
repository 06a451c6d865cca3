/**
 * Measures of the elements around the text of an official document (GB/T 9704-2012, clauses 7.2–7.4): lengths in
 * millimetres and characters, sizes in points.
 */

export const letterhead = {
  /** Upper edge of the 发文机关标志 below that of the type area (7.2.4). */
  markTop: 35,
  /** Size of the 发文机关标志, whose letters the bureau may choose no larger than its superior's; fits seven to a line. */
  markPoints: 48,
  /** 小标宋, red. */
  red: 'FF0000',
  /** Empty lines between the mark and the 发文字号 (7.2.5). */
  linesAboveNumber: 2,
  /** The red line stands this far below the 发文字号, over the whole type area (7.2.7). */
  lineBelowNumber: 4,
  linePoints: 1.5,
  /** Empty lines between the red line and the title (7.3.1). */
  linesAboveTitle: 2,
  /** 上行文: 发文字号 at the left and 签发人 at the right, one character in (7.2.5, 7.2.6). */
  upwardIndent: 1,
} as const;

/** 附件说明: one line below the text, two characters in; a name goes on below its own first character (7.3.4). */
export const attachments = { linesAbove: 1, indent: 2 } as const;

/** 附注: the line below the date, two characters in, in brackets (7.3.7). */
export const annotation = { indent: 2 } as const;

/** 附件: its label in 黑体 on the first line of the type area, its title in the middle of the third (7.3.6). */
export const annex = { linesAboveTitle: 1 } as const;

/** 版记: four-point lines at the foot of the last page, its last rule on the lower edge of the type area (7.4). */
export const imprint = {
  /** 四号. */
  points: 14,
  /** One character in on both sides. */
  indent: 1,
  /** First and last rule, and the one between 抄送 and 印发, in millimetres. */
  outerRule: 0.35,
  innerRule: 0.25,
} as const;
