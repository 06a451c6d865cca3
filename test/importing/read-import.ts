import { emptyMapping, type ImportMapping } from '../../electron/core/importing/mapping.ts';
import { readGrid } from '../../electron/core/importing/reading/read-grid.ts';
import { recogniseTables } from '../../electron/core/importing/recognise-tables.ts';
import { stageImport } from '../../electron/core/importing/stage-import.ts';
import type { StagedCell, StagedImport } from '../../electron/core/importing/staged-import.ts';
import { expectValue } from '../database/fixture.ts';
import type { FixtureContent } from './fixtures/fixture.ts';
import type { ExpectedCell, ExpectedImport } from './samples/read-expected.ts';

/** What the import makes of a file, with the corrections that its expectation allows. */
export function importAs(content: FixtureContent, expected: ExpectedImport): StagedImport {
  const grid = content.kind === 'grid' ? content.grid : expectValue(readGrid(content.bytes, expected.file));
  const mapping: ImportMapping = { ...emptyMapping, answers: expected.corrections };
  const { indicators, regions } = expected.context;
  // An empty data file: nothing is recorded yet.
  const view = { indicators, regions, column: () => new Map(), namedSet: () => undefined };
  const context = { ...expected.context, view };
  const tables = expectValue(recogniseTables(grid, context, mapping));
  return stageImport(grid, tables, context, mapping);
}

type Compared = Pick<ExpectedCell, 'region' | 'indicator' | 'period' | 'value' | 'status'>;

function tell({ region, indicator, period, value, status }: Compared): string {
  return [region, indicator, period, value ?? '—', status].join(' | ');
}

/** What the cell puts into the data file: a number, the reason of a gap, or nothing. */
function writtenBy({ write }: StagedCell): string | null {
  if (write === null) return null;
  return write.cell.kind === 'value' ? write.cell.decimal : write.cell.reason;
}

/** Into an empty data file only new figures and stated gaps are written; a blank is neither. */
function writeOf({ status, value, missing }: ExpectedCell): string | null {
  if (status === 'new') return value;
  return status === 'missing' && missing !== 'blank' ? missing : null;
}

/** Each stated sum that was not compared, or with other numbers. */
function totalDifferences({ totals }: StagedImport, expected: ExpectedImport): readonly string[] {
  const found = new Map(totals.map(({ cell, stated, sum }) => [cell, `${stated} beside ${sum}`]));
  return expected.totals
    .map(({ cell, stated, sum }) => ({ cell, wanted: `${stated} beside ${sum}`, is: found.get(cell) ?? 'nothing' }))
    .filter(({ wanted, is }) => wanted !== is)
    .map(({ cell, wanted, is }) => `${cell}: sum ${wanted}, but ${is}`);
}

/** Each expected cell that came out otherwise, and each figure that nobody expected, one line each. */
export function differences(staged: StagedImport, expected: ExpectedImport): readonly string[] {
  const found = new Map(staged.cells.map((cell) => [cell.cell, cell]));
  const wanted = new Set(expected.cells.map(({ cell }) => cell));
  const wrong = expected.cells.flatMap((cell) => {
    const is = found.get(cell.cell);
    if (is === undefined) return cell.missing === 'blank' ? [] : [`${cell.cell}: ${tell(cell)}, but nothing was read`];
    // A name left unknown reads as written; where no value is stated any will do.
    const same: Compared = {
      region: cell.region === '' ? '' : is.region,
      indicator: cell.indicator === '' ? '' : is.indicator,
      period: cell.period === '' ? '' : is.period,
      value: cell.value === null ? null : is.value,
      status: is.status,
    };
    const writes = writtenBy(is);
    const shouldWrite = writeOf(cell);
    if (tell(same) === tell(cell) && writes === shouldWrite) return [];
    return [
      `${cell.cell}: ${tell(cell)}, writes ${shouldWrite ?? 'nothing'}, but ${tell(is)}, writes ${writes ?? 'nothing'}`,
    ];
  });
  const landed = staged.cells.filter(({ cell, write }) => write !== null && !wanted.has(cell));
  const stray = staged.cells.filter(({ cell, write }) => write !== null && expected.ignored.includes(cell));
  return [
    ...wrong,
    ...totalDifferences(staged, expected),
    ...[...new Set([...landed, ...stray])].map((cell) => `${cell.cell}: must not land, but ${tell(cell)}`),
  ];
}
