import { ImportMapping } from '../../../shared/api/import-mapping.ts';
import type { Period } from '../../../shared/figures/period.ts';
import type { Connection } from './connection.ts';
import { type PeriodRow, periodOf } from './period-repository.ts';

/** Reason of the revisions that undo an import. */
export const undoReason = '撤销导入';

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

/** What was imported, as the sources and revisions tell it. */
export interface ImportRepository {
  /** Newest first. */
  all(): readonly PastImport[];
  figures(sourceId: number): readonly ImportedFigure[];
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
  return {
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
