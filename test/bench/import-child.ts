import { readFileSync } from 'node:fs';
import { read } from '@e965/xlsx';
import { openWorkspace } from '../../electron/core/database/workspace.ts';
import { commitImport } from '../../electron/core/importing/commit-import.ts';
import { emptyMapping } from '../../electron/core/importing/mapping.ts';
import { readGrid } from '../../electron/core/importing/reading/read-grid.ts';
import { recogniseTables } from '../../electron/core/importing/recognise-tables.ts';
import { stagingContext } from '../../electron/core/importing/stage-file.ts';
import { stageImport } from '../../electron/core/importing/stage-import.ts';
import { homeRegion } from '../../electron/core/services/home-region.ts';
import { makePeriod } from '../../shared/figures/period.ts';
import { clock, must, timed } from './measure.ts';

/** One way of reading a file, in a process of its own, for its memory; `bare` is the library alone. */
const [, , way = '', dataPath = '', path = ''] = process.argv;
const bytes = new Uint8Array(readFileSync(path));

function bare(): object {
  const { spent } = timed(() => read(bytes, { type: 'array', dense: true }));
  return { read: spent };
}

function ours(): object {
  const workspace = must(openWorkspace(dataPath, { clock }));
  const { spent: reading, value: grid } = timed(() => must(readGrid(bytes, '统计表.xlsx')));
  const afterRead = process.resourceUsage().maxRSS;
  const period = makePeriod('自然年', 2021);
  const context = stagingContext(workspace, { period, home: homeRegion(workspace) });
  const { spent: recognising, value: tables } = timed(() => must(recogniseTables(grid, context, emptyMapping)));
  const { spent: staging, value: staged } = timed(() => stageImport(grid, tables, context, emptyMapping));
  const file = { fileName: grid.fileName, sha256: 'b'.repeat(64), staged, mapping: emptyMapping };
  const { spent: committing, value: done } = timed(() =>
    must(commitImport(workspace, [file], { byWhom: '示例（虚构）', rules: [] })),
  );
  workspace.close();
  const written = done[0]?.written ?? 0;
  return {
    reading,
    recognising,
    staging,
    committing,
    written,
    questions: staged.questions.length,
    readMb: Math.round(afterRead / 1024),
  };
}

const result = way === 'bare' ? bare() : ours();
process.stdout.write(JSON.stringify({ ...result, peakMb: Math.round(process.resourceUsage().maxRSS / 1024) }));
