import Database from 'better-sqlite3';
import { openReportData } from '../../electron/core/services/report-data.ts';
import type { Indicator } from '../../shared/figures/catalogue.ts';
import { evaluateFormula } from '../../shared/figures/formula/evaluate.ts';
import { type LargeData, makeLargeData } from './large-data.ts';
import { must, row, say, timed } from './measure.ts';

const count = 100_000;

interface Pair {
  readonly formula: string;
  readonly sql: string;
}

/** An indicator by its name, and its value this year and the year before as SQL reads it. */
interface Term {
  readonly name: string;
  readonly now: string;
  readonly before: string;
}

const shapes: readonly ((factor: string, a: Term, b: Term) => Pair)[] = [
  (factor, a, b) => ({
    formula: `占比(${a.name} × ${factor}, ${b.name})`,
    sql: `100.0 * (${a.now} * ${factor}) / ${b.now}`,
  }),
  (factor, a, b) => ({
    formula: `(${a.name} + ${b.name} × ${factor}) ÷ ${b.name}[上年]`,
    sql: `(${a.now} + ${b.now} * ${factor}) / ${b.before}`,
  }),
  (factor, a, b) => ({
    formula: `${a.name} - ${b.name}[上年] × ${factor}`,
    sql: `${a.now} - ${b.before} * ${factor}`,
  }),
  (factor, a, b) => ({
    formula: `同比(${a.name} + ${b.name} × ${factor})`,
    sql: `100.0 * ((${a.now} + ${b.now} * ${factor}) / (${a.before} + ${b.before} * ${factor}) - 1)`,
  }),
  (factor, a, b) => ({
    formula: `比值(${a.name} × ${factor}, ${a.name} + ${b.name})`,
    sql: `${a.now} * ${factor} / (${a.now} + ${b.now})`,
  }),
];

/** Formulas of which no two are alike, and the same arithmetic in SQL; the shapes take turns. */
function makePairs({ indicators, periods, members }: LargeData): readonly Pair[] {
  const read = (indicator: Indicator, period: number) =>
    `(SELECT num / 1.0 FROM observation WHERE indicator_id = ${indicator.id} AND period_id = ${period} AND region_id = ${members[0]?.id})`;
  const terms = indicators
    .filter(({ unit }) => unit === '人')
    .map(
      (indicator): Term => ({
        name: indicator.name,
        now: read(indicator, periods.length),
        before: read(indicator, periods.length - 1),
      }),
    );
  return Array.from({ length: count }, (_, at): Pair => {
    const [shape, a, b] = [
      shapes[at % shapes.length],
      terms[(at * 7) % terms.length],
      terms[(at * 11 + 1) % terms.length],
    ];
    if (!shape || !a || !b) throw new Error('no data were made');
    return shape(`${1 + at}.25`, a, b);
  });
}

function runOurs(data: LargeData, pairs: readonly Pair[]): readonly number[] {
  const { view, language } = openReportData(data.workspace);
  const [region, period] = [data.members[0], data.periods.at(-1)];
  if (!region || !period) throw new Error('no data were made');
  const checking = timed(() => pairs.map(({ formula }) => must(language.check(formula))));
  const evaluating = timed(() =>
    checking.value.map((checked) => evaluateFormula(checked, { view, language, region, period }).value),
  );
  row('ours: parse and check', checking.spent, `${Math.round((checking.spent / count) * 1e4) / 10} µs each`);
  row('ours: evaluate', evaluating.spent, `${Math.round((evaluating.spent / count) * 1e4) / 10} µs each`);
  row('ours, both', checking.spent + evaluating.spent);
  return evaluating.value.map((value) => (value.kind === 'number' ? value.value.valueOf() : Number.NaN));
}

/** As many different formulas as a bureau never writes, each parsed, checked and evaluated once. */
export function benchFormulas(): void {
  say(`\nFormulas: ${count} different ones, each parsed, checked and evaluated once`);
  const data = makeLargeData({
    subject: 'formulas',
    parentLevel: '县',
    memberLevel: '校',
    members: 20,
    indicators: 300,
    years: 2,
  });
  const pairs = makePairs(data);
  const db = new Database(data.workspace.path, { readonly: true });
  try {
    const ours = runOurs(data, pairs);
    const theirs = timed(() =>
      pairs.map(({ sql }) => db.prepare<[], number>(`SELECT ${sql}`).pluck().get() ?? Number.NaN),
    );
    for (const [at, number] of ours.entries()) {
      const other = theirs.value[at] ?? Number.NaN;
      if (!(Math.abs(number - other) <= 1e-9 * Math.max(1, Math.abs(other)))) {
        throw new Error(`${pairs[at]?.formula}: ${number} is ${other} in SQL`);
      }
    }
    row('plain SQL: prepare and run (floats, no sources)', theirs.spent);
  } finally {
    db.close();
    data.workspace.close();
  }
}
