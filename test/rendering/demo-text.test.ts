import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { countSampleNotes, demoReports, figuresNotIn } from '../support/demo-reports.ts';
import { runHuigao, temporaryFolder } from '../support/run-huigao.ts';

test.each(demoReports)(
  'the text of $title in PDF holds its figures and says which data are invented',
  async (report) => {
    const folder = temporaryFolder();
    await runHuigao(folder, 'new', 's.huigao', '--sample');
    expect((await runHuigao(folder, 'fill', 's.huigao', ...report.request, '--out', 'a.pdf')).exitCode).toBe(0);
    const text = execFileSync('pdftotext', ['-layout', join(folder, 'a.pdf'), '-'], { encoding: 'utf8' });
    expect(text.replaceAll(/\s/g, '')).toContain(report.title);
    expect({ missing: figuresNotIn(text, report), notes: countSampleNotes(text) }).toEqual({
      missing: [],
      notes: report.notes,
    });
    expect(text).not.toMatch(/【|undefined|NaN/);
  },
);
