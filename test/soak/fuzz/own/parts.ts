import { utils } from '@e965/xlsx';
import { strFromU8, unzipSync } from 'fflate';
import type { CellValue } from 'hucre';
import type { At } from './at.ts';

/** Every value that some `<c>` of that reference holds, whatever else is wrong with the sheet. */
export function atXlsx(bytes: Uint8Array): At {
  const parts = unzipSync(bytes);
  const part = (name: string) => (parts[name] ? strFromU8(parts[name]) : '');
  const strings = [...part('xl/sharedStrings.xml').matchAll(/<si\b.*?<\/si>/gs)].map(([si]) => textOf(si));
  const links = new Map(
    [...part('xl/_rels/workbook.xml.rels').matchAll(/<Relationship\b[^>]*>/g)].map(([link]) => [
      attribute(link, 'Id'),
      attribute(link, 'Target').replace(/^\/?(xl\/)?/, 'xl/'),
    ]),
  );
  const sheets = new Map(
    [...part('xl/workbook.xml').matchAll(/<sheet\b[^>]*>/g)].map(([sheet], at) => [
      attribute(sheet, 'name'),
      // A sheet that lost its link is the one of its place.
      part(links.get(attribute(sheet, 'r:id')) ?? `xl/worksheets/sheet${at + 1}.xml`),
    ]),
  );
  return (sheet, row, column) => {
    const reference = utils.encode_cell({ r: row, c: column });
    const found = (sheets.get(sheet) ?? '').matchAll(/<c\b([^>]*?)>(.*?)<\/c>/gs);
    return [...found].flatMap(([, attributes = '', inside = '']) => {
      if (attribute(attributes, 'r') !== reference) return [];
      const value = /<v\b[^>]*>(.*?)<\/v>/s.exec(inside)?.[1];
      if (attribute(attributes, 't') === 's') return strings[Number(value)] ?? [];
      if (inside.includes('<is>')) return textOf(inside);
      return attribute(attributes, 't') === 'str' ? (value ?? []) : numberOf(value);
    });
  };
}

/** A text in a cell of numbers stays one, for what it is. */
function numberOf(value: string | undefined): CellValue | [] {
  if (value === undefined) return [];
  return value.trim() === '' || Number.isNaN(Number(value)) ? value : Number(value);
}

function attribute(element: string, name: string): string {
  return new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(element)?.[1] ?? '';
}

function textOf(xml: string): string {
  return [...xml.matchAll(/<t\b[^>]*>(.*?)<\/t>/gs)].map(([, text]) => text).join('');
}
