import Papa from 'papaparse';
import { fail, type Result, succeed } from '../../../../shared/result.ts';
import type { Failure } from '../../../../shared/text/failures/index.ts';
import { type GridSheet, plainSheet, textCell } from '../grid.ts';
import { mostCells } from './collect-rows.ts';

/** Reads comma-, tab- or semicolon-separated text. Cells stay text: a code keeps its zeros, 80.76% its sign. */
export function readDelimited(text: string, name: string): Result<GridSheet, Failure> {
  const delimiter = delimiterOf(text);
  if (countCells(text, delimiter) > mostCells) return fail({ code: 'import-too-large', name, what: 'cells' });
  const { data, errors } = Papa.parse<readonly string[]>(text, { delimiter });
  // With a quote left open every line behind it would become part of one cell.
  const [problem] = errors;
  if (problem) return fail({ code: 'import-damaged', name, line: lineAt(text, problem.index ?? 0) });
  return succeed(
    plainSheet(
      '',
      data.map((row) => row.map(textCell)),
    ),
  );
}

function countCells(text: string, delimiter: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at += 1) if (text[at] === delimiter || text[at] === '\n') count += 1;
  return count;
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
