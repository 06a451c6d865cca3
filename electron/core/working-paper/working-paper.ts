import { printDate } from '../../../shared/figures/period.ts';
import { figurePlaces } from '../../../shared/report/figure-places.ts';
import { placeOf, type ReportScope } from '../../../shared/report/scope.ts';
import type { Workspace } from '../database/workspace.ts';
import { figureSteps } from '../services/explain-figure.ts';
import { factsOf, type ObservationPlace, observationPlaces } from '../services/observation-facts.ts';
import { type FilledReport, isShown } from '../services/report-data.ts';

/**
 * 数据底稿: every figure of a report with its sentence and calculation, and every observation that they rest on with its
 * source. Texts as they stand in the file; both are numbered from 1 and name each other.
 */
export interface WorkingPaper {
  readonly title: string;
  readonly figures: readonly WorkingFigure[];
  readonly sources: readonly WorkingSource[];
}

export interface WorkingFigure {
  readonly number: number;
  /** Heading, caption or element under which it stands; empty above the first heading. */
  readonly heading: string;
  /** Its whole sentence, around the figure. */
  readonly before: string;
  readonly text: string;
  readonly after: string;
  readonly region: string;
  readonly period: string;
  readonly formula: string;
  /** The formula in numbers, a sentence a step. */
  readonly steps: readonly string[];
  readonly sources: readonly number[];
}

export interface WorkingSource {
  readonly number: number;
  readonly indicator: string;
  /** 口径; empty where none is recorded. */
  readonly definition: string;
  readonly region: string;
  readonly period: string;
  /** 时点: the day that the value stands for; empty for a value over a span. */
  readonly asOf: string;
  readonly value: string;
  readonly source: string;
  readonly cell: string;
  readonly changedBy: string;
  /** Beijing time, to the minute. */
  readonly changedAt: string;
  readonly figures: readonly number[];
}

interface SourceEntry {
  readonly number: number;
  readonly place: ObservationPlace;
  readonly figures: number[];
}

/** The sources of all figures, each once, in the order in which they are first needed. */
class SourceList {
  readonly #entries = new Map<string, SourceEntry>();

  /** The numbers of the places that a figure rests on. */
  add(places: readonly ObservationPlace[], figure: number): readonly number[] {
    return [...new Set(places.map((place) => this.#entryOf(place, figure).number))];
  }

  #entryOf(place: ObservationPlace, figure: number): SourceEntry {
    const key = `${place.indicator.id} ${place.period} ${place.region.id}`;
    const entry = this.#entries.get(key) ?? { number: this.#entries.size + 1, place, figures: [] };
    this.#entries.set(key, entry);
    if (entry.figures.at(-1) !== figure) entry.figures.push(figure);
    return entry;
  }

  describe(workspace: Workspace, { view }: ReportScope): readonly WorkingSource[] {
    return [...this.#entries.values()].map(({ number, place, figures }) => {
      const facts = factsOf(place, view, workspace);
      return {
        number,
        indicator: facts.indicator,
        definition: place.indicator.definition,
        region: facts.region,
        period: facts.period,
        asOf: facts.asOf === null ? '' : printDate(facts.asOf),
        value: facts.value,
        source: facts.source ?? '',
        cell: facts.cell ?? '',
        changedBy: facts.changedBy ?? '',
        changedAt: facts.changedAt === null ? '' : beijingMinute(facts.changedAt),
        figures,
      };
    });
  }
}

/** China keeps one time, without summer time, whatever the clock of the machine is set to. */
function beijingMinute(iso: string): string {
  const hours = 8 * 60 * 60 * 1000;
  return new Date(Date.parse(iso) + hours).toISOString().slice(0, 16).replace('T', ' ');
}

/** The 数据底稿 of a report; names of regions and dates are no figures. */
export function makeWorkingPaper(
  workspace: Workspace,
  { filled, scope }: { readonly filled: FilledReport; readonly scope: ReportScope },
): WorkingPaper {
  const { computed, printed } = filled;
  const sources = new SourceList();
  const figures: WorkingFigure[] = [];
  for (const { figureId, heading, before, text, after } of figurePlaces(printed.blocks, Number.POSITIVE_INFINITY)) {
    const figure = computed.figures.get(figureId);
    if (figure === undefined || !isShown(figure)) continue;
    const where = placeOf(figure.attributes.scope, scope);
    const number = figures.length + 1;
    figures.push({
      number,
      heading: heading ?? '',
      before,
      text,
      after,
      region: where?.region.name ?? '',
      period: where?.period.label ?? '',
      formula: figure.attributes.formula,
      steps: figureSteps(figure, scope),
      sources: sources.add(observationPlaces(figure.sources), number),
    });
  }
  return { title: printed.title, figures, sources: sources.describe(workspace, scope) };
}
