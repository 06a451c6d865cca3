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
}

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

  return { all, insert };
}
