import type { Database } from 'better-sqlite3';
import type { ReportData } from '../../electron/core/services/report-data.ts';
import type { Indicator, Region } from '../../shared/figures/catalogue.ts';
import { parseFormat, printValue } from '../../shared/figures/format.ts';
import { evaluateFormula } from '../../shared/figures/formula/evaluate.ts';
import type { Period } from '../../shared/figures/period.ts';
import type { LargeData } from './large-data.ts';
import { must } from './measure.ts';

/** One figure, written for us and for SQL. */
interface BenchFigure {
  readonly formula: string;
  readonly region: Region;
  readonly statement: keyof typeof statements;
  readonly values: readonly number[];
}

const eachKind = 25;

const sum = `SELECT CAST(sum(num) AS REAL) AS value FROM observation JOIN region ON region.id = region_id
  WHERE region.parent_id = ? AND in_total = 1 AND indicator_id = ? AND period_id = ?`;
const statements = {
  total: `SELECT (${sum}) / ? AS value`,
  share: `SELECT 100 * (${sum}) / (${sum}) AS value`,
  growth: `SELECT 100 * ((${sum}) / (${sum}) - 1) AS value`,
  rank: `SELECT 1 + count(*) AS value FROM observation JOIN region ON region.id = region_id
    WHERE region.parent_id = ? AND in_total = 1 AND indicator_id = ? AND period_id = ?
      AND num > (SELECT num FROM observation WHERE indicator_id = ? AND period_id = ? AND region_id = ?)`,
};

/** 25 合计, 25 占比, 25 同比 of the parent and 25 排名 of members, over as many indicators as there are. */
export function hundredFigures({ parent, members, indicators, periods }: LargeData): readonly BenchFigure[] {
  const now = periods.length;
  const pick = (at: number): Indicator => must(find(indicators, at % indicators.length));
  const range = ({ id }: Indicator, period = now) => [parent.id, id, period];
  return Array.from({ length: eachKind }, (_, at): readonly BenchFigure[] => {
    const [first, part, grown, ranked] = [pick(at), pick(30 + at), pick(60 + at), pick(90 + at)];
    const whole = must(
      find(
        indicators.filter(({ unit }) => unit === part.unit),
        at,
      ),
    );
    const member = must(find(members, (at * 37) % members.length));
    const totalOf = ({ name }: Indicator) => `合计(下级, ${name})`;
    return [
      {
        formula: totalOf(first),
        region: parent,
        statement: 'total',
        values: [...range(first), 10 ** first.scale],
      },
      {
        formula: `占比(${totalOf(part)}, ${totalOf(whole)})`,
        region: parent,
        statement: 'share',
        values: [...range(part), ...range(whole)],
      },
      {
        formula: `同比(${totalOf(grown)})`,
        region: parent,
        statement: 'growth',
        values: [...range(grown), ...range(grown, now - 1)],
      },
      {
        formula: `排名(${ranked.name})`,
        region: member,
        statement: 'rank',
        values: [...range(ranked), ranked.id, now, member.id],
      },
    ];
  }).flat();
}

function find<Item>(items: readonly Item[], at: number) {
  const item = items[at];
  return item === undefined ? ({ ok: false, error: at } as const) : ({ ok: true, value: item } as const);
}

export interface Computed {
  readonly number: number;
  readonly text: string;
  readonly sources: number;
}

/** The figures as a report computes and prints them, with the observations that they come from. */
export function computeFigures(
  figures: readonly BenchFigure[],
  { view, language }: ReportData,
  period: Period,
): readonly Computed[] {
  const format = must(parseFormat(null));
  return figures.map(({ formula, region }) => {
    const { value, sources } = evaluateFormula(must(language.check(formula)), { view, language, region, period });
    const number = value.kind === 'number' ? value.value.valueOf() : Number.NaN;
    const count = sources.reduce((total, { regions }) => total + regions.length, 0);
    return { number, text: printValue(value, format, 'prose').text, sources: count };
  });
}

/** The same figures in SQL: floats, stored integers as they are, without sources and wording. */
export function preparePlainSql(db: Database, figures: readonly BenchFigure[]): () => readonly number[] {
  const prepare = (text: string) => db.prepare<number[], number>(text).pluck();
  const prepared = {
    total: prepare(statements.total),
    share: prepare(statements.share),
    growth: prepare(statements.growth),
    rank: prepare(statements.rank),
  };
  return () => figures.map(({ statement, values }) => prepared[statement].get(...values) ?? Number.NaN);
}
