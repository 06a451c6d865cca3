import { describeFailure, type Failure } from '../../../shared/text/failures/index.ts';
import { countCells } from '../../core/importing/count-cells.ts';
import { describeQuestion } from '../../core/importing/describe-question.ts';
import type { ImportAnswer, ImportQuestion } from '../../core/importing/mapping.ts';
import type { StagedFile } from '../../core/importing/stage-file.ts';
import type { ImportStatus } from '../../core/importing/staged-import.ts';
import { tableNames } from '../../core/importing/table-name.ts';

const statusNames: Readonly<Record<ImportStatus, string>> = {
  new: '新增',
  same: '相同',
  changed: '有变化',
  missing: '缺数',
  unreadable: '读不出',
  'unknown-region': '地区不认识',
  'unknown-indicator': '指标不认识',
  'unit-differs': '单位不一致',
  duplicate: '重复且不一致',
  derived: '由算式得出',
  total: '合计',
  asked: '等待回答',
  locked: '期已定稿',
  'left-out': '不导入',
};

export function summarize(file: StagedFile, dryRun: boolean): string {
  const parts = [...countCells(file.staged.cells)].map(([status, count]) => `${statusNames[status]} ${count} 格`);
  const done = isEmpty(file) ? '没有导入' : '已导入';
  return `${dryRun ? '试读' : done}“${file.fileName}”：${parts.join('，') || '没有可导入的格子'}。`;
}

/** Whether no cell is written, nor already so in the data file. */
export function isEmpty({ staged }: StagedFile): boolean {
  return !staged.cells.some(({ write, status }) => write !== null || status === 'same');
}

/** Periods that are closed and would be written to, now or once what is asked is answered. */
export function closedPeriods(
  files: readonly StagedFile[],
  locked: ReadonlySet<string>,
): readonly (Failure & { readonly code: 'period-locked' })[] {
  const cells = files.flatMap(({ staged }) => staged.cells);
  const wanted = cells.filter(({ write, problem, status }) => write !== null || (problem && status !== 'derived'));
  const periods = new Set(wanted.map(({ period }) => period));
  return [...periods].filter((each) => locked.has(each)).map((period) => ({ code: 'period-locked', period }));
}

const mostLines = 20;

function shortened(lines: readonly string[]): readonly string[] {
  const rest = lines.length - mostLines;
  return rest > 0 ? [...lines.slice(0, mostLines), `还有 ${rest} 处。`] : lines;
}

function placeOf(files: readonly StagedFile[], { fileName }: StagedFile, cell: string): string {
  return files.length > 1 ? `${fileName} 的 ${cell}` : cell;
}

/** What a person should know though it stops nothing: what was assumed, converted, remembered. */
export function remarksOn(files: readonly StagedFile[]): readonly string[] {
  const remarks = files.flatMap(({ fileName, grid, isRemembered, staged }) => [
    ...grid.notices,
    ...(isRemembered ? [`“${fileName}”的表头以前导入过，用了上次的回答。`] : []),
    ...staged.assumptions,
  ]);
  const notes = files.flatMap((file) =>
    file.staged.cells.flatMap(({ cell, note, problem, status }) =>
      note !== null && problem === null && status !== 'derived' ? [`${placeOf(files, file, cell)}：${note}。`] : [],
    ),
  );
  const subtotals = files.flatMap((file) => {
    const told = new Set(file.staged.cells.flatMap(({ cell, problem }) => (problem === null ? [] : [cell])));
    return file.staged.totals.flatMap(({ cell, stated, sum, agrees }) =>
      agrees || told.has(cell)
        ? []
        : [`${placeOf(files, file, cell)}：合计写的是 ${stated}，各分项相加是 ${sum}，请核对。`],
    );
  });
  return [...remarks, ...shortened(notes), ...shortened(subtotals)];
}

/** Why cells were not taken: questions that wait, each once, and refused cells. */
export function whyBlocked(files: readonly StagedFile[]): readonly string[] {
  const problems = files.flatMap((file) =>
    file.staged.cells.flatMap(({ cell, note, problem, question }) => {
      if (problem === null || question !== null) return [];
      const detail = note === null ? '' : `${note}。`;
      return [`${placeOf(files, file, cell)}：${describeFailure(problem)}${detail}`];
    }),
  );
  return [...shortened(files.flatMap(questionsOf)), ...shortened(problems)];
}

function questionsOf({ grid, staged }: StagedFile): readonly string[] {
  const tables = tableNames(grid, staged.tables);
  const waiting = new Map<string, number>();
  for (const { question } of staged.cells) {
    if (question !== null) waiting.set(question, (waiting.get(question) ?? 0) + 1);
  }
  return staged.questions.flatMap((question) => {
    const cells = waiting.get(question.id);
    // An answer that no cell waits for would change nothing.
    return cells === undefined ? [] : [tellQuestion(question, tables, cells)];
  });
}

/** The question, what waits for it, and how to answer it from here, in one line. */
function tellQuestion(question: ImportQuestion, tables: ReadonlyMap<string, string>, cells: number): string {
  const { title, detail, choices } = describeQuestion(question, tables);
  const said = choices.map(({ label, answer }) => `${JSON.stringify(answer)} ${label}`);
  const ways = [...namedAnswers(question), ...said].join('；');
  const waiting = cells > 0 ? `有 ${cells} 格在等回答。` : '';
  return `${title}${detail ?? ''}${waiting}在 --mapping 文件的 answers 里写 ${JSON.stringify(question.id)}: ${ways}。`;
}

/** Answers that no button gives; a period and a region have options of their own. */
function namedAnswers(question: ImportQuestion): readonly string[] {
  const { kind } = question;
  const use = (name: string) => JSON.stringify({ kind: 'use', name } satisfies ImportAnswer);
  switch (kind) {
    case 'period':
      return [`${use('2024年')} 期的名称（或用 --period）`];
    case 'table-region':
      return [`${use('…')} 地区的名称（或用 --region）`];
    case 'region':
      return [`${use('…')} 地区的名称`];
    case 'table-indicator':
      return [`${use('…')} 指标的名称`];
    case 'indicator':
      return [...newIndicator(question.proposal), `${use('…')} 指标的名称`];
    case 'formula':
      return [`${JSON.stringify({ kind: 'value', text: '…' } satisfies ImportAnswer)} 应有的数`];
    case 'mixed-percent':
    case 'unit':
    case 'total':
      return [];
  }
}

/** With its unit known it is a choice already. */
function newIndicator(proposal: Extract<ImportAnswer, { readonly kind: 'new-indicator' }> | null): readonly string[] {
  if (proposal === null || proposal.unit !== '') return [];
  return [`${JSON.stringify({ ...proposal, unit: '…' })} 新增指标，写明单位（没有单位的写 ""）`];
}
