import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { set_cptable, utils, write } from '@e965/xlsx';
import * as cptable from '@e965/xlsx/dist/cpexcel.full.mjs';
import { type CellValue, read } from 'hucre';
import { describe, expect, test } from 'vitest';
import type { GridCell } from '../../../electron/core/importing/grid.ts';
import { decimalOfDouble, shiftDecimal } from '../../../shared/reading/decimal-text.ts';
import { row, workbook } from '../workbook-fixture.ts';
import { gridOf } from './grid-texts.ts';

/** hucre is another author's code throughout: what both read alike was hardly misread by both. */

type Compared = string | null;

function ours(cell: GridCell | undefined): Compared {
  switch (cell?.kind) {
    case 'text':
      return cell.text === 'TRUE' || cell.text === 'FALSE' ? cell.text.toLowerCase() : cell.text;
    case 'number':
      return cell.decimal;
    case 'percent':
      return shiftDecimal(cell.decimal, -2);
    case 'date':
      return 'date';
    case 'error':
      return cell.text;
    case 'empty':
    case 'uncomputed':
    case undefined:
      return null;
  }
}

function theirs(value: CellValue | undefined): Compared {
  if (value === null || value === undefined || value === '') return null;
  if (value instanceof Date) return 'date';
  if (typeof value === 'number') return decimalOfDouble(value);
  const text = String(value);
  return text.trim() === '' ? null : text;
}

/** How many cells were compared; every one must agree. `lossy`: what the other reader lost is not held against us. */
async function compare(bytes: Uint8Array, lossy = false): Promise<number> {
  const other = await read(bytes);
  const grid = gridOf(bytes);
  expect(grid.sheets.map(({ name }) => name)).toEqual(other.sheets.map(({ name }) => name));
  let compared = 0;
  for (const [index, sheet] of grid.sheets.entries()) {
    const rows = other.sheets[index]?.rows ?? [];
    for (let r = 0; r < Math.max(rows.length, sheet.rows.length); r += 1) {
      const width = Math.max(rows[r]?.length ?? 0, sheet.rows[r]?.length ?? 0);
      for (let c = 0; c < width; c += 1) {
        if (lossy && theirs(rows[r]?.[c]) === null) continue;
        expect([sheet.name, r, c, ours(sheet.rows[r]?.[c])]).toEqual([sheet.name, r, c, theirs(rows[r]?.[c])]);
        compared += 1;
      }
    }
  }
  return compared;
}

const values = [
  ['地区', '在校生（人）', '占比', '说明', '是否'],
  ['吴兴区', 21560, 0.8076049, '6.30', true],
  ['南浔区', -0.0015, 1203.1999999999998, '  　', false],
  [null, 123456789012345, 1e-7, '第一行\n第二行', null],
];

function written(bookType: 'xlsx' | 'biff8' | 'xlsb'): Uint8Array {
  set_cptable(cptable);
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(values), '统计表');
  utils.book_append_sheet(book, utils.aoa_to_sheet([['说明']]), '说明');
  return new Uint8Array(write(book, { type: 'array', bookType }));
}

describe('an independent reader agrees, cell by cell', () => {
  test.each(['xlsx', 'biff8'] as const)('%s', async (bookType) => {
    expect(await compare(written(bookType))).toBeGreaterThan(15);
  });

  test('xlsb, of whose short records the other reader knows only the first of each row', async () => {
    expect(await compare(written('xlsb'), true)).toBeGreaterThan(3);
  });

  test('a workbook of our own parts', async () => {
    const rows =
      row(1, ['地区', 5, { xml: '<v>0.8076</v>', style: 1 }, { xml: '<v>45432</v>', style: 2 }]) +
      row(3, [null, { xml: '<f>B1*2</f><v>10</v>' }, '6.30']);
    expect(await compare(workbook([{ name: '表', rows }]))).toBeGreaterThan(6);
  });

  const shared = process.env.HUIGAO_SHARED ?? fileURLToPath(new URL('../../../../shared', import.meta.url));
  const samples = `${shared}/samples/spreadsheets`;
  const present = existsSync(samples);
  const names = present ? readdirSync(samples).filter((name) => /\.(xlsx|xls|et)$/.test(name)) : [];
  // Not readable by the other one: Excel 5, web pages, SpreadsheetML.
  const comparable = names.filter((name) => !/biff5|网页伪装|xml2003/.test(name));

  test.skipIf(!present)(
    `sample workbooks${present ? '' : ': left out, the samples stand outside the project'}`,
    async () => {
      let compared = 0;
      for (const name of comparable) compared += await compare(new Uint8Array(readFileSync(`${samples}/${name}`)));
      expect(compared).toBeGreaterThan(2_000);
    },
  );
});
