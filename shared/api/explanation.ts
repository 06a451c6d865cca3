import { z } from 'zod';
import { Step } from '../figures/explain/step.ts';

/** 数字解释: how a figure comes about and what stands behind it. */

/** One observation that a figure rests on, with the last change of it. */
export const ObservationFacts = z.strictObject({
  indicator: z.string(),
  region: z.string(),
  period: z.string(),
  /** With its unit, or the reason for its absence: `65097人`, `未报`. */
  value: z.string(),
  isMissing: z.boolean(),
  source: z.string().nullable(),
  /** Sheet and cell of the source file. */
  cell: z.string().nullable(),
  /** ISO dates: 截至日 of the figure, and the moment of the last change. */
  asOf: z.string().nullable(),
  changedAt: z.string().nullable(),
  changedBy: z.string().nullable(),
  /** What stood there before the value was changed. */
  previous: z.string().nullable(),
});
export type ObservationFacts = z.infer<typeof ObservationFacts>;

/** Another place of a report where the same figure stands. */
export const FigurePlace = z.strictObject({
  figureId: z.string(),
  /** Heading of the section, caption of the table or chart; null above the first heading. */
  heading: z.string().nullable(),
  before: z.string(),
  text: z.string(),
  after: z.string(),
});

export const FigureExplanation = z.strictObject({
  region: z.string(),
  period: z.string(),
  text: z.string(),
  steps: z.array(z.strictObject({ step: Step, text: z.string() })),
  observations: z.array(ObservationFacts),
  /** How many observations there are beyond those listed. */
  moreObservations: z.int(),
  /** The same figure in the years before, the latest first; years without a value are left out. */
  years: z.array(z.strictObject({ period: z.string(), text: z.string() })),
});
export type FigureExplanation = z.infer<typeof FigureExplanation>;

export const ReportFigureExplanation = FigureExplanation.extend({
  figureId: z.string(),
  formula: z.string(),
  places: z.array(FigurePlace),
});
export type ReportFigureExplanation = z.infer<typeof ReportFigureExplanation>;
