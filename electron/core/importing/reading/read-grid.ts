import Papa from 'papaparse';
import { fail, type Result, succeed } from '../../../../shared/result.ts';
import type { Failure } from '../../../../shared/text/failures/index.ts';
import { type Grid, type GridSheet, plainSheet, textCell } from '../grid.ts';
import { decodeText } from './decode-text.ts';
import { guardZip } from './guard-zip.ts';
import { readWorkbook } from './read-workbook.ts';

const maximumSize = 64 * 1024 * 1024;
const zipMagic = [0x50, 0x4b, 0x03, 0x04];

/** Reads .xlsx and delimited text, told apart by their bytes: the extension is often wrong. */
export function readGrid(bytes: Uint8Array, fileName: string): Result<Grid, Failure> {
  if (bytes.length === 0) return fail({ code: 'import-no-table', name: fileName, detail: '文件是空的，0 字节' });
  if (bytes.length > maximumSize) return fail({ code: 'import-too-large', name: fileName });
  const isZip = zipMagic.every((byte, index) => bytes[index] === byte);
  const sheets = isZip ? readZip(bytes, fileName) : readDelimited(bytes, fileName);
  const format = isZip ? 'xlsx' : 'text';
  return sheets.ok ? succeed({ fileName, format, sheets: sheets.value, notices: [] }) : sheets;
}

function readZip(bytes: Uint8Array, name: string): Result<readonly GridSheet[], Failure> {
  const guarded = guardZip(bytes);
  if (!guarded.ok) return fail({ code: guarded.error === 'too-large' ? 'import-too-large' : 'import-damaged', name });
  // A Word file, an .ods or any other zip is told by its parts.
  if (!guarded.value.includes('xl/workbook.xml')) return fail({ code: 'import-kind-unknown', name });
  const sheets = readWorkbook(bytes);
  return sheets ? succeed(sheets) : fail({ code: 'import-damaged', name });
}

function readDelimited(bytes: Uint8Array, name: string): Result<readonly GridSheet[], Failure> {
  const text = decodeText(bytes);
  // An old .xls is often a web page or XML in disguise; its cells are not lines of text.
  if (text === null || text.trimStart().startsWith('<')) return fail({ code: 'import-kind-unknown', name });
  const { data, errors } = Papa.parse<readonly string[]>(text, { delimiter: delimiterOf(text) });
  // With a quote left open every line behind it would become part of one cell.
  const [problem] = errors;
  if (problem) return fail({ code: 'import-damaged', name, line: lineAt(text, problem.index ?? 0) });
  return succeed([
    plainSheet(
      '',
      data.map((row) => row.map(textCell)),
    ),
  ]);
}

function lineAt(text: string, index: number): number {
  return text.slice(0, index).split(/\r\n|\n|\r/).length;
}

/** The sign that stands in most lines; a comma wins a draw, since exports put a tab behind every comma-separated cell. */
function delimiterOf(text: string): string {
  const lines = text.split(/\r\n|\n|\r/, 200);
  const counts = [',', '\t', ';'].map((sign) => ({ sign, count: lines.filter((line) => line.includes(sign)).length }));
  return counts.reduce((best, next) => (next.count > best.count ? next : best)).sign;
}
