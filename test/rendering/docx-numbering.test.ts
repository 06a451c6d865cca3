import { expect, test } from 'vitest';
import { writeDocx } from '../../electron/core/exporting/docx/write-docx.ts';
import { defaultLayout } from '../../shared/gongwen/layout.ts';
import type { PrintedBlock } from '../../shared/report/printed.ts';
import { plainDocx } from '../support/plain-exports.ts';
import { body, heading, lead, printedFixture, words } from '../support/printed-fixture.ts';
import { readShownText, whyNoLibreOffice } from '../support/rendering/libreoffice.ts';

/** Word's numbering, counted by a program that is not ours, against the numbers that we print elsewhere. */

const noLibreOffice = whyNoLibreOffice();
const timeout = 180_000;

/** The headings as we number them, and as LibreOffice shows them. */
async function compareNumbers(blocks: readonly PrintedBlock[]): Promise<{
  readonly printed: readonly string[];
  readonly shown: readonly string[];
}> {
  const docx = await writeDocx({ ...plainDocx, document: { title: '示例（虚构）', blocks }, layout: defaultLayout });
  const lines = await readShownText(docx);
  const headings = blocks.flatMap((block) => {
    if (block.kind !== 'paragraph' || block.level === 0) return [];
    return [{ number: block.number, text: block.runs.map(({ text }) => text).join('') }];
  });
  // LibreOffice's text export sets a heading's number off by spaces and indents it.
  const found = headings.map(({ text }) => lines.find((line) => line.endsWith(text)) ?? `not shown: ${text}`);
  const shown = found.map((line) => line.trimStart().replace(/^(\S{1,4}[、）.]) /, '$1'));
  return { printed: headings.map(({ number, text }) => number + text), shown };
}

test.skipIf(noLibreOffice !== null)(
  `LibreOffice numbers the fixture as we do (${noLibreOffice ?? 'LibreOffice'})`,
  async () => {
    const { printed, shown } = await compareNumbers(printedFixture.blocks);
    expect(shown).toEqual(printed);
  },
  timeout,
);

/** Each heading says something else, so that its line can be found. */
function distinctHeadings(): readonly PrintedBlock[] {
  let count = 0;
  const next = (): string => {
    count += 1;
    return `示例${String(count).padStart(3, '0')}`;
  };
  const alone = (level: 1 | 2 | 3 | 4, ordinal: number): PrintedBlock => heading(level, ordinal, words(next()));
  const runIn = (level: 1 | 2 | 3 | 4, ordinal: number): PrintedBlock =>
    heading(level, ordinal, lead('提要。'), words(next()));
  return [
    alone(1, 1),
    ...Array.from({ length: 10 }, (_, index) => (index % 2 === 0 ? runIn(2, index + 1) : alone(2, index + 1))),
    alone(3, 1),
    runIn(4, 1),
    body(words('正文。')),
    alone(4, 2),
    runIn(3, 2),
    runIn(4, 1),
    alone(1, 2),
    // 1. directly under 一、, then （一） and 1. again.
    alone(3, 1),
    runIn(3, 2),
    alone(2, 1),
    alone(3, 1),
    // An annex counts from 一、 again; a level begins at three; a heading without a number does not count.
    alone(1, 1),
    alone(2, 1),
    alone(2, 2),
    alone(1, 2),
    alone(2, 3),
    runIn(2, 4),
    alone(3, 1),
    { kind: 'paragraph', level: 1, ordinal: 0, number: '', runs: [words(`附${next()}`)] },
    alone(1, 3),
    alone(2, 1),
  ];
}

test.skipIf(noLibreOffice !== null)(
  `LibreOffice restarts levels as we do (${noLibreOffice ?? 'LibreOffice'})`,
  async () => {
    const { printed, shown } = await compareNumbers(distinctHeadings());
    expect(shown).toEqual(printed);
  },
  timeout,
);
