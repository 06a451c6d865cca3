import { type Period, parsePeriod } from '../../../shared/figures/period.ts';
import type { Rule } from '../../../shared/figures/rules/rule.ts';
import { fail, type Result, succeed } from '../../../shared/result.ts';
import type { Failure } from '../../../shared/text/failures/index.ts';
import type { ColumnFigure } from '../database/column-writer.ts';
import type { Workspace } from '../database/workspace.ts';
import { shippedRules } from '../services/shipped-rules.ts';
import { type AddedThings, addNewThings } from './add-new-things.ts';
import type { Grid } from './grid.ts';
import type { ImportMapping } from './mapping.ts';
import { rememberForms, type TableForm } from './remembered-mapping.ts';
import type { ProposedRule, StagedCell, StagedImport } from './staged-import.ts';

export interface FileToCommit {
  readonly fileName: string;
  readonly sha256: string;
  readonly staged: StagedImport;
  readonly mapping: ImportMapping;
  /** `lastChange` when it was staged: what changed since may make the review untrue. Absent: not to be looked at. */
  readonly stagedAt?: number;
  /** Its rows, by whose texts a corrected header is found in the next file. */
  readonly grid?: Grid;
  /** Forms as first recognised, before the person corrected a header; absent: those of the staged tables. */
  readonly forms?: readonly TableForm[];
}

export interface CommitOptions {
  readonly byWhom: string;
  /** Formulas of the proposed rules that the person accepted. */
  readonly rules: readonly string[];
  readonly onProgress?: (done: number, all: number) => void;
  /** Once `aborted`, nothing of it remains. */
  readonly signal?: { readonly aborted: boolean };
}

export interface ImportOutcome {
  /** Null when nothing had to be written, so that no source was made either. */
  readonly sourceId: number | null;
  readonly written: number;
  readonly newRegions: number;
  readonly newIndicators: number;
}

/** Figures that are written between two looks at the signal. */
const step = 1000;

/**
 * Writes what is staged as `new`, `changed` or stated `missing`, with each file as a source, in one transaction: all
 * files or none. What was said of their layouts is remembered, and accepted rules become the bureau's own.
 */
export function commitImport(
  workspace: Workspace,
  files: readonly FileToCommit[],
  options: CommitOptions,
): Result<readonly ImportOutcome[], Failure> {
  const progress = new Progress(files, options);
  return workspace.attempt(() => {
    const stale = files.map((file) => judgeStaleness(workspace, file)).find((each) => each !== null);
    if (stale) return fail(stale);
    const outcomes: ImportOutcome[] = [];
    for (const file of files) {
      const outcome = commitFile(workspace, file, { byWhom: options.byWhom, progress });
      if (!outcome.ok) return outcome;
      outcomes.push(outcome.value);
      const { staged, forms = [], grid, mapping } = file;
      rememberForms(workspace, [...forms, ...staged.tables], { grid, mapping, byWhom: options.byWhom });
    }
    acceptRules(
      workspace,
      files.flatMap(({ staged }) => staged.proposedRules),
      options,
    );
    return succeed(outcomes);
  });
}

/** What was told as new, changed or the same must still be so: another hand may have written meanwhile. */
function judgeStaleness(workspace: Workspace, { fileName, staged, stagedAt }: FileToCommit): Failure | null {
  if (stagedAt === undefined || workspace.imports.lastChange() === stagedAt) return null;
  const keyOf = (indicatorId: number | null, regionId: number | null, period: string): string =>
    `${indicatorId} ${regionId} ${period}`;
  const changed = new Set(
    workspace.imports.changedSince(stagedAt).map((each) => keyOf(each.indicatorId, each.regionId, each.period)),
  );
  const touched = staged.cells.filter((each) => changed.has(keyOf(each.indicatorId, each.regionId, each.period)));
  const [first] = touched;
  if (first === undefined) return null;
  return {
    code: 'import-stale',
    name: fileName,
    count: touched.length,
    region: first.region,
    indicator: first.indicator,
  };
}

class Progress {
  readonly #all: number;
  readonly #options: CommitOptions;
  #done = 0;

  constructor(files: readonly FileToCommit[], options: CommitOptions) {
    this.#all = files.reduce((sum, { staged }) => sum + staged.cells.filter(({ write }) => write).length, 0);
    this.#options = options;
  }

  /** False once the person cancelled. */
  advance(by: number): boolean {
    this.#done += by;
    this.#options.onProgress?.(this.#done, this.#all);
    return this.#options.signal?.aborted !== true;
  }
}

interface Committing {
  readonly byWhom: string;
  readonly progress: Progress;
}

