import { describe, expect, test } from 'vitest';
import { readGridInWorker } from '../../../electron/core/importing/reading/read-in-worker.ts';
import { describeFailure } from '../../../shared/text/failures/index.ts';
import { expectFailure, expectValue } from '../../database/fixture.ts';
import { row, workbook } from '../workbook-fixture.ts';
import { cellText } from './grid-texts.ts';

function small(): Uint8Array {
  return workbook([
    { name: '表', rows: row(1, ['地区', 5]), before: '<cols><col min="2" max="2" hidden="1"/></cols>' },
  ]);
}

/** A worksheet of some ten megabytes: busy for long enough to be stopped. */
function large(): Uint8Array {
  const cells = Array.from({ length: 20 }, (_, index) => `甲乙丙丁${index}`);
  const rows = Array.from({ length: 8_000 }, (_, index) => row(index + 1, cells));
  return workbook([{ name: '表', rows: rows.join('') }]);
}

describe('reading in a thread', () => {
  test('gives the same grid, sets included, and takes the bytes over', async () => {
    const bytes = small();
    const grid = expectValue(await readGridInWorker(bytes, '表.xlsx'));
    expect(grid.sheets[0]?.rows.map((cells) => cells.map(cellText))).toEqual([['地区', '5']]);
    expect(grid.sheets[0]?.hiddenColumns.has(1)).toBe(true);
    expect(bytes.length).toBe(0);
  });

  test('a window on memory that others share is copied', async () => {
    const pooled = Buffer.from('地区,人数\n吴兴区,5\n');
    expect((await readGridInWorker(pooled, '表.csv')).ok).toBe(true);
    expect(pooled.toString()).toContain('吴兴区');
  });

  test('a refusal comes back as one', async () => {
    expect(expectFailure(await readGridInWorker(new Uint8Array(), '空.xlsx')).code).toBe('import-empty');
  });

  test.each([
    ['too little memory', { heapMb: 8 }, 'import-memory', '内存'],
    ['too little time', { timeoutMs: 100 }, 'import-timeout', '1 秒'],
  ])('%s: stopped, and said in Chinese', async (_, options, code, word) => {
    const failure = expectFailure(await readGridInWorker(large(), '大表.xlsx', options));
    expect(failure.code).toBe(code);
    expect(describeFailure(failure)).toContain(word);
    expect(describeFailure(failure)).toContain('什么都没有导入');
  });

  test('cancelled before and while it runs', async () => {
    const name = '大表.xlsx';
    const early = AbortSignal.abort();
    expect(await readGridInWorker(small(), name, { signal: early })).toEqual({
      ok: false,
      error: { code: 'import-cancelled', name },
    });
    const controller = new AbortController();
    const reading = readGridInWorker(large(), name, { signal: controller.signal });
    setTimeout(() => controller.abort(), 50);
    const start = performance.now();
    expect(expectFailure(await reading).code).toBe('import-cancelled');
    expect(performance.now() - start).toBeLessThan(2_000);
  });

  test('a thread that breaks refuses the file alone', async () => {
    const entry = new URL('data:text/javascript,throw new Error("broken")');
    expect(expectFailure(await readGridInWorker(small(), '表.xlsx', { entry })).code).toBe('import-damaged');
  });
});
