import { z } from 'zod';
import { signatureForms } from '../gongwen/options.ts';
import { ReportDocument } from '../report/document.ts';
import { catalogueRequests } from './catalogue.ts';
import { collectingRequests } from './collecting.ts';
import { dataRequests } from './data.ts';
import { ReportFigureExplanation } from './explanation.ts';
import { importRequests } from './importing.ts';
import { layoutRequests } from './layout.ts';
import { PrintedBlockView } from './printed-view.ts';
import { proofreadingRequests } from './proofreading.ts';

/** Every request of the program, declared once. Electron IPC, loopback HTTP, the worker and tests derive from it. */

/** A figure as shown beside the text and printed by `--json`: `value` is a decimal string, null when missing or not a number. */
export const FigureView = z.strictObject({
  id: z.string(),
  formula: z.string(),
  text: z.string(),
  value: z.string().nullable(),
  unit: z.string().nullable(),
  missing: z.string().nullable(),
  sources: z.array(
    z.strictObject({
      indicator: z.string(),
      region: z.string(),
      period: z.string(),
      value: z.string().nullable(),
      source: z.string().nullable(),
    }),
  ),
});
export type FigureView = z.infer<typeof FigureView>;

export const ReportSummary = z.strictObject({
  id: z.int(),
  title: z.string(),
  template: z.string(),
  region: z.string(),
  period: z.string(),
  /** ISO 8601, local time of the PC. */
  updatedAt: z.string(),
  figures: z.int(),
  /** Figures that stand as 【…】. */
  unfilled: z.int(),
  /** What is still to be filled in, each thing once, in however many figures it is wanted. */
  missing: z.int(),
  /** Figures that rest on data which break a 强制 rule, not waived. */
  broken: z.int(),
});
export type ReportSummary = z.infer<typeof ReportSummary>;

const BrokenRule = z.strictObject({
  rule: z.string(),
  region: z.string(),
  period: z.string(),
  message: z.string(),
  hint: z.string(),
  figureIds: z.array(z.string()),
  /** Where it is put right; `group` is null when its indicator is gone. */
  table: z.strictObject({ regionId: z.int(), group: z.string().nullable() }),
});

/** The stored document; its own schema nests too deeply for the types derived from the contract. */
const DocumentView = z.custom<ReportDocument>((value) => ReportDocument.safeParse(value).success);

