import { ImportMapping } from '../../../shared/api/import-mapping.ts';
import type { Period } from '../../../shared/figures/period.ts';
import type { Connection } from './connection.ts';
import { type PeriodRow, periodOf } from './period-repository.ts';

/** Reason of the revisions that undo an import. */
export const undoReason = '撤销导入';
/** Reason of the revisions that hand a figure over to another import that states it. */
export const handOverReason = '另一次导入也这样写';

/** 导入: one file whose figures were taken over. */
export interface PastImport {
  readonly sourceId: number;
  readonly fileName: string;
  readonly at: string;
  readonly byWhom: string;
  /** Figures that it wrote. */
  readonly cells: number;
  readonly undoneAt: string | null;
  readonly undoneBy: string | null;
}

/** A figure that an import wrote. */
export interface ImportedFigure {
  readonly indicatorId: number;
  readonly regionId: number;
  readonly period: Period;
}

/** Where an import states a figure. */
export interface Statement {
  readonly sourceId: number;
  readonly cell: string;
}

export interface ChangedFigure {
  readonly indicatorId: number;
  readonly regionId: number;
  readonly period: string;
}

/** What was imported, as the sources and revisions tell it. */
export interface ImportRepository {
  /** Newest first. */
  all(): readonly PastImport[];
  figures(sourceId: number): readonly ImportedFigure[];
  /** Records that an import states a figure that was there already. */
  confirm(figure: ImportedFigure, statement: Statement): void;
  /** Imports that state a figure without having written it, the latest first; those undone are left out. */
  confirmations(figure: ImportedFigure): readonly Statement[];
  /** Names the latest change of any figure. */
  lastChange(): number;
  /** Figures changed after that change. */
  changedSince(change: number): readonly ChangedFigure[];
  /** What the person said of the file; null for an import that is not there, or where nothing was kept. */
  said(sourceId: number): ImportMapping | null;
  /** Sources whose import was undone. */
  undone(): ReadonlySet<number>;
  markUndone(sourceId: number, byWhom: string): void;
}

type FigureRow = PeriodRow & { readonly indicatorId: number; readonly regionId: number };

export function createImportRepository({ db, write, timestamp }: Connection): ImportRepository {
  const selectAll = db.prepare<[string], PastImport>(
    `SELECT id AS sourceId, coalesce(file_name, title) AS fileName, imported_at AS at, by_whom AS byWhom,
       undone_at AS undoneAt, undone_by AS undoneBy,
       (SELECT count(*) FROM (SELECT 1 FROM revision WHERE source_id = source.id AND reason IS NOT ?
          GROUP BY indicator_id, period_id, region_id)) AS cells
     FROM source WHERE kind = '文件' ORDER BY id DESC`,
  );
  const selectFigures = db.prepare<[number], FigureRow>(
    `SELECT DISTINCT indicator_id AS indicatorId, region_id AS regionId, kind, year, place
     FROM revision JOIN period ON period.id = period_id WHERE source_id = ? ORDER BY revision.id`,
  );
  const selectMapping = db
    .prepare<[number], string | null>("SELECT mapping FROM source WHERE id = ? AND kind = '文件'")
    .pluck();
  const selectUndone = db.prepare<[], number>('SELECT id FROM source WHERE undone_at IS NOT NULL').pluck();
  const mark = db.prepare<[string, string, number]>(
    'UPDATE source SET undone_at = ?, undone_by = ? WHERE id = ? AND undone_at IS NULL',
  );
  const insertConfirmation = db.prepare<[number, string, number, number, string]>(
    `INSERT OR REPLACE INTO confirmation (indicator_id, period_id, region_id, source_id, cell)
     VALUES (?, (SELECT id FROM period WHERE label = ?), ?, ?, ?)`,
  );
  const selectConfirmations = db.prepare<[number, string, number], Statement>(
    `SELECT source_id AS sourceId, cell FROM confirmation JOIN source ON source.id = source_id
     WHERE indicator_id = ? AND period_id = (SELECT id FROM period WHERE label = ?) AND region_id = ?
       AND undone_at IS NULL
     ORDER BY source_id DESC`,
  );
  const selectLast = db.prepare<[], number>('SELECT coalesce(max(id), 0) FROM revision').pluck();
  const selectChanged = db.prepare<[number], ChangedFigure>(
    `SELECT DISTINCT indicator_id AS indicatorId, region_id AS regionId, label AS period
     FROM revision JOIN period ON period.id = period_id WHERE revision.id > ?`,
  );
  return {
    confirm: ({ indicatorId, regionId, period }, { sourceId, cell }) => {
      write(() => insertConfirmation.run(indicatorId, period.label, regionId, sourceId, cell));
    },
    confirmations: ({ indicatorId, regionId, period }) => selectConfirmations.all(indicatorId, period.label, regionId),
    lastChange: () => selectLast.get() ?? 0,
    changedSince: (change) => selectChanged.all(change),
    all: () => selectAll.all(undoReason),
    figures: (sourceId) =>
      selectFigures.all(sourceId).map(({ indicatorId, regionId, ...period }) => ({
        indicatorId,
        regionId,
        period: periodOf(period),
      })),
    said: (sourceId) => {
      const stored = selectMapping.get(sourceId) ?? null;
      return stored === null ? null : ImportMapping.parse(JSON.parse(stored));
    },
    undone: () => new Set(selectUndone.all()),
    markUndone: (sourceId, byWhom) => {
      write(() => mark.run(timestamp(), byWhom, sourceId));
    },
  };
}
