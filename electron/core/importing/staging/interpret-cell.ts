import type { Indicator, Observation } from '../../../../shared/figures/catalogue.ts';
import { shiftDecimal, tidyDecimal } from '../../../../shared/reading/decimal-text.ts';
import { foldName } from '../../../../shared/reading/fold-name.ts';
import type { Failure } from '../../../../shared/text/failures/index.ts';
import { scalingFailure, toScaled } from '../../database/decimal.ts';
import type { ImportQuestion } from '../mapping.ts';
import { couldBeShare, type PercentColumns } from './percent-columns.ts';
import { answerTo, type Desk, type Place, pathOf, referenceOf } from './place.ts';
import { type CellReading, cellText, type NumberReading, readCell, readText, yuanSign } from './read-cell.ts';
import { unitOfTitles } from './title-units.ts';
import { isScaled, shiftBetween } from './unit-scale.ts';

/** What a cell says of an indicator, in the indicator's own unit. `value` is what it says where it is not taken. */
export type Interpretation =
  | { readonly kind: 'blank' }
  | { readonly kind: 'left-out'; readonly value: string | null }
  | { readonly kind: 'asked'; readonly value: string | null; readonly question: string }
  | {
      readonly kind: 'refused';
      readonly status: 'unreadable' | 'unit-differs';
      readonly value: string | null;
      readonly problem: Failure;
    }
  | { readonly kind: 'known'; readonly cell: Observation['cell']; readonly note: string | null };

export interface Interpreter {
  readonly desk: Desk;
  readonly percents: PercentColumns;
}

export function interpretCell(interpreter: Interpreter, place: Place, indicator: Indicator): Interpretation {
  // What a formula of ours gives is not written: only what the figure means must be known, to compare the two.
  const isDerived = indicator.formula !== null;
  const reading = isDerived ? readDerived(interpreter.desk, place) : readAnswered(interpreter.desk, place);
  switch (reading.kind) {
    case 'blank':
    case 'left-out':
    case 'asked':
      return reading;
    case 'missing':
      return { kind: 'known', cell: reading, note: null };
    case 'other': {
      const problem: Failure = { code: 'value-unreadable', text: cellText(place.cell) };
      return { kind: 'refused', status: 'unreadable', value: null, problem };
    }
    case 'number':
      if (indicator.scale === 0 && isSlip(place.cell)) {
        const problem: Failure = { code: 'value-unreadable', text: cellText(place.cell) };
        return { kind: 'refused', status: 'unreadable', value: null, problem };
      }
      return isPercentUnit(indicator.unit)
        ? interpretPercent(interpreter, reading, place, indicator)
        : interpretNumber(interpreter.desk, { reading, place, indicator });
  }
}