export const contract = {
  /** What the page must know of its host and of the open workspace. */
  'app.info': {
    input: z.strictObject({}),
    output: z.strictObject({
      version: z.string(),
      /** `dialog`: the host asks where to save; `download`: the page downloads the bytes. */
      saving: z.enum(['dialog', 'download']),
      workspace: z.strictObject({ name: z.string(), isSample: z.boolean() }),
    }),
  },
  /** Leaves the open workspace and opens the sample one (made when it is not there yet), kept apart from real data. */
  'workspace.openSample': { input: z.strictObject({}), output: z.strictObject({ name: z.string() }) },
  /** Back from the sample to the person's own data file. */
  'workspace.openOwn': { input: z.strictObject({}), output: z.strictObject({ name: z.string() }) },
  'templates.list': {
    input: z.strictObject({}),
    output: z.array(
      z.strictObject({
        name: z.string(),
        regionLevel: z.string().nullable(),
        periodKind: z.string().nullable(),
        description: z.string(),
      }),
    ),
  },
  'regions.list': {
    input: z.strictObject({}),
    output: z.array(
      z.strictObject({
        name: z.string(),
        code: z.string().nullable(),
        level: z.string(),
        parent: z.string().nullable(),
        id: z.int(),
        aliases: z.array(z.string()),
        initials: z.string(),
        /** Merged or abolished: it is still there in earlier periods. */
        hasEnded: z.boolean(),
        /** 本单位地区 */
        isHome: z.boolean(),
      }),
    ),
  },
  /** Periods that hold data or were opened to be filled in, newest first. */
  'periods.list': {
    input: z.strictObject({}),
    output: z.array(z.strictObject({ label: z.string(), kind: z.string(), hasData: z.boolean() })),
  },
  'reports.list': { input: z.strictObject({}), output: z.array(ReportSummary) },
  'reports.create': {
    input: z.strictObject({ template: z.string(), region: z.string(), period: z.string() }),
    output: z.strictObject({ id: z.int() }),
  },
  'reports.open': {
    input: z.strictObject({ id: z.int() }),
    output: z.strictObject({
      summary: ReportSummary,
      document: DocumentView,
      blocks: z.array(PrintedBlockView),
      /** Of each block the position of the document's block that it prints. */
      origins: z.array(z.int()),
      figures: z.array(FigureView),
      /** What each figure of the text prints, words (the name of the region) among them. */
      chips: z.array(
        z.strictObject({
          id: z.string(),
          text: z.string(),
          gap: z.enum(['待填', '无法计算']).nullable(),
          isWord: z.boolean(),
          overrides: z.string().optional(),
        }),
      ),
      /** What each reference prints, by its label. */
      references: z.array(z.strictObject({ label: z.string(), text: z.string() })),
      /** Each thing that is missing once, with every figure that wants it. */
      missing: z.array(z.strictObject({ missing: z.string(), figureIds: z.array(z.string()) })),
      /** 强制 rules that the data behind the figures break, and nobody waived. */
      broken: z.array(BrokenRule),
      /** What a person must look at, such as a condition that no longer holds. */
      findings: z.array(z.strictObject({ code: z.string(), figureId: z.string().nullable(), message: z.string() })),
      /** Ways to break the title into lines, the best first, and which of them holds. */
      titleBreaks: z.strictObject({ proposals: z.array(z.array(z.string())), chosen: z.int() }),
      /** 署名 as the bureau's 版式 has it. */
      signatureForm: z.enum(signatureForms),
    }),
  },
  /** Keeps the text as edited. `base`: `updatedAt` of the text that it was made from; another one refuses. */
  'reports.save': {
    input: z.strictObject({ id: z.int(), document: DocumentView, base: z.string() }),
    output: z.strictObject({ updatedAt: z.string() }),
  },
  /** Breaks the title of a report as another of its proposals does. */
  'reports.breakTitle': {
    input: z.strictObject({ id: z.int(), breaking: z.int().min(0) }),
    output: z.strictObject({}),
  },
  /** How a figure of a report comes about, what it rests on, and where else it stands. */
  'figures.explain': {
    input: z.strictObject({ reportId: z.int(), figureId: z.string() }),
    output: ReportFigureExplanation,
  },
  /** Renders the file and keeps it under a handle for `files.save` or a download. */
  'reports.export': {
    /** `isDraft` prints 草稿 across every page. */
    input: z.strictObject({ id: z.int(), format: z.enum(['docx', 'pdf']), isDraft: z.boolean() }),
    output: z.strictObject({
      file: z.strictObject({ id: z.string(), name: z.string() }),
      missing: z.array(z.string()),
      /** Sentences a person should know of, such as substituted fonts. */
      notices: z.array(z.string()),
    }),
  },
  /** Renders the 数据底稿 of a report: every figure with its sentence, calculation and sources. */
  'reports.workingPaper': {
    input: z.strictObject({ id: z.int(), format: z.enum(['xlsx', 'docx']) }),
    output: z.strictObject({
      file: z.strictObject({ id: z.string(), name: z.string() }),
      notices: z.array(z.string()),
    }),
  },
  /** Stops the exports that are running; each then fails with `export-stopped`. */
  'reports.stopExport': { input: z.strictObject({}), output: z.strictObject({}) },
  ...collectingRequests,
  /** Asks the person where to save a rendered file; hosts with `saving: 'dialog'` only. */
  'files.save': {
    input: z.strictObject({ id: z.string() }),
    output: z.strictObject({ savedAs: z.string().nullable() }),
  },
  ...layoutRequests,
  ...dataRequests,
  ...importRequests,
  ...catalogueRequests,
  ...proofreadingRequests,
} as const;

export type Contract = typeof contract;
export type Method = keyof Contract;
export type Input<M extends Method> = z.input<Contract[M]['input']>;
export type Output<M extends Method> = z.output<Contract[M]['output']>;

export function isMethod(name: unknown): name is Method {
  return typeof name === 'string' && Object.hasOwn(contract, name);
}
