import type { ImportReview } from '../../../../shared/api/import-review.ts';
import { fail, type Result, succeed } from '../../../../shared/result.ts';
import { describeFailure, type Failure } from '../../../../shared/text/failures/index.ts';
import type { Workspace } from '../../database/workspace.ts';
import { findPeriod } from '../../services/find-by-name.ts';
import { homeRegion } from '../../services/home-region.ts';
import { commitImport } from '../commit-import.ts';
import { fateOf } from '../count-cells.ts';
import type { Grid } from '../grid.ts';
import { holdLocked, lockedPeriods } from '../hold-locked.ts';
import { emptyMapping, type ImportMapping, type ImportQuestion } from '../mapping.ts';
import { recogniseTables } from '../recognise-tables.ts';
import { recallForms, type TableForm } from '../remembered-mapping.ts';
import { stagingContext } from '../stage-file.ts';
import { type StagingContext, stageImport } from '../stage-import.ts';
import type { StagedCell, StagedImport } from '../staged-import.ts';
import type { CellsReply, ImportDone, ImportOrder, ImportSaid, RowsReply } from './messages.ts';
import { reviewImport } from './review-import.ts';
import { showRows } from './show-rows.ts';

interface ImportFile {
  readonly grid: Grid;
  readonly sha256: string;
  /** As the person named it; null when the file says it. */
  readonly period: string | null;
}

interface Staged {
  readonly import: StagedImport;
  readonly locked: readonly string[];
  /** Of the data file at that time. */
  readonly changes: number;
}

/** One file on its way in: what was read, what the person said of it, and what would become of it. */
export class ImportSession {
  readonly #workspace: Workspace;
  readonly #file: ImportFile;
  readonly #asked = new Map<string, ImportQuestion>();
  #said: ImportSaid = { mapping: emptyMapping, rules: [] };
  #remembered: ImportMapping | null = null;
  #version = 0;
  #staged: Staged | null = null;
  /** The latest change of the data that it was staged against. */
  #stagedAt = 0;
  /** As first recognised. */
  #forms: readonly TableForm[] = [];

  constructor(workspace: Workspace, file: ImportFile) {
    this.#workspace = workspace;
    this.#file = file;
  }

  /** Recognises and stages the file for the first time, with the answers remembered for its layout. */
  begin(): Result<ImportReview, Failure> {
    const context = this.#context();
    if (!context.ok) return context;
    const found = recogniseTables(this.#file.grid, context.value, emptyMapping);
    if (!found.ok) return found;
    this.#forms = found.value;
    this.#remembered = recallForms(this.#workspace, found.value, this.#file.grid);
    this.#said = { mapping: this.#remembered ?? emptyMapping, rules: [] };
    return this.stage();
  }

  /** Replaces what the person said of the file; what the file cannot be read by is refused, and all stays as it was. */
  answer(said: ImportSaid): Result<ImportReview, Failure> {
    const before = this.#said;
    this.#said = { mapping: said.mapping, rules: said.rules };
    if (JSON.stringify(before.mapping) === JSON.stringify(said.mapping)) return succeed(this.review());
    const staged = this.stage();
    if (!staged.ok) this.#said = before;
    return staged;
  }

  /** Recognises and stages the file with the answers so far. */
  stage(): Result<ImportReview, Failure> {
    this.#stagedAt = this.#workspace.imports.lastChange();
    const context = this.#context();
    if (!context.ok) return context;
    const changes = this.#workspace.changeCount;
    const { grid } = this.#file;
    const { mapping } = this.#said;
    const tables = recogniseTables(grid, context.value, mapping);
    if (!tables.ok) return tables;
    const staged = stageImport(grid, tables.value, context.value, mapping);
    const entries = this.#workspace.periodBook.all().filter(({ isLocked }) => isLocked);
    const closed = new Set(entries.map(({ period }) => period.label));
    const locked = lockedPeriods(staged.cells, closed);
    this.#staged = { import: { ...staged, cells: holdLocked(staged.cells, closed) }, locked, changes };
    for (const question of staged.questions) this.#asked.set(question.id, question);
    return succeed(this.review());
  }

  /** The review of what was staged last, as a new version. */
  review(): ImportReview {
    const { import: staged, locked } = this.#present();
    this.#version += 1;
    return reviewImport({
      grid: this.#file.grid,
      staged,
      asked: [...this.#asked.values()],
      said: this.#said,
      remembered: this.#remembered,
      locked,
      version: this.#version,
    });
  }

  /** Whether the data file was changed by others since it was compared with. */
  isStale(): boolean {
    this.#workspace.noticeOthers();
    return this.#staged !== null && this.#staged.changes !== this.#workspace.changeCount;
  }

  rows({ sheet, from, count }: Extract<ImportOrder, { readonly kind: 'rows' }>): RowsReply {
    const tables = this.#staged?.import.tables.filter((table) => table.sheet === sheet) ?? [];
    return showRows(this.#file.grid.sheets[sheet], tables, { from, count });
  }

  cells({ status, from, count }: Extract<ImportOrder, { readonly kind: 'cells' }>): CellsReply {
    const all = this.#staged?.import.cells ?? [];
    const wanted = status === null ? all : all.filter((cell) => fateOf(cell) === status);
    return { cells: wanted.slice(from, from + count).map(cellView), all: wanted.length };
  }

  /** Writes what the person saw, in one transaction; nothing where the data file says something else by now. */
  commit(byWhom: string, onProgress: (done: number, all: number) => void): Result<ImportDone, Failure> {
    const seen = this.#present().import.cells;
    if (this.isStale()) {
      const again = this.stage();
      if (!again.ok) return again;
      if (!areSame(seen, this.#present().import.cells)) return fail({ code: 'import-changed' });
    }
    const { grid, sha256 } = this.#file;
    const { mapping, rules } = this.#said;
    const staged = this.#present().import;
    const file = {
      fileName: grid.fileName,
      sha256,
      staged,
      mapping,
      stagedAt: this.#stagedAt,
      forms: this.#forms,
      grid,
    };
    const done = commitImport(this.#workspace, [file], { byWhom, rules, onProgress });
    if (!done.ok) return done;
    const [outcome] = done.value;
    return succeed(outcome ?? { sourceId: null, written: 0, newRegions: 0, newIndicators: 0 });
  }

  #present(): Staged {
    if (this.#staged === null) throw new Error('an import is staged before anything is asked of it');
    return this.#staged;
  }

  #context(): Result<StagingContext, Failure> {
    const period = this.#file.period === null ? succeed(null) : findPeriod(this.#file.period);
    if (!period.ok) return period;
    this.#workspace.noticeOthers();
    return succeed(stagingContext(this.#workspace, { period: period.value, home: homeRegion(this.#workspace) }));
  }
}

function areSame(one: readonly StagedCell[], other: readonly StagedCell[]): boolean {
  if (one.length !== other.length) return false;
  return one.every((cell, at) => {
    const { status, value, before } = other[at] ?? {};
    return cell.status === status && cell.value === value && cell.before === before;
  });
}

function cellView(staged: StagedCell): CellsReply['cells'][number] {
  const { cell, region, indicator, period, text, value, status, before, note } = staged;
  const problem = staged.problem === null ? null : describeFailure(staged.problem);
  return { cell, region, indicator, period, text, value, status, before, note, problem };
}