/** `(123)` and `1.2E+3` among counts: an accountant's minus, and digits that a text file may have lost. */
function isSlip(cell: Place['cell']): boolean {
  return cell.kind === 'text' && /^\s*[(（]|\d[eE][-+]?\d/.test(cell.text);
}

/** What a cell says by itself where nothing of it is taken, so that nothing needs to be asked. */
export function readWithoutAsking({ formulas }: Desk, place: Place): Interpretation {
  const reading = readCell(place, formulas);
  switch (reading.kind) {
    case 'blank':
      return reading;
    case 'missing':
      return { kind: 'known', cell: reading, note: null };
    case 'number':
      return { kind: 'known', cell: { kind: 'value', decimal: reading.decimal }, note: reading.note };
    case 'other':
    case 'uncomputed':
      return { kind: 'left-out', value: null };
  }
}

type AnsweredReading =
  | Exclude<CellReading, { readonly kind: 'uncomputed' }>
  | (Interpretation & { readonly kind: 'left-out' | 'asked' });

function readDerived({ formulas }: Desk, place: Place): AnsweredReading {
  const reading = readCell(place, formulas);
  return reading.kind === 'uncomputed' ? { kind: 'left-out', value: null } : reading;
}

/** What the cell says; of a formula that cannot be computed what the person says that it gives. */
function readAnswered(desk: Desk, place: Place): AnsweredReading {
  const reading = readCell(place, desk.formulas);
  const question = formulaQuestion(desk, place);
  const answer = question && answerTo(desk, question.id);
  const isAnswered = Boolean(answer) && desk.formulas.isBlind(place.row, place.column);
  if (question === null || (reading.kind !== 'uncomputed' && !isAnswered))
    return reading.kind === 'uncomputed' ? { kind: 'other' } : reading;
  if (answer?.kind === 'leave-out') return { kind: 'left-out', value: null };
  const said = answer?.kind === 'value' ? readText(answer.text) : { kind: 'uncomputed' as const };
  if (said.kind === 'number')
    return { ...said, note: `公式 =${question.formula} 没有结果，按填写的 ${said.decimal} 取` };
  if (said.kind === 'missing') return said;
  return { kind: 'asked', value: null, question: desk.questions.ask(question) };
}

/** What the uncomputed formula of a cell gives; null where none stands there. */
export function formulaQuestion(desk: Desk, place: Pick<Place, 'row' | 'column' | 'cell'>) {
  if (place.cell.kind !== 'uncomputed') return null;
  const cell = referenceOf(desk, place);
  const { formula } = place.cell;
  return { kind: 'formula', id: `formula:${cell}`, cell, formula } as const satisfies ImportQuestion;
}

interface Stated {
  readonly reading: NumberReading;
  readonly place: Place;
  readonly indicator: Indicator;
}

function isPercentUnit(unit: string): boolean {
  return unit === '%' || unit === '％';
}

function interpretPercent(
  { desk, percents }: Interpreter,
  reading: NumberReading,
  place: Place,
  indicator: Indicator,
): Interpretation {
  const { decimal, unit } = reading;
  const isBare = unit === null && foldName(place.unit ?? '%') === '%';
  if (!isBare && foldName(unit ?? '') !== '%') return interpretNumber(desk, { reading, place, indicator });
  // Nothing of it is written, and what it is compared with may be 0.856 as well as 85.6 %.
  if (indicator.formula !== null) return keep({ reading, place, indicator }, { shift: 0, note: reading.note });
  if (place.cell.kind === 'percent' && isTooLarge(decimal)) return interpretLarge(desk, { reading, place, indicator });
  const meaning = percents.meaning(place);
  if (meaning.kind === 'left-out') return { kind: 'left-out', value: decimal };
  if (meaning.kind === 'asked' && (meaning.all || isBare)) {
    return { kind: 'asked', value: decimal, question: meaning.question };
  }
  const isShare = isBare && meaning.kind === 'shares' && decimal !== '0' && couldBeShare(decimal);
  if (!isShare) return keep({ reading, place, indicator }, { shift: 0, note: reading.note });
  const note = `表里是 ${decimal}，按小数换算为 ${shiftDecimal(decimal, 2)}%`;
  return keep({ reading, place, indicator }, { shift: 2, note: join(reading.note, note) });
}

/** Rates of enrolment and of completion pass 100 %; what a format shows above 200 % was most likely typed as 85. */
function isTooLarge(decimal: string): boolean {
  return !couldBeShare(shiftDecimal(decimal, -2));
}

function interpretLarge(desk: Desk, stated: Stated): Interpretation {
  const { reading, place } = stated;
  const path = pathOf(place);
  const question: ImportQuestion = {
    kind: 'mixed-percent',
    id: `percent:${path}/200%`,
    text: place.indicator?.text ?? path,
    samples: [{ cell: referenceOf(desk, place), text: cellText(place.cell) }],
  };
  const answer = answerTo(desk, question.id);
  if (answer?.kind === 'leave-out') return { kind: 'left-out', value: reading.decimal };
  if (answer?.kind !== 'unit') return { kind: 'asked', value: reading.decimal, question: desk.questions.ask(question) };
  if (foldName(answer.unit) === '1') return keep(stated, { shift: 0, note: reading.note });
  const note = `表里显示 ${reading.decimal}%，按 ${shiftDecimal(reading.decimal, -2)}% 取`;
  return keep(stated, { shift: -2, note: join(reading.note, note) });
}

function interpretNumber(desk: Desk, stated: Stated): Interpretation {
  const { reading, place, indicator } = stated;
  const found = statedUnit(desk, stated);
  if (found === indicator.unit || foldName(found) === foldName(indicator.unit))
    return keep(stated, { shift: 0, note: reading.note });
  const shift = found === '万' ? null : shiftBetween(found, indicator.unit);
  // What only titles state may be of another column: a person must say whether it is of this one.
  const isOfTitles = reading.unit === null && place.unit === null && !reading.multiplied;
  if ((shift === null || shift === 0) && !isOfTitles) return differs(stated, found);
  if (indicator.formula !== null) return keep(stated, { shift: shift ?? 0, note: reading.note });
  const path = pathOf(place);
  const question: ImportQuestion = {
    kind: 'unit',
    // What was said of 千元 says nothing of 元.
    id: `unit:${path}/${foldName(found)}`,
    text: place.indicator?.text ?? path,
    indicator: indicator.name,
    found: foldName(found),
    expected: indicator.unit,
  };
  const answer = answerTo(desk, question.id);
  if (answer?.kind === 'leave-out') return { kind: 'left-out', value: reading.decimal };
  const chosen = answer?.kind === 'unit' ? shiftBetween(answer.unit, indicator.unit) : null;
  if (chosen === null) return { kind: 'asked', value: reading.decimal, question: desk.questions.ask(question) };
  if (answer?.kind !== 'unit' || chosen === 0) return keep(stated, { shift: 0, note: reading.note });
  const converted = shiftDecimal(reading.decimal, chosen);
  const note = `表里是 ${reading.decimal}${answer.unit}，换算为 ${converted}${indicator.unit}`;
  return keep(stated, { shift: chosen, note: join(reading.note, note) });
}

/** The unit that holds for the number, the nearest statement first; the indicator's own where none is made. */
function statedUnit({ table }: Desk, { reading, place, indicator }: Stated): string {
  const written = reading.unit === yuanSign ? (place.unit ?? table.units.find(isYuan) ?? '元') : reading.unit;
  const stated = written ?? place.unit ?? unitOfTitles(table, indicator);
  // `1.2万` under a unit such as 万元 may mean either.
  return reading.multiplied && isScaled(stated) ? '万' : stated;
}

function isYuan(unit: string): boolean {
  return shiftBetween(unit, '元') !== null;
}

function differs({ reading, indicator }: Stated, found: string): Interpretation {
  const { name, unit: expected } = indicator;
  const problem: Failure = { code: 'import-unit-differs', indicator: name, expected, found };
  return { kind: 'refused', status: 'unit-differs', value: reading.decimal, problem };
}

/** Exactly, or as the file itself shows it where it keeps more decimals than the indicator. */
function keep(
  { reading, indicator }: Stated,
  { shift, note }: { readonly shift: number; readonly note: string | null },
): Interpretation {
  const decimal = shift === 0 ? reading.decimal : shiftDecimal(reading.decimal, shift);
  const scaled = toScaled(decimal, indicator.scale);
  if (scaled.ok) return { kind: 'known', cell: { kind: 'value', decimal }, note };
  const shown = reading.shown === null ? null : readText(reading.shown);
  if (scaled.error === 'too-precise' && shown?.kind === 'number') {
    const taken = tidyDecimal(shift === 0 ? shown.decimal : shiftDecimal(shown.decimal, shift));
    if (toScaled(taken, indicator.scale).ok) {
      const rounded = `表里显示 ${reading.shown}，实存 ${reading.decimal}，按显示的取`;
      return { kind: 'known', cell: { kind: 'value', decimal: taken }, note: join(note, rounded) };
    }
  }
  const problem = scalingFailure(scaled.error, decimal, indicator);
  return { kind: 'refused', status: 'unreadable', value: decimal, problem };
}

function join(one: string | null, other: string): string {
  return one === null ? other : `${one}；${other}`;
}
