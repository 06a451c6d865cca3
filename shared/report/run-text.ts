import type { PrintedBlock, PrintedRun } from './printed.ts';

/** The text of runs, one after the other. */
export function textOf(runs: readonly PrintedRun[]): string {
  return runs.map((run) => run.text).join('');
}

/** Run-in (接排): the heading's sentence is followed by body text in the same paragraph. */
export function isRunIn(runs: readonly PrintedRun[]): boolean {
  const printed = runs.filter((run) => run.text !== '');
  return printed.some((run) => run.lead) && printed.some((run) => !run.lead);
}

/** The runs of each line of a text that a person broke; at least one line. */
export function splitRunLines(runs: readonly PrintedRun[]): readonly (readonly PrintedRun[])[] {
  const lines: PrintedRun[][] = [[]];
  for (const run of runs) {
    for (const [at, text] of run.text.split(/\r\n?|\n/).entries()) {
      if (at > 0) lines.push([]);
      if (text !== '') lines.at(-1)?.push({ ...run, text });
    }
  }
  return lines;
}

/** Every run of a block, in the order of the text. A chart, a picture and what is computed from other blocks have none. */
export function runsOf(block: PrintedBlock): readonly PrintedRun[] {
  switch (block.kind) {
    case 'title':
    case 'recipients':
    case 'paragraph':
    case 'annotation':
      return block.runs;
    case 'letterhead':
      return block.parts.flatMap(({ runs }) => runs);
    case 'imprint':
      return block.parts.flatMap(({ runs }) => runs);
    case 'attachments':
      return block.names.flat();
    case 'annex':
      return block.title;
    case 'signature':
      return [...block.organisation, ...block.date];
    case 'table':
      return block.rows.flatMap(({ cells }) => cells.flatMap(({ runs }) => runs));
    case 'chart':
    case 'contents':
    case 'image':
    case 'note':
    case 'pageBreak':
      return [];
  }
}
