import type { Indicator } from '../../../shared/figures/catalogue.ts';
import type { Connection } from './connection.ts';

export type NewIndicator = Omit<Indicator, 'id'>;

/** 指标 as stored. */
export interface IndicatorRepository {
  /** Every indicator, in the order of entry. */
  all(): readonly Indicator[];
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
}

export function createIndicatorRepository({ db, write }: Connection): IndicatorRepository {
  const selectAll = db.prepare<[], IndicatorRow>(
    `SELECT id, code, name, unit, scale, shown_decimals, timing, aggregation, formula, better, definition
     FROM indicator ORDER BY id`,
  );
  const selectAliases = db.prepare<[], { readonly indicator_id: number; readonly alias: string }>(
    'SELECT indicator_id, alias FROM indicator_alias ORDER BY indicator_id, alias',
  );
  const insertIndicator = db.prepare<Omit<IndicatorRow, 'id'>>(
    `INSERT INTO indicator
       (code, name, unit, scale, shown_decimals, timing, aggregation, formula, better, definition)
     VALUES
       (@code, @name, @unit, @scale, @shown_decimals, @timing, @aggregation, @formula, @better, @definition)`,
  );
  const insertAlias = db.prepare<[number, string]>('INSERT INTO indicator_alias (indicator_id, alias) VALUES (?, ?)');

  function all(): readonly Indicator[] {
    const aliases = Map.groupBy(selectAliases.all(), (row) => row.indicator_id);
    return selectAll.all().map(({ shown_decimals: shownDecimals, ...row }) => ({
      ...row,
      shownDecimals,
      aliases: (aliases.get(row.id) ?? []).map(({ alias }) => alias),
      group: '',
      part: null,
    }));
  }

  function insert(indicator: NewIndicator): Indicator {
    return write(() => {
      const { aliases: given, shownDecimals, group: _, part: __, ...columns } = indicator;
      const aliases = [...new Set(given)].sort();
      const id = Number(insertIndicator.run({ ...columns, shown_decimals: shownDecimals }).lastInsertRowid);
      for (const alias of aliases) insertAlias.run(id, alias);
      return { ...indicator, id, aliases };
    });
  }

  return { all, insert };
}
