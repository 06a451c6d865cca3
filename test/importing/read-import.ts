import { emptyMapping, type ImportMapping } from '../../electron/core/importing/mapping.ts';
import { readGrid } from '../../electron/core/importing/reading/read-grid.ts';
import { recogniseTables } from '../../electron/core/importing/recognise-tables.ts';
import { stageImport } from '../../electron/core/importing/stage-import.ts';
import type { StagedImport } from '../../electron/core/importing/staged-import.ts';
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
    const written = is.write?.cell.kind === 'missing' ? is.write.cell.reason : null;
    const gapDiffers = cell.missing !== null && cell.missing !== 'blank' && cell.missing !== written;
    if (tell(same) === tell(cell) && !gapDiffers) return [];
    return [
      `${cell.cell}: ${tell(cell)}${cell.missing === null ? '' : ` ${cell.missing}`}, but ${tell(is)} ${written ?? ''}`,
    ];
  });
  const landed = staged.cells.filter(({ cell, write }) => write !== null && !wanted.has(cell));
  const stray = staged.cells.filter(({ cell, write }) => write !== null && expected.ignored.includes(cell));
  return [
    ...wrong,
    ...[...new Set([...landed, ...stray])].map((cell) => `${cell.cell}: must not land, but ${tell(cell)}`),
  ];
}
