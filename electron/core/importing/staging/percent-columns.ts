import { foldName } from '../../../../shared/reading/fold-name.ts';
import type { ImportQuestion } from '../mapping.ts';
import type { Line } from '../recognised-table.ts';
import { answerTo, type Desk, known, type Place, pathOf, placeAt, referenceOf } from './place.ts';
import { cellText, type NumberReading, readCell } from './read-cell.ts';

/**
 * How the figures of a percentage that stand without a percent sign are meant. `points`: 85.6 is 85.6 %. `shares`: 0.856
 * is. `asked`: a question stands open; so do the signed ones beside them, where `all`.
 */
export type PercentMeaning =
  | { readonly kind: 'points' }
  | { readonly kind: 'shares' }
  | { readonly kind: 'left-out' }
  | { readonly kind: 'asked'; readonly question: string; readonly all: boolean };

type Form = 'signed' | 'small' | 'large';

/** Above it a number without a sign is no share: a gross enrolment of 105 % is written 1.05, none is written 3. */
const largestShare = 2;

/** Shares or points? A person must say so once for each indicator whose figures could be either. */
export class PercentColumns {
  readonly #desk: Desk;
  readonly #lines: { readonly rows: readonly Line[]; readonly columns: readonly Line[] };
  readonly #meanings = new Map<Line | null, PercentMeaning>();

  constructor(desk: Desk, lines: { readonly rows: readonly Line[]; readonly columns: readonly Line[] }) {
    this.#desk = desk;
    this.#lines = lines;
  }

  meaning(place: Place): PercentMeaning {
    const decided = this.#meanings.get(place.named);
    if (decided) return decided;
    const meaning = this.#decide(place);
    this.#meanings.set(place.named, meaning);
    return meaning;
  }

  #decide(place: Place): PercentMeaning {
    const samples = this.#samples(place);
    const { signed, small, large } = samples;
    if (!small && !large) return { kind: 'points' };
    const all = signed !== undefined;
    // Above 1 they can only be points; 0.85 below （%） is more often a share that lost its format.
    if (!all && !small) return { kind: 'points' };
    return this.#ask(place, { samples: [small, large, signed].flatMap((each) => each ?? []), all });
  }

  #ask(place: Place, { samples, all }: { readonly samples: readonly Place[]; readonly all: boolean }): PercentMeaning {
    const path = pathOf(place);
    const question: ImportQuestion = {
      kind: 'mixed-percent',
      id: `percent:${path}`,
      text: place.indicator?.text ?? path,
      samples: samples.map((each) => ({ cell: referenceOf(this.#desk, each), text: cellText(each.cell) })),
    };
    const answer = answerTo(this.#desk, question.id);
    if (answer?.kind === 'leave-out') return { kind: 'left-out' };
    if (answer?.kind === 'unit') return { kind: foldName(answer.unit) === '1' ? 'shares' : 'points' };
    return { kind: 'asked', question: this.#desk.questions.ask(question), all };
  }

  /** The first figure of each form under the same indicator. Nought is the same in all. */
  #samples(place: Place): Readonly<Partial<Record<Form, Place>>> {
    const samples: Partial<Record<Form, Place>> = {};
    for (const other of this.#sameIndicator(place)) {
      const reading = readCell(other, this.#desk.formulas);
      const form = reading.kind === 'number' ? formOf(reading) : null;
      if (form !== null) samples[form] ??= other;
    }
    return samples;
  }

  *#sameIndicator({ named }: Place): Generator<Place> {
    const { rows, columns } = this.#lines;
    for (const row of named && rows.includes(named) ? [named] : rows) {
      for (const column of named && columns.includes(named) ? [named] : columns) {
        const place = placeAt(this.#desk, row, column);
        if (place.role !== 'left-out' && place.named === named && known(place.indicator)) yield place;
      }
    }
  }
}

function formOf({ decimal, unit }: NumberReading): Form | null {
  if (unit !== null) return foldName(unit) === '%' ? 'signed' : null;
  if (/^-?0(\.0*)?$/.test(decimal)) return null;
  return isShare(decimal, 1) ? 'small' : 'large';
}

function isShare(decimal: string, largest: number): boolean {
  const [, whole = '', fraction = ''] = /^-?0*(\d+)(?:\.(\d*))?$/.exec(decimal) ?? [];
  // 15 digits and more are no share.
  if (whole.length > 2) return false;
  return Number(whole) < largest || (Number(whole) === largest && /^0*$/.test(fraction));
}

/** Whether a bare number is a share, once the person said that the column holds shares. */
export function couldBeShare(decimal: string): boolean {
  return isShare(decimal, largestShare);
}
