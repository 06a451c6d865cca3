import type { Period } from '../../../shared/figures/period.ts';
import type { ReportDocument } from '../../../shared/report/document.ts';
import type { Result } from '../../../shared/result.ts';
import type { Failure } from '../../../shared/text/failures/index.ts';

export interface NewReport {
  readonly title: string;
  /** Name of the template it was made from. */
  readonly template: string;
  readonly regionId: number;
  readonly period: Period;
  readonly document: ReportDocument;
}

/** A report without its text, as a list needs it. */
export interface ReportEntry {
  readonly id: number;
  readonly title: string;
  readonly template: string;
  readonly regionId: number;
  readonly period: Period;
  readonly createdAt: string;
  readonly updatedAt: string;
}
export interface StoredReport extends ReportEntry {
  readonly document: ReportDocument;
}
export interface ReportVersion {
  readonly id: number;
  readonly at: string;
  readonly document: ReportDocument;
}

/** 报告 as stored. */
export interface ReportRepository {
  /** Last changed first. */
  list(): readonly ReportEntry[];
  /** Fails with report-unknown, or workspace-damaged when the stored text is no document. */
  get(id: number): Result<StoredReport, Failure>;
  insert(report: NewReport): number;
  /** Fails with report-unknown. The text it replaces is kept as a version, at most one each 30 seconds. */
  update(id: number, change: { readonly title?: string; readonly document?: ReportDocument }): Result<void, Failure>;
  /** Earlier texts, newest first. */
  versions(id: number): readonly ReportVersion[];
}
