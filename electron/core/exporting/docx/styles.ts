import { imprint } from '../../../../shared/gongwen/elements.ts';
import type { FontRole, Layout } from '../../../../shared/gongwen/layout.ts';
import { fontElement, headingFontElements } from './fonts.ts';
import { bodyIndent, characterTwips, exactPitch, textWidthTwips } from './measures.ts';
import { element, value, wordNamespace, xmlDeclaration } from './xml.ts';

/** Names of the paragraph styles that the document part uses. */
export const styleIds = {
  title: 'Title',
  recipients: 'Recipients',
  body: 'BodyText',
  runIn: 'RunInHeading',
  tableCaption: 'TableCaption',
  tableUnit: 'TableUnit',
  tableHeader: 'TableHeader',
  tableText: 'TableText',
  chart: 'Chart',
  chartCaption: 'ChartCaption',
  note: 'Note',
  letterhead: 'Letterhead',
  contentsTitle: 'ContentsTitle',
  attachments: 'Attachments',
  annexLabel: 'AnnexLabel',
  annexTitle: 'AnnexTitle',
  imprint: 'Imprint',
  signature: 'SignatureBlock',
  footer: 'Footer',
} as const;

export const tableStyleId = 'ReportTable';

/** Name of the style of an annex's title, which the table of contents gathers too. */
export const annexStyleName = '附件标题';

/** 五号, the size of a note below a table or chart. */
const noteHalfPoints = 21;

interface ParagraphStyle {
  readonly id: string;
  /** Built-in names are English, as Word translates them itself; ours are Chinese. */
  readonly name: string;
  readonly basedOn?: string;
  readonly next?: string;
  /** In the schema's order; see CT_PPrBase. */
  readonly paragraph: readonly string[];
  readonly run: readonly string[];
}

function size(halfPoints: number): readonly string[] {
  return [value('w:sz', halfPoints), value('w:szCs', halfPoints)];
}

const noCharacterSpacing = value('w:spacing', 0);
const noIndent = element('w:ind', { 'w:firstLineChars': 0, 'w:firstLine': 0 });

function writeParagraphStyle({ id, name, basedOn, next, paragraph, run }: ParagraphStyle): string {
  return element('w:style', { 'w:type': 'paragraph', 'w:styleId': id, 'w:customStyle': customMark(name) }, [
    value('w:name', name),
    value('w:basedOn', basedOn ?? 'Normal'),
    ...(next === undefined ? [] : [value('w:next', next)]),
    element('w:qFormat'),
    element('w:pPr', {}, paragraph),
    ...(run.length === 0 ? [] : [element('w:rPr', {}, run)]),
  ]);
}

function customMark(name: string): number | undefined {
  return /^\p{Script=Han}/u.test(name) ? 1 : undefined;
}

/**
 * Body text on the grid of the standard: 22 lines of 28 characters; Latin letters and digits stand without gaps.
 * LibreOffice shows gaps all the same: its import (writerfilter's DomainMapper) skips autoSpaceDE and autoSpaceDN, and no
 * other element of a Word file reaches its paragraph property.
 */
function writeNormal(layout: Layout): string {
  return element('w:style', { 'w:type': 'paragraph', 'w:default': 1, 'w:styleId': 'Normal' }, [
    value('w:name', 'Normal'),
    element('w:qFormat'),
    element('w:pPr', {}, [
      value('w:widowControl', 0),
      value('w:kinsoku', 1),
      value('w:overflowPunct', 1),
      value('w:autoSpaceDE', 0),
      value('w:autoSpaceDN', 0),
      exactPitch(layout.linePitchTwips),
      value('w:jc', 'both'),
    ]),
    element('w:rPr', {}, [
      fontElement(layout, 'body'),
      value('w:spacing', layout.bodySpacingTwips),
      value('w:kern', 0),
      ...size(layout.bodyHalfPoints),
    ]),
  ]);
}

/** Latin letters and digits are English, as in Word's own Chinese files: LibreOffice breaks Chinese lines within a number. */
function writeDefaults(layout: Layout): string {
  const run = element('w:rPr', {}, [
    fontElement(layout, 'body'),
    ...size(layout.bodyHalfPoints),
    element('w:lang', { 'w:val': 'en-US', 'w:eastAsia': 'zh-CN', 'w:bidi': 'ar-SA' }),
  ]);
  return element('w:docDefaults', {}, [element('w:rPrDefault', {}, [run]), element('w:pPrDefault')]);
}

