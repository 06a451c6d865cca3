import { createHash } from 'node:crypto';
import type { Region } from '../../../shared/figures/catalogue.ts';
import type { Period } from '../../../shared/figures/period.ts';
import { effectiveRules } from '../../../shared/figures/rules/rule.ts';
import { fail, type Result, succeed } from '../../../shared/result.ts';
import type { Failure } from '../../../shared/text/failures/index.ts';
import { createDataView } from '../database/data-view.ts';
import type { Workspace } from '../database/workspace.ts';
import { shippedRules } from '../services/shipped-rules.ts';
import type { FileToCommit } from './commit-import.ts';
import type { Grid } from './grid.ts';
import type { ImportMapping } from './mapping.ts';
import { readGrid } from './reading/read-grid.ts';
import { recogniseTables } from './recognise-tables.ts';
import { joinMappings, recallForms } from './remembered-mapping.ts';
import { type StagingContext, stageImport } from './stage-import.ts';
import { whyNoTable } from './why-no-table.ts';

export interface StagedFile extends FileToCommit {
  readonly grid: Grid;
  /** A layout met before gave answers. */
  readonly isRemembered: boolean;
}

export interface StagingRequest {
  readonly period: Period | null;
  readonly home: Region | null;
  /** What the person says of the file, before what is remembered of its layout. */
  readonly mapping: ImportMapping;
}

export function stagingContext(
  workspace: Workspace,
  { period, home }: Pick<StagingRequest, 'period' | 'home'>,
): StagingContext {
  const view = createDataView(workspace);
  const rules = effectiveRules(shippedRules(), workspace.rules.own());
  const ruleFormulas = rules.map(({ rule }) => rule.formula);
  return { indicators: view.indicators, regions: view.regions, view, period, home, ruleFormulas };
}

interface NamedBytes {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

export function checksumOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** From bytes to what would become of each figure. Nothing is written. */
export function stageFile(
  workspace: Workspace,
  { fileName, bytes }: NamedBytes,
  request: StagingRequest,
): Result<StagedFile, Failure> {
  const read = readGrid(bytes, fileName);
  return read.ok ? stageGrid(workspace, { grid: read.value, sha256: checksumOf(bytes) }, request) : read;
}

/** As `stageFile`, of a file that was read elsewhere. */
export function stageGrid(
  workspace: Workspace,
  { grid, sha256 }: { readonly grid: Grid; readonly sha256: string },
  request: StagingRequest,
): Result<StagedFile, Failure> {
  const { fileName } = grid;
  const stagedAt = workspace.imports.lastChange();
  const context = stagingContext(workspace, request);
  const first = recogniseTables(grid, context, request.mapping);
  if (!first.ok) return first;
  const remembered = recallForms(workspace, first.value, grid);
  const mapping = remembered === null ? request.mapping : joinMappings([remembered, request.mapping]);
  if (first.value.length === 0) {
    return fail({ code: 'import-no-table', name: fileName, detail: whyNoTable(grid, context) });
  }
  const tables = remembered === null ? first : recogniseTables(grid, context, mapping);
  if (!tables.ok) return tables;
  return succeed({
    fileName,
    sha256,
    grid,
    staged: stageImport(grid, tables.value, context, mapping),
    mapping,
    stagedAt,
    forms: first.value,
    isRemembered: remembered !== null,
  });
}