function commitFile(
  workspace: Workspace,
  { fileName, sha256, staged, mapping }: FileToCommit,
  { byWhom, progress }: Committing,
): Result<ImportOutcome, Failure> {
  const cells = staged.cells.filter(({ write }) => write !== null);
  if (cells.length === 0) return succeed({ sourceId: null, written: 0, newRegions: 0, newIndicators: 0 });
  const before = { regions: workspace.regions.all().length, indicators: workspace.indicators.all().length };
  const added = addNewThings(workspace, { cells, mapping }, shippedRules);
  if (!added.ok) return added;
  const file = { name: fileName, sha256 };
  const source = workspace.sources.insert({
    kind: '文件',
    title: fileName,
    byWhom,
    file,
    mapping: JSON.stringify(mapping),
  });
  const written = writeColumns(workspace, columnsOf(cells, added.value), { sourceId: source.id, byWhom, progress });
  if (!written.ok) return written;
  confirmFigures(workspace, staged.cells, source.id);
  return succeed({
    sourceId: source.id,
    written: written.value,
    newRegions: workspace.regions.all().length - before.regions,
    newIndicators: workspace.indicators.all().length - before.indicators,
  });
}

/** What the file says and was there already stays there when the import that wrote it is undone. */
function confirmFigures({ imports }: Workspace, cells: readonly StagedCell[], sourceId: number): void {
  for (const { status, indicatorId, regionId, period: label, cell } of cells) {
    const period = status === 'same' ? parsePeriod(label) : null;
    if (period === null || indicatorId === null || regionId === null || indicatorId < 0 || regionId < 0) continue;
    imports.confirm({ indicatorId, regionId, period }, { sourceId, cell });
  }
}

/** Figures of one indicator in one period. */
interface StagedColumn {
  readonly indicatorId: number;
  readonly period: Period;
  readonly figures: ColumnFigure[];
}

function columnsOf(cells: readonly StagedCell[], { regions, indicators }: AddedThings): readonly StagedColumn[] {
  const idIn = (ids: ReadonlyMap<number, number>, id: number) => (id > 0 ? id : ids.get(id));
  const columns = new Map<number, Map<string, StagedColumn>>();
  for (const { cell: cellReference, write } of cells) {
    if (!write) continue;
    const { period, cell } = write;
    const [regionId, indicatorId] = [idIn(regions, write.regionId), idIn(indicators, write.indicatorId)];
    if (regionId === undefined || indicatorId === undefined)
      throw new Error('a cell names a thing that nobody asked for');
    const byPeriod = columns.get(indicatorId) ?? new Map<string, StagedColumn>();
    const column = byPeriod.get(period.label) ?? { indicatorId, period, figures: [] };
    columns.set(indicatorId, byPeriod.set(period.label, column));
    const asOf = write.asOf === undefined ? {} : { asOf: write.asOf };
    column.figures.push({ regionId, cell, cellReference, ...asOf });
  }
  return [...columns.values()].flatMap((byPeriod) => [...byPeriod.values()]);
}

/** Column by column in the order of the regions, as the table keeps them; how many figures changed. */
function writeColumns(
  workspace: Workspace,
  columns: readonly StagedColumn[],
  { sourceId, byWhom, progress }: Committing & { readonly sourceId: number },
): Result<number, Failure> {
  let written = 0;
  for (const { indicatorId, period, figures } of columns) {
    figures.sort((left, right) => left.regionId - right.regionId);
    for (let at = 0; at < figures.length; at += step) {
      const part = figures.slice(at, at + step);
      const put = workspace.observations.putColumn({ indicatorId, period, sourceId, byWhom, figures: part });
      if (!put.ok) return put;
      written += put.value;
      if (!progress.advance(part.length)) return fail({ code: 'import-stopped' });
    }
  }
  return succeed(written);
}

function acceptRules(workspace: Workspace, proposed: readonly ProposedRule[], options: CommitOptions): void {
  for (const formula of new Set(options.rules)) {
    const found = proposed.find((each) => each.formula === formula);
    const own = workspace.rules.own();
    if (!found || own.some(({ rule }) => rule.formula === formula)) continue;
    const rule = ownRule(found, new Set(own.map((each) => each.rule.code)));
    workspace.rules.put(rule, { enabled: true, byWhom: options.byWhom });
  }
}

function ownRule({ name, formula, family }: ProposedRule, taken: ReadonlySet<string>): Rule {
  let number = 1;
  while (taken.has(`own_${number}`)) number += 1;
  return {
    code: `own_${number}`,
    name,
    family,
    levels: null,
    periodKinds: null,
    applies: null,
    formula,
    severity: '强制',
    missing: '跳过任缺',
    tolerance: '0',
    message: '请对照导入的表核对合计和各分项。',
  };
}