function headingStyles(layout: Layout): readonly ParagraphStyle[] {
  return ([1, 2, 3, 4] as const).map((level) => ({
    id: `Heading${level}`,
    name: `heading ${level}`,
    next: styleIds.body,
    paragraph: [
      element('w:keepNext'),
      element('w:numPr', {}, [value('w:ilvl', level - 1), value('w:numId', 1)]),
      bodyIndent(layout),
      value('w:outlineLvl', level - 1),
    ],
    run: headingFontElements(layout, level),
  }));
}

function textStyles(layout: Layout): readonly ParagraphStyle[] {
  const title = [element('w:keepNext'), exactPitch(layout.titlePitchTwips), noIndent, value('w:jc', 'center')];
  return [
    {
      id: styleIds.title,
      name: 'Title',
      next: styleIds.body,
      paragraph: title,
      run: [fontElement(layout, 'title'), noCharacterSpacing, ...size(layout.titleHalfPoints)],
    },
    { id: styleIds.recipients, name: '主送机关', next: styleIds.body, paragraph: [noIndent], run: [] },
    { id: styleIds.body, name: 'Body Text', paragraph: [bodyIndent(layout)], run: [] },
    {
      id: styleIds.runIn,
      name: '接排标题',
      basedOn: styleIds.body,
      next: styleIds.body,
      paragraph: [bodyIndent(layout), value('w:outlineLvl', 9)],
      run: [],
    },
    { id: styleIds.signature, name: '署名日期', paragraph: [noIndent, value('w:jc', 'right')], run: [] },
    {
      id: styleIds.footer,
      name: 'footer',
      paragraph: [exactPitch(layout.pageNumberHalfPoints * 10), noIndent],
      run: [fontElement(layout, 'song'), noCharacterSpacing, ...size(layout.pageNumberHalfPoints)],
    },
  ];
}

/** A line of the 目录: its page at the right edge behind dots; each level a character further in. */
function contentsStyle(layout: Layout, level: 1 | 2 | 3): ParagraphStyle {
  const end = textWidthTwips(layout);
  const tab = element('w:tab', { 'w:val': 'right', 'w:leader': 'dot', 'w:pos': end });
  const indent = (level - 1) * characterTwips(layout);
  return {
    id: `TOC${level}`,
    name: `toc ${level}`,
    next: 'Normal',
    paragraph: [
      element('w:tabs', {}, [tab]),
      element('w:ind', { 'w:leftChars': (level - 1) * 100, 'w:left': indent, 'w:firstLineChars': 0, 'w:firstLine': 0 }),
      value('w:jc', 'left'),
    ],
    run: [],
  };
}

/** Elements around the text. */
function officialStyles(layout: Layout): readonly ParagraphStyle[] {
  const titleRun = [fontElement(layout, 'title'), noCharacterSpacing, ...size(layout.titleHalfPoints)];
  const title = [element('w:keepNext'), exactPitch(layout.titlePitchTwips), noIndent, value('w:jc', 'center')];
  return [
    {
      id: styleIds.letterhead,
      name: '版头',
      paragraph: [element('w:keepNext'), noIndent, value('w:jc', 'left')],
      run: [],
    },
    { id: styleIds.contentsTitle, name: '目录标题', paragraph: title, run: titleRun },
    ...([1, 2, 3] as const).map((level) => contentsStyle(layout, level)),
    { id: styleIds.attachments, name: '附件说明', paragraph: [], run: [] },
    {
      id: styleIds.annexLabel,
      name: '附件序号',
      next: styleIds.annexTitle,
      paragraph: [noIndent],
      run: [fontElement(layout, 'hei')],
    },
    { id: styleIds.annexTitle, name: annexStyleName, next: styleIds.body, paragraph: title, run: titleRun },
    {
      id: styleIds.imprint,
      name: '版记',
      paragraph: [exactPitch(layout.linePitchTwips), noIndent],
      run: [noCharacterSpacing, ...size(imprint.points * 2)],
    },
  ];
}

