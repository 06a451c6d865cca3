import { z } from 'zod';
import type { Indicator } from '../../../shared/figures/catalogue.ts';
import type { Connection } from './connection.ts';

export type NewIndicator = Omit<Indicator, 'id'>;

/** 指标 as stored. */
export interface IndicatorRepository {
  /** Every indicator, in the order of entry. */
  all(): readonly Indicator[];
  /** A part's base must be stored before it. */
  insert(indicator: NewIndicator): Indicator;
  /** Replaces all but the id; another scale rewrites the stored values, exactly. Throws where they would not fit. */
  update(indicator: Indicator): void;
  /** As `update`, but the stored values are left as they are: whoever calls it rewrites them. */
  relabel(indicator: Indicator): void;
  /** Only one that nothing refers to. */
  remove(id: number): void;
  uses(id: number): IndicatorUses;
  /** Whether every stored value can be kept with so many decimals. */
  fitsScale(id: number, scale: number): boolean;
}

/** How many rows of each kind refer to an indicator. */
export type IndicatorUses = Readonly<Record<'observations' | 'revisions' | 'parts', number>>;

interface IndicatorRow {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly scale: number;
  readonly shown_decimals: number;
  readonly timing: Indicator['timing'];
  readonly aggregation: Indicator['aggregation'];
  readonly formula: string | null;
  readonly better: Indicator['better'];
  readonly definition: string;
  readonly group_name: string;
  readonly base_id: number | null;
  readonly dimensions: string | null;
}

const Dimensions = z.record(z.string(), z.string());

function partOf({ base_id: baseId, dimensions }: Pick<IndicatorRow, 'base_id' | 'dimensions'>): Indicator['part'] {
  return baseId === null ? null : { baseId, dimensions: Dimensions.parse(JSON.parse(dimensions ?? '{}')) };
}

function rowOf({ aliases: _, shownDecimals, group, part, ...columns }: NewIndicator): Omit<IndicatorRow, 'id'> {
  return {
    ...columns,
    shown_decimals: shownDecimals,
    group_name: group,
    base_id: part?.baseId ?? null,
    dimensions: part === null ? null : JSON.stringify(part.dimensions),
  };
}

export function createIndicatorRepository({ db, write }: Connection): IndicatorRepository {
  const selectAll = db.prepare<[], IndicatorRow>(
    `SELECT id, code, name, unit, scale, shown_decimals, timing, aggregation, formula, better, definition,
       group_name, base_id, dimensions
     FROM indicator ORDER BY id`,
  );
  const selectAliases = db.prepare<[], { readonly indicator_id: number; readonly alias: string }>(
    'SELECT indicator_id, alias FROM indicator_alias ORDER BY indicator_id, alias',
  );
  const insertIndicator = db.prepare<Omit<IndicatorRow, 'id'>>(
    `INSERT INTO indicator (code, name, unit, scale, shown_decimals, timing, aggregation, formula, better, definition,
       group_name, base_id, dimensions)
     VALUES (@code, @name, @unit, @scale, @shown_decimals, @timing, @aggregation, @formula, @better, @definition,
       @group_name, @base_id, @dimensions)`,
  );
  const updateIndicator = db.prepare<IndicatorRow>(
    `UPDATE indicator SET code = @code, name = @name, unit = @unit, scale = @scale, shown_decimals = @shown_decimals,
       timing = @timing, aggregation = @aggregation, formula = @formula, better = @better, definition = @definition,
       group_name = @group_name, base_id = @base_id, dimensions = @dimensions
     WHERE id = @id`,
  );
  const removeIndicator = db.prepare<[number]>('DELETE FROM indicator WHERE id = ?');
  const dropAliases = db.prepare<[number]>('DELETE FROM indicator_alias WHERE indicator_id = ?');
  const selectScale = db.prepare<[number], number>('SELECT scale FROM indicator WHERE id = ?').pluck();
  const widen = db.prepare<[number, number]>('UPDATE observation SET num = num * ? WHERE indicator_id = ?');
  const narrow = db.prepare<[number, number]>('UPDATE observation SET num = num / ? WHERE indicator_id = ?');
  const largest = db
    .prepare<[number], number | null>('SELECT max(abs(num)) FROM observation WHERE indicator_id = ?')
    .pluck();
  const unevenBy = db
    .prepare<[number, number], number>('SELECT count(*) FROM observation WHERE num % ? <> 0 AND indicator_id = ?')
    .pluck();
  const selectUses = db.prepare<{ readonly id: number }, IndicatorUses>(
    `SELECT (SELECT count(*) FROM observation WHERE indicator_id = @id) AS observations,
       (SELECT count(*) FROM revision WHERE indicator_id = @id) AS revisions,
       (SELECT count(*) FROM indicator WHERE base_id = @id) AS parts`,
  );
  const insertAlias = db.prepare<[number, string]>('INSERT INTO indicator_alias (indicator_id, alias) VALUES (?, ?)');

  function all(): readonly Indicator[] {
    const aliases = Map.groupBy(selectAliases.all(), (row) => row.indicator_id);
    return selectAll
      .all()
      .map(({ shown_decimals: shownDecimals, group_name: group, base_id, dimensions, ...columns }) => ({
        ...columns,
        shownDecimals,
        aliases: (aliases.get(columns.id) ?? []).map(({ alias }) => alias),
        group,
        part: partOf({ base_id, dimensions }),
      }));
  }

  function insert(indicator: NewIndicator): Indicator {
    return write(() => {
      const aliases = [...new Set(indicator.aliases)].sort();
      const id = Number(insertIndicator.run(rowOf(indicator)).lastInsertRowid);
      for (const alias of aliases) insertAlias.run(id, alias);
      return { ...indicator, id, aliases };
    });
  }

  /** Revisions keep the scale they were written with. */
  function rescale(id: number, scale: number): void {
    const steps = scale - (selectScale.get(id) ?? scale);
    if (!fitsScale(id, scale)) throw new Error(`values of indicator ${id} do not fit scale ${scale}`);
    if (steps > 0) widen.run(10 ** steps, id);
    if (steps < 0) narrow.run(10 ** -steps, id);
  }

  function fitsScale(id: number, scale: number): boolean {
    const steps = scale - (selectScale.get(id) ?? scale);
    // Stored integers stay below 10 ** 15, where JavaScript numbers are exact.
    if (steps > 0) return (largest.get(id) ?? 0) < 10 ** (15 - steps);
    return steps === 0 || unevenBy.get(10 ** -steps, id) === 0;
  }

  function relabel(indicator: Indicator): void {
    write(() => {
      const { id, ...rest } = indicator;
      updateIndicator.run({ ...rowOf(rest), id });
      dropAliases.run(id);
      for (const alias of new Set(indicator.aliases)) insertAlias.run(id, alias);
    });
  }

  function update(indicator: Indicator): void {
    write(() => {
      rescale(indicator.id, indicator.scale);
      relabel(indicator);
    });
  }

  function remove(id: number): void {
    write(() => {
      dropAliases.run(id);
      removeIndicator.run(id);
    });
  }

  function uses(id: number): IndicatorUses {
    const counted = selectUses.get({ id });
    if (counted === undefined) throw new Error('a count without a row');
    return counted;
  }

  return { all, insert, update, relabel, remove, uses, fitsScale };
}
