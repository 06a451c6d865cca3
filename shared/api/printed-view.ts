import { z } from 'zod';
import { chartKinds, imprintParts, letterheadParts, seriesShapes } from '../report/document.ts';

const Run = z.strictObject({
  text: z.string(),
  lead: z.boolean(),
  bold: z.boolean(),
  figureId: z.string().nullable(),
  gap: z.enum(['待填', '无法计算']).nullable(),
  isConstant: z.literal(true).optional(),
  overrides: z.string().optional(),
  reference: z.string().optional(),
});
const Runs = z.array(Run);

function Parts<const Names extends readonly [string, ...string[]]>(names: Names) {
  return z.array(z.strictObject({ part: z.enum(names), runs: Runs }));
}

/** A block of the printed document (`shared/report/printed.ts`) as it travels to the page. */
export const PrintedBlockView = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('title'), runs: Runs }),
  z.strictObject({ kind: z.literal('letterhead'), parts: Parts(letterheadParts) }),
  z.strictObject({ kind: z.literal('recipients'), runs: Runs }),
  z.strictObject({
    kind: z.literal('contents'),
    depth: z.int(),
    entries: z.array(
      z.strictObject({
        level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
        text: z.string(),
        block: z.int(),
      }),
    ),
  }),
  z.strictObject({
    kind: z.literal('paragraph'),
    level: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
    ordinal: z.int(),
    number: z.string(),
    runs: Runs,
  }),
  z.strictObject({
    kind: z.literal('table'),
    id: z.string(),
    label: z.string().optional(),
    caption: z.string(),
    unit: z.string().nullable(),
    rows: z.array(
      z.strictObject({
        role: z.enum(['header', 'body', 'total']),
        cells: z.array(
          z.strictObject({
            runs: Runs,
            colspan: z.int(),
            rowspan: z.int(),
            numeric: z.boolean(),
            isSentence: z.literal(true).optional(),
          }),
        ),
      }),
    ),
  }),
  z.strictObject({
    kind: z.literal('chart'),
    chart: z.strictObject({
      id: z.string(),
      kind: z.enum(chartKinds),
      label: z.string().optional(),
      caption: z.string(),
      unit: z.string().nullable(),
      secondUnit: z.string().optional(),
      decimals: z.int(),
      categories: z.array(z.string()),
      series: z.array(
        z.strictObject({
          name: z.string(),
          points: z.array(z.strictObject({ figureId: z.string(), decimal: z.string().nullable(), text: z.string() })),
          shape: z.enum(seriesShapes).optional(),
          onSecondAxis: z.literal(true).optional(),
        }),
      ),
    }),
  }),
  z.strictObject({
    kind: z.literal('image'),
    id: z.string(),
    label: z.string().optional(),
    caption: z.string(),
    sha256: z.string(),
    alternative: z.string(),
    widthMillimetres: z.number().nullable(),
  }),
  z.strictObject({ kind: z.literal('note'), text: z.string() }),
  z.strictObject({ kind: z.literal('attachments'), names: z.array(Runs) }),
  z.strictObject({ kind: z.literal('signature'), organisation: Runs, date: Runs }),
  z.strictObject({ kind: z.literal('annotation'), runs: Runs }),
  z.strictObject({
    kind: z.literal('annex'),
    label: z.string(),
    title: Runs,
    landscape: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('imprint'), parts: Parts(imprintParts) }),
  z.strictObject({ kind: z.literal('pageBreak') }),
]);
