import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { ImportStatus } from '../../../electron/core/importing/staged-import.ts';
import type { ObservationGap } from '../../../shared/figures/catalogue.ts';
import { type ExpectedContext, makeContext } from './expected-context.ts';
import { type Axis, type ExpectedBlock, ExpectedFile, type ExpectedLine, ExpectedStatus } from './expected-schema.ts';

export interface ExpectedCell {
  /** `Sheet1!C9` */
  readonly cell: string;
  /** Empty where the file leaves it unknown. */
  readonly region: string;
  readonly indicator: string;
  readonly period: string;
  /** Decimal text in the indicator's unit; null where there is none or it is not compared. */
  readonly value: string | null;
  readonly missing: ObservationGap | 'blank' | null;
  readonly status: ImportStatus;
}

export interface ExpectedImport {
  readonly file: string;
  readonly context: ExpectedContext;
  readonly corrections: ExpectedFile['corrections'];
  readonly questions: readonly string[];
  readonly cells: readonly ExpectedCell[];
  /** Single cells, the ranges spread out. */
  readonly ignored: readonly string[];
  readonly totals: ExpectedFile['totals'];
}

/** How a word of a row says that there is no value. */
const gaps: Readonly<Record<string, ObservationGap | 'blank'>> = {
  空: 'blank',
  未报: '未报',
  无此项: '无此项',
  不足单位: '不足单位',
  不公开: '不公开',
};

/** Stands for a cell that holds no figure. */
const noCell = '·';

function placeOf(line: ExpectedLine, axis: Axis | undefined): Partial<Record<Axis, string | undefined>> {
  if (typeof line !== 'string') return line;
  if (axis === undefined) throw new Error(`“${line}”: the block does not say which axis it is`);
  return { [axis]: line };
}

/** `369`, `空`, `15285!total`: what one word of a row says of its cell. */
export function readWord(word: string): Pick<ExpectedCell, 'value' | 'missing' | 'status'> {
  const [text = '', status] = word.split('!');
  const missing = gaps[text] ?? null;
  if (missing === null && text !== '?' && !/^-?\d+(\.\d+)?$/.test(text)) throw new Error(`“${word}” is no figure`);
  return {
    value: missing === null && text !== '?' ? text : null,
    missing,
    status: ExpectedStatus.parse(status ?? (missing === null ? 'new' : 'missing')),
  };
}

function prefixOf(sheet: string): string {
  return sheet === '' ? '' : `${sheet}!`;
}

function expandRow(block: ExpectedBlock, row: string): readonly ExpectedCell[] {
  const words = (block.cells[row] ?? '').split(/\s+/).filter((word) => word !== '');
  const columns = Object.entries(block.columns);
  const line = block.rows[row];
  if (line === undefined || words.length !== columns.length) {
    throw new Error(`row ${row} has ${words.length} words for ${columns.length} columns`);
  }
  return columns.flatMap(([letter, column], index) => {
    const word = words[index] ?? noCell;
    if (word === noCell) return [];
    const place = { ...block.fixed, ...placeOf(column, block.columnsName), ...placeOf(line, block.rowsName) };
    const { region = '', indicator = '', period = '' } = place;
    return [{ cell: `${prefixOf(block.sheet)}${letter}${row}`, region, indicator, period, ...readWord(word) }];
  });
}

function expandBlock(block: ExpectedBlock): readonly ExpectedCell[] {
  const rows = Object.keys(block.rows);
  const extra = Object.keys(block.cells).filter((row) => !rows.includes(row));
  if (extra.length > 0) throw new Error(`rows without a name: ${extra.join(' ')}`);
  return rows.flatMap((row) => expandRow(block, row));
}

const letterPattern = /^(?:(.*)!)?([A-Z])(\d+)(?::([A-Z])(\d+))?$/;

/** `表!B7:C8` as B7, C7, B8, C8 of 表; columns to Z. */
export function cellsOfRange(range: string): readonly string[] {
  const [, sheet = '', left = '', top = '', right = left, bottom = top] = letterPattern.exec(range) ?? [];
  if (left === '') throw new Error(`“${range}” is no range`);
  const width = right.charCodeAt(0) - left.charCodeAt(0) + 1;
  const height = Number(bottom) - Number(top) + 1;
  return Array.from({ length: width * height }, (_, index) => {
    const letter = String.fromCharCode(left.charCodeAt(0) + (index % width));
    return `${prefixOf(sheet)}${letter}${Number(top) + Math.floor(index / width)}`;
  });
}

/** Checks what was written down and spreads it out, cell by cell. */
export function expandExpected(written: unknown): ExpectedImport {
  const file = ExpectedFile.parse(written);
  return {
    file: file.file,
    context: makeContext(file.context),
    corrections: file.corrections,
    questions: file.questions,
    cells: file.blocks.flatMap(expandBlock),
    ignored: file.ignored.flatMap(cellsOfRange),
    totals: file.totals,
  };
}

const folder = new URL('expected/', import.meta.url);

/** Every expectation, in the order of the files' names. */
export function readExpected(): readonly ExpectedImport[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .toSorted((one, other) => (one < other ? -1 : 1))
    .map((name) => expandExpected(parse(readFileSync(new URL(name, folder), 'utf8'))));
}
