import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { writeDocx } from '../../electron/core/exporting/docx/write-docx.ts';
import { longReport } from '../support/long-report.ts';
import { plainDocx } from '../support/plain-exports.ts';
import { findPython } from './require-programs.ts';

/** What python-docx, with which offices process files by the hundred, reads in our Word file and keeps when it saves it. */

const script = `
import json, sys
import docx
document = docx.Document(sys.argv[1])
document.save(sys.argv[2])
again = docx.Document(sys.argv[2])
print(json.dumps({
  "headings": [p.text for p in again.paragraphs if p.style.name in ("heading 1", "Heading 1")],
  "tables": [[len(t.rows), len(t.columns)] for t in again.tables],
  "cells": [c.text for c in again.tables[7].rows[1].cells],
  "sections": [[s.page_width.mm, s.page_height.mm, s.left_margin.mm] for s in again.sections],
  "title": again.core_properties.title,
  "font": again.styles["Normal"].font.name,
}))
`;

const Reading = z.object({
  headings: z.array(z.string()),
  tables: z.array(z.tuple([z.number(), z.number()])),
  cells: z.array(z.string()),
  sections: z.array(z.array(z.number())),
  title: z.string(),
  font: z.string(),
});

test('python-docx reads the report, and again after it has saved it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'huigao-python-'));
  try {
    const [path, saved] = [join(folder, 'report.docx'), join(folder, 'saved.docx')];
    writeFileSync(path, await writeDocx({ ...plainDocx, document: longReport }));
    const reading = Reading.parse(
      JSON.parse(execFileSync(findPython() ?? 'python3', ['-c', script, path, saved], { encoding: 'utf8' })),
    );
    expect(reading.headings).toEqual(['基本情况', '主要举措', '问题和困难', '下一步工作', '规划依据', '资金安排']);
    expect(reading.tables.slice(0, 3)).toEqual([
      [10, 5],
      [10, 3],
      [10, 6],
    ]);
    expect(reading.tables).toHaveLength(10);
    expect(reading.cells[0]).toBe('学位缺口');
    const [text, across] = reading.sections.map((section) => section.map(Math.round));
    expect([text, across]).toEqual([
      [210, 297, 28],
      [297, 210, 35],
    ]);
    expect(reading.title).toBe(longReport.title);
    expect(reading.font).toBe('仿宋_GB2312');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
