import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { countSampleNotes, demoReports, figuresNotIn } from '../support/demo-reports.ts';
import { runHuigao, temporaryFolder } from '../support/run-huigao.ts';

/** The words of a Word file, without its marks. */
function textOf(path: string): string {
  const part = unzipSync(readFileSync(path))['word/document.xml'];
  if (part === undefined) throw new Error(`${path} has no document`);
  return strFromU8(part).replaceAll(/<[^>]*>/g, '');
}

test.each(demoReports)(
  'the text of $title in Word holds its figures and says which data are invented',
  async (report) => {
    const folder = temporaryFolder();
    await runHuigao(folder, 'new', 's.huigao', '--sample');
    expect((await runHuigao(folder, 'fill', 's.huigao', ...report.request, '--out', 'a.docx')).exitCode).toBe(0);
    const text = textOf(join(folder, 'a.docx'));
    expect(text).toContain(report.title);
    expect({ missing: figuresNotIn(text, report), notes: countSampleNotes(text) }).toEqual({
      missing: [],
      notes: report.notes,
    });
    expect(text).not.toMatch(/【|undefined|NaN/);
  },
);
