import type { Indicator } from '../../../shared/figures/catalogue.ts';
import type { FormulaLanguage } from '../../../shared/figures/formula/language.ts';
import { yearEarlier } from '../../../shared/figures/period.ts';
import type { AppliedRule } from '../../../shared/figures/rules/apply-rules.ts';
import { fail, type Result, succeed } from '../../../shared/result.ts';
import type { Failure } from '../../../shared/text/failures/index.ts';
import type { FormRequest } from './collection.ts';
import { computedFormula } from './computed-formula.ts';
import { type CellOf, rowSign } from './excel-expression.ts';
import { type ExcelRule, excelRules } from './excel-rule.ts';
import { columnLetter, type Form, type FormColumn, headerRow } from './form.ts';
import { formNotes } from './form-notes.ts';
import { type HeadedIndicator, orderColumns } from './order-columns.ts';

export interface FormGround {
  readonly language: FormulaLanguage;
  readonly rules: readonly AppliedRule[];
}

/** Lays a form out: the same request always gives the same form. */
export function planForm(request: FormRequest, ground: FormGround): Result<Form, Failure> {
  const { kept, leftOut } = computable(request.indicators, ground.language);
  if (!kept.some(({ formula }) => formula === null)) return fail({ code: 'collection-nothing-to-fill' });
  const places = placeColumns(orderColumns(kept, ground.language.indicators), request);
  const cellOf = cellsOf(places);
  const rules = ground.rules.flatMap((rule) => excelRules(rule, cellOf));
  const figures = places.map((place) => figureColumn(place, ground.language, cellOf));
  const columns = [...figures, ...checkColumns(rules, figures.length + 2)];
  const header = { first: headerRow, last: headerRow + Math.max(...columns.map(({ path }) => path.length)) - 1 };
  const rows = request.members.map((region, index) => ({ row: header.last + 1 + index, region }));
  const below = header.last + rows.length + 2;
  return succeed({
    request,
    columns,
    rows,
    header,
    ...formNotes(below, { indicators: kept, rules, width: columns.length + 1 }),
    rules: rules.map(({ cells, broken, text }) => ({ letters: cells.map(letterOf), broken, text })),
    leftOut,
  });
}

function letterOf(cell: string): string {
  return cell.replaceAll(/[^A-Z]/g, '');
}

/** Derived indicators stay where their formula can be written over the columns that stay. */
function computable(chosen: readonly Indicator[], language: FormulaLanguage) {
  let kept = chosen;
  for (;;) {
    const cellOf: CellOf = (indicator) => (kept.some(({ id }) => id === indicator.id) ? `$A${rowSign}` : null);
    const still = kept.filter((each) => each.formula === null || computedFormula(each, language, cellOf) !== null);
    if (still.length === kept.length) break;
    kept = still;
  }
  return { kept, leftOut: chosen.filter((each) => !kept.includes(each)) };
}

interface PlacedIndicator extends HeadedIndicator {
  readonly column: number;
  readonly isLastYear: boolean;
}

/** The first column holds the names; last year's figure stands before this year's. */
function placeColumns(columns: readonly HeadedIndicator[], request: FormRequest): readonly PlacedIndicator[] {
  const { period, lastYear } = request;
  const spread = columns.flatMap(({ indicator, path }) => {
    const headed = withUnit(path, indicator.unit);
    if (!lastYear) return [{ indicator, path: headed, isLastYear: false }];
    return [
      { indicator, path: [...headed, yearEarlier(period).label], isLastYear: true },
      { indicator, path: [...headed, period.label], isLastYear: false },
    ];
  });
  return spread.map((each, index) => ({ ...each, column: index + 2 }));
}

function withUnit(path: readonly string[], unit: string): readonly string[] {
  const leaf = path.at(-1) ?? '';
  return [...path.slice(0, -1), unit === '' ? leaf : `${leaf}（${unit}）`];
}

function cellsOf(places: readonly PlacedIndicator[]): CellOf {
  const present = places.filter(({ isLastYear }) => !isLastYear);
  const columns = new Map(present.map(({ indicator, column }) => [indicator.id, column]));
  return ({ id }) => {
    const column = columns.get(id);
    return column === undefined ? null : `$${columnLetter(column)}${rowSign}`;
  };
}

function figureColumn(place: PlacedIndicator, language: FormulaLanguage, cellOf: CellOf): FormColumn {
  const { column, path, indicator } = place;
  if (place.isLastYear) return { kind: 'last-year', column, path, indicator };
  const formula = indicator.formula === null ? null : computedFormula(indicator, language, cellOf);
  return formula === null
    ? { kind: 'entry', column, path, indicator }
    : { kind: 'computed', column, path, indicator, formula };
}

/** A formula may be 8,192 signs long; names of Chinese signs count once each. */
const longestFormula = 7000;

/** 校验: what is broken in the row, in words; in further columns where one formula would be too long. */
function checkColumns(rules: readonly ExcelRule[], first: number): readonly FormColumn[] {
  const formulas: string[] = [];
  for (const { message } of rules) {
    const last = formulas.at(-1);
    if (last === undefined || last.length + message.length > longestFormula) formulas.push(message);
    else formulas[formulas.length - 1] = `${last}&${message}`;
  }
  return formulas.map((formula, index) => ({
    kind: 'check',
    column: first + index,
    path: [index === 0 ? '校验' : `校验（续${index}）`],
    formula,
  }));
}
