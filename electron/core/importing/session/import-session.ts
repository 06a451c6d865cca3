import type { ImportReview } from '../../../../shared/api/importing.ts';
import { type Result, succeed } from '../../../../shared/result.ts';
import { describeFailure, type Failure } from '../../../../shared/text/failures/index.ts';
import { createDataView } from '../../database/data-view.ts';
import type { Workspace } from '../../database/workspace.ts';
import { findPeriod } from '../../services/find-by-name.ts';
import { homeRegion } from '../../services/home-region.ts';
import { commitImport } from '../commit-import.ts';
import type { Grid, GridCell } from '../grid.ts';
import type { ImportContext } from '../import-context.ts';
import { emptyMapping, type ImportMapping, type ImportQuestion } from '../mapping.ts';
import { recogniseTables } from '../recognise-tables.ts';
import { recallForms, type TableForm } from '../remembered-mapping.ts';
import { stageImport } from '../stage-import.ts';
import type { StagedCell, StagedImport } from '../staged-import.ts';
import type { CellsReply, ImportDone, ImportOrder, RowsReply } from './messages.ts';
import { reviewImport } from './review-import.ts';

interface ImportFile {
  readonly grid: Grid;
  readonly sha256: string;
  /** As the person named it; null when the file says it. */
  readonly period: string | null;
}

/** One file on its way in: what was read, what the person said of it, and what would become of it. */
export class ImportSession {
  readonly #workspace: Workspace;
  readonly #file: ImportFile;
  readonly #asked = new Map<string, ImportQuestion>();
  #mapping: ImportMapping = emptyMapping;
  #isRemembered = false;
  #version = 0;
  #staged: StagedImport | null = null;
  /** The latest change of the data that it was staged against. */
  #stagedAt = 0;
  /** As first recognised. */
  #forms: readonly TableForm[] = [];

  constructor(workspace: Workspace, file: ImportFile) {
    this.#workspace = workspace;
    this.#file = file;
  }

  /** Recognises and stages the file with the answers so far; at the first time with those remembered for its layout. */
  stage(): Result<ImportReview, Failure> {
    this.#stagedAt = this.#workspace.imports.lastChange();
    const context = this.#context();
    if (!context.ok) return context;
    const { grid } = this.#file;
    if (this.#staged === null) {
      const found = recogniseTables(grid, context.value, emptyMapping);
      if (!found.ok) return found;
      this.#forms = found.value;
      const known = recallForms(this.#workspace, found.value, grid);
      this.#mapping = known ?? emptyMapping;
      this.#isRemembered = known !== null;
    }
    const tables = recogniseTables(grid, context.value, this.#mapping);
    if (!tables.ok) return tables;
    const staged = stageImport(grid, tables.value, context.value, this.#mapping);
    this.#staged = staged;
    this.#version += 1;
    for (const question of staged.questions) this.#asked.set(question.id, question);
    return succeed(
      reviewImport({
        grid,
        staged,
        asked: [...this.#asked.values()],
        mapping: this.#mapping,
        version: this.#version,
        isRemembered: this.#isRemembered,
      }),
    );
  }

  /** Replaces what the person said of the file. */
  answer(mapping: ImportMapping): void {
    this.#mapping = mapping;
  }

  rows({ sheet, from, count }: Extract<ImportOrder, { readonly kind: 'rows' }>): RowsReply {
    const found = this.#file.grid.sheets[sheet];
    if (found === undefined) return { rows: [], merges: [] };
    const end = from + count;
    return {
      rows: found.rows.slice(from, end).map((row) => row.map(cellText)),
      merges: found.merges.filter(({ top, bottom }) => bottom >= from && top < end),
    };
  }

  cells({ status, from, count }: Extract<ImportOrder, { readonly kind: 'cells' }>): CellsReply {
    const all = this.#staged?.cells ?? [];
    const wanted = status === null ? all : all.filter((cell) => cell.status === status);
    return { cells: wanted.slice(from, from + count).map(cellView), all: wanted.length };
  }

  /** Writes what is staged, in one transaction. */
  commit(
    rules: readonly string[],
    byWhom: string,
    onProgress: (done: number, all: number) => void,
  ): Result<ImportDone, Failure> {
    const { grid, sha256 } = this.#file;
    if (this.#staged === null) throw new Error('an import is staged before it is committed');
    const file = {
      fileName: grid.fileName,
      sha256,
      staged: this.#staged,
      mapping: this.#mapping,
      stagedAt: this.#stagedAt,
      forms: this.#forms,
      grid,
    };
    const done = commitImport(this.#workspace, [file], { byWhom, rules, onProgress });
    if (!done.ok) return done;
    const [outcome] = done.value;
    return succeed(outcome ?? { sourceId: null, written: 0, newRegions: 0, newIndicators: 0 });
  }

  #context(): Result<ImportContext, Failure> {
    const period = this.#file.period === null ? succeed(null) : findPeriod(this.#file.period);
    if (!period.ok) return period;
    const view = createDataView(this.#workspace);
    return succeed({
      indicators: view.indicators,
      regions: view.regions,
      view,
      period: period.value,
      home: homeRegion(this.#workspace),
    });
  }
}

function cellText(cell: GridCell): string {
  switch (cell.kind) {
    case 'empty':
      return '';
    case 'text':
    case 'date':
    case 'error':
      return cell.text;
    case 'number':
      return cell.shown ?? cell.decimal;
    case 'percent':
      return `${cell.shown ?? cell.decimal}%`;
    case 'uncomputed':
      return `=${cell.formula}`;
  }
}

function cellView(staged: StagedCell): CellsReply['cells'][number] {
  const { cell, region, indicator, period, text, value, status, before, note } = staged;
  const problem = staged.problem === null ? null : describeFailure(staged.problem);
  return { cell, region, indicator, period, text, value, status, before, note, problem };
}