/** Tables keep off the grid: their pitch is their own. */
function displayStyle(layout: Layout, style: DisplayStyle): ParagraphStyle {
  const { id, name, font, alignment, keepNext, halfPoints = layout.tableHalfPoints } = style;
  return {
    id,
    name,
    paragraph: [
      ...(keepNext ? [element('w:keepNext')] : []),
      value('w:snapToGrid', 0),
      exactPitch(layout.tablePitchTwips),
      noIndent,
      value('w:jc', alignment),
    ],
    run: [fontElement(layout, font), noCharacterSpacing, ...size(halfPoints)],
  };
}

interface DisplayStyle {
  readonly id: string;
  readonly name: string;
  readonly font: FontRole;
  readonly alignment: 'center' | 'right' | 'both';
  readonly keepNext: boolean;
  readonly halfPoints?: number;
}

const displayStyles: readonly DisplayStyle[] = [
  { id: styleIds.tableCaption, name: '表题', font: 'hei', alignment: 'center', keepNext: true },
  { id: styleIds.tableUnit, name: '计量单位', font: 'body', alignment: 'right', keepNext: true },
  { id: styleIds.tableHeader, name: '表头', font: 'hei', alignment: 'center', keepNext: true },
  { id: styleIds.tableText, name: '表中文字', font: 'body', alignment: 'center', keepNext: false },
  { id: styleIds.chartCaption, name: '图题', font: 'hei', alignment: 'center', keepNext: false },
  { id: styleIds.note, name: '图表注', font: 'body', alignment: 'both', keepNext: false, halfPoints: noteHalfPoints },
];

/** A chart's line grows with the chart: an exact pitch would cut it to one line. */
function chartStyle(): ParagraphStyle {
  const grow = element('w:spacing', { 'w:before': 0, 'w:after': 0, 'w:line': 240, 'w:lineRule': 'auto' });
  return {
    id: styleIds.chart,
    name: '图',
    paragraph: [element('w:keepNext'), value('w:snapToGrid', 0), grow, noIndent, value('w:jc', 'center')],
    run: [],
  };
}

function writeTableStyles(): string {
  const margins = element('w:tblCellMar', {}, [
    element('w:top', { 'w:w': 0, 'w:type': 'dxa' }),
    element('w:left', { 'w:w': 108, 'w:type': 'dxa' }),
    element('w:bottom', { 'w:w': 0, 'w:type': 'dxa' }),
    element('w:right', { 'w:w': 108, 'w:type': 'dxa' }),
  ]);
  const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map((side) =>
    element(`w:${side}`, { 'w:val': 'single', 'w:sz': 4, 'w:space': 0, 'w:color': 'auto' }),
  );
  const zeroIndent = element('w:tblInd', { 'w:w': 0, 'w:type': 'dxa' });
  return (
    element('w:style', { 'w:type': 'table', 'w:default': 1, 'w:styleId': 'TableNormal' }, [
      value('w:name', 'Normal Table'),
      element('w:semiHidden'),
      element('w:tblPr', {}, [zeroIndent, margins]),
    ]) +
    element('w:style', { 'w:type': 'table', 'w:customStyle': 1, 'w:styleId': tableStyleId }, [
      value('w:name', '报告表格'),
      value('w:basedOn', 'TableNormal'),
      element('w:tblPr', {}, [element('w:tblBorders', {}, borders)]),
    ])
  );
}

/** `word/styles.xml`. */
export function writeStyles(layout: Layout): string {
  const paragraphStyles = [
    ...headingStyles(layout),
    ...textStyles(layout),
    ...officialStyles(layout),
    ...displayStyles.map((style) => displayStyle(layout, style)),
    chartStyle(),
  ];
  return (
    xmlDeclaration +
    element('w:styles', { 'xmlns:w': wordNamespace }, [
      writeDefaults(layout),
      writeNormal(layout),
      element('w:style', { 'w:type': 'character', 'w:default': 1, 'w:styleId': 'DefaultParagraphFont' }, [
        value('w:name', 'Default Paragraph Font'),
        element('w:semiHidden'),
      ]),
      element('w:style', { 'w:type': 'numbering', 'w:default': 1, 'w:styleId': 'NoList' }, [
        value('w:name', 'No List'),
        element('w:semiHidden'),
      ]),
      ...paragraphStyles.map(writeParagraphStyle),
      writeTableStyles(),
    ])
  );
}
