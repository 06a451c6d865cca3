import { createHash } from 'node:crypto';
import type { Form, FormColumn } from './form.ts';

/** The very hidden sheet by which a workbook is known again, whatever its file is called. */
export const metaSheetName = '_meta';
const metaFormat = '汇稿填报表';
const metaVersion = '1';

/** What a workbook says of itself; every value is text. */
export interface FormMeta {
  readonly token: string;
  readonly title: string;
  readonly period: string;
  readonly unit: MetaRegion;
  readonly header: { readonly first: number; readonly last: number };
  readonly columns: readonly MetaColumn[];
  readonly rows: readonly (MetaRegion & { readonly row: number })[];
  /** Cells whose content the form gave: last year's figures. */
  readonly given: readonly { readonly row: number; readonly column: number; readonly text: string }[];
  readonly fields: readonly { readonly label: string; readonly row: number; readonly column: number }[];
}
export interface MetaRegion {
  readonly id: number;
  readonly code: string;
  readonly name: string;
}
export interface MetaColumn {
  readonly column: number;
  readonly kind: FormColumn['kind'];
  /** Empty for 校验. */
  readonly indicator: string;
  readonly path: readonly string[];
  readonly formula: string;
}

export function metaOf(form: Form, given: FormMeta['given']): FormMeta {
  const { token, title, period, unit } = form.request;
  return {
    token,
    title,
    period: period.label,
    unit: { id: unit.id, code: unit.code ?? '', name: unit.name },
    header: form.header,
    columns: form.columns.map((column) => ({
      column: column.column,
      kind: column.kind,
      indicator: column.kind === 'check' ? '' : column.indicator.code,
      path: column.path,
      formula: 'formula' in column ? column.formula : '',
    })),
    rows: form.rows.map(({ row, region }) => ({ row, id: region.id, code: region.code ?? '', name: region.name })),
    given,
    fields: form.fields,
  };
}

type MetaLine = readonly (string | number)[];

/** Longest text that a cell holds. */
const longestText = 32_000;

/** Lines of the hidden sheet; the last one seals the others. */
export function metaLines(meta: FormMeta): readonly MetaLine[] {
  const { token, title, period, unit, header } = meta;
  const lines: MetaLine[] = [
    [metaFormat, metaVersion],
    ['collection', token],
    ['title', title],
    ['period', period],
    ['unit', unit.id, unit.code, unit.name],
    ['header', header.first, header.last],
    ...meta.columns.map(({ column, kind, indicator, path, formula }) => [
      'column',
      column,
      kind,
      indicator,
      path.join('\n').slice(0, longestText),
      formula,
    ]),
    ...meta.rows.map(({ row, id, code, name }) => ['row', row, id, code, name]),
    ...meta.given.map(({ row, column, text }) => ['given', row, column, text]),
    ...meta.fields.map(({ row, column, label }) => ['field', row, column, label]),
  ];
  return [...lines, ['seal', sealOf(lines)]];
}

function sealOf(lines: readonly MetaLine[]): string {
  const text = lines.map((line) => line.map(String).join('\t').replace(/\t+$/, '')).join('\r');
  return createHash('sha256').update(text).digest('hex');
}

const kinds: readonly FormColumn['kind'][] = ['entry', 'last-year', 'computed', 'check'];

/** Reads the lines back; null when they are not such lines or were altered. */
export function parseMeta(lines: readonly (readonly string[])[]): FormMeta | null {
  const sealAt = lines.findIndex(([key]) => key === 'seal');
  const body = lines.slice(0, Math.max(sealAt, 0));
  if (body[0]?.[0] !== metaFormat || body[0][1] !== metaVersion || lines[sealAt]?.[1] !== sealOf(body)) return null;
  const all = (key: string) => body.filter(([first]) => first === key);
  const one = (key: string) => all(key)[0] ?? [];
  const [, unitId, unitCode = '', unitName = ''] = one('unit');
  const [, first, last] = one('header');
  return {
    token: one('collection')[1] ?? '',
    title: one('title')[1] ?? '',
    period: one('period')[1] ?? '',
    unit: { id: Number(unitId), code: unitCode, name: unitName },
    header: { first: Number(first), last: Number(last) },
    columns: all('column').flatMap(([, column, kind, indicator = '', path = '', formula = '']) => {
      const known = kinds.find((each) => each === kind);
      return known ? [{ column: Number(column), kind: known, indicator, path: path.split('\n'), formula }] : [];
    }),
    rows: all('row').map(([, row, id, code = '', name = '']) => ({ row: Number(row), id: Number(id), code, name })),
    given: all('given').map(([, row, column, text = '']) => ({ row: Number(row), column: Number(column), text })),
    fields: all('field').map(([, row, column, label = '']) => ({ row: Number(row), column: Number(column), label })),
  };
}
