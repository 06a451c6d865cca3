import type { Period } from '../../../shared/figures/period.ts';
import type { Rule } from '../../../shared/figures/rules/rule.ts';
import { fail, type Result, succeed } from '../../../shared/result.ts';
import type { Failure } from '../../../shared/text/failures/index.ts';
import type { ColumnFigure } from '../database/column-writer.ts';
import type { Workspace } from '../database/workspace.ts';
import { shippedRules } from '../services/shipped-rules.ts';
import { type AddedThings, addNewThings } from './add-new-things.ts';
import type { ImportMapping } from './mapping.ts';
import { rememberedMapping } from './remembered-mapping.ts';
import type { ProposedRule, StagedCell, StagedImport } from './staged-import.ts';

export interface FileToCommit {
  readonly fileName: string;
  readonly sha256: string;
  readonly staged: StagedImport;
  readonly mapping: ImportMapping;
  /** Layouts as first recognised, before the person corrected a header; absent: those of the staged tables. */
  readonly fingerprints?: readonly string[];
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
    const outcomes: ImportOutcome[] = [];
    for (const file of files) {
      const outcome = commitFile(workspace, file, { byWhom: options.byWhom, progress });
      if (!outcome.ok) return outcome;
      outcomes.push(outcome.value);
      rememberLayouts(workspace, file, options.byWhom);
    }
    acceptRules(
      workspace,
      files.flatMap(({ staged }) => staged.proposedRules),
      options,
    );
    return succeed(outcomes);
  });
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
  return succeed({
    sourceId: source.id,
    written: written.value,
    newRegions: workspace.regions.all().length - before.regions,
    newIndicators: workspace.indicators.all().length - before.indicators,
  });
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

function rememberLayouts(workspace: Workspace, { staged, mapping, fingerprints }: FileToCommit, byWhom: string): void {
  const remembered = rememberedMapping(mapping);
  if (remembered === null) return;
  const layouts = new Set([...(fingerprints ?? []), ...staged.tables.map(({ fingerprint }) => fingerprint)]);
  for (const fingerprint of layouts) workspace.importLayouts.put(fingerprint, remembered, byWhom);
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
