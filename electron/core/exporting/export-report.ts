import type { Layout } from '../../../shared/gongwen/layout.ts';
import type { FigureRecord } from '../../../shared/report/manifest.ts';
import type { PrintedBlock, PrintedDocument } from '../../../shared/report/printed.ts';
import { runsOf, textOf } from '../../../shared/report/run-text.ts';
import { writeDocx } from './docx/write-docx.ts';
import { describeLatin, describeSubstitutions, findFonts } from './fonts/find-fonts.ts';
import { missingCharacters } from './fonts/font-runs.ts';
import { describeFallbacks, listFonts, type UsedFont } from './fonts/list-fonts.ts';
import { findPages, writePdf } from './pdf/write-pdf.ts';
import type { Pictures } from './picture.ts';
import { describeCrowdedTables } from './shared-layout/table-look.ts';

export const exportFormats = ['docx', 'pdf'] as const;
export type ExportFormat = (typeof exportFormats)[number];

export interface ExportedFile {
  readonly bytes: Uint8Array;
  /** Sentences a person should know of, such as substituted fonts. */
  readonly notices: readonly string[];
  /** Which font served which role; a Word file only names its fonts. */
  readonly fonts: readonly UsedFont[];
}

export interface ExportSettings {
  readonly layout: Layout;
  readonly pictures: Pictures;
  /** What the Word file remembers of its figures. */
  readonly records: readonly FigureRecord[];
  /** Prints 草稿 across every page. */
  readonly isDraft: boolean;
}

/** A file to be written. */
export interface ExportJob {
  readonly document: PrintedDocument;
  readonly format: ExportFormat;
  readonly settings: ExportSettings;
}

/** Writes a printed report as Word or PDF. The same report and settings give the same bytes. */
export async function exportReport({ document, format, settings }: ExportJob): Promise<ExportedFile> {
  const fonts = findFonts({ layout: settings.layout });
  const hasContents = document.blocks.some(({ kind }) => kind === 'contents');
  const pages = hasContents ? await findPages({ document, ...settings, fonts }) : new Map<number, number>();
  const crowded = describeCrowdedTables(document.blocks, settings.layout);
  if (format === 'docx') {
    return { bytes: await writeDocx({ document, ...settings, pages }), notices: crowded, fonts: [] };
  }
  const { bytes, fellBack } = await writePdf({ document, ...settings, fonts, pages });
  const missing = describeMissing(missingCharacters(textIn(document), fonts));
  const latin = describeLatin(settings.layout, fonts);
  const used = listFonts(fonts, fellBack);
  const notices = [...crowded, ...missing, ...describeFallbacks(used), ...describeSubstitutions(fonts), ...latin];
  return { bytes, notices, fonts: used };
}

/** Every text that a printed document shows, in one string. */
function textIn(document: PrintedDocument): string {
  return document.blocks.map(textOfBlock).join('');
}

function textOfBlock(block: PrintedBlock): string {
  const own = textOf(runsOf(block));
  if (block.kind === 'table') return block.caption + (block.unit ?? '') + own;
  if (block.kind === 'image') return block.caption;
  if (block.kind === 'note') return block.text;
  if (block.kind !== 'chart') return own;
  const { caption, categories, series } = block.chart;
  return [caption, ...categories, ...series.map(({ name }) => name)].join('');
}

/** A character that no font has would otherwise pass for a printed one. */
function describeMissing(characters: readonly string[]): readonly string[] {
  if (characters.length === 0) return [];
  return [
    `PDF 中“${characters.join('')}”没有字体可用，印成了“〓”。请安装含有这些字的字体后重新导出；Word 文件不受影响。`,
  ];
}
