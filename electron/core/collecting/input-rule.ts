import type { Indicator } from '../../../shared/figures/catalogue.ts';
import type { DataValidation } from './write-workbook/exceljs.ts';

/** 无此项, as the yearbooks write it. */
export const noSuchItem = '—';

/**
 * What may be typed into a column. A formula instead of the list of kinds, because only it lets “—” pass beside numbers.
 * Fractions are warned of and not refused: a rate below 0 is unlikely, but no rule of arithmetic.
 */
export function validationOf({ name, unit, scale }: Indicator, cell: string): DataValidation {
  const isWhole = scale === 0;
  const digits = isWhole ? `${cell}=INT(${cell})` : `ABS(${cell}-ROUND(${cell},${scale}))<0.0000001`;
  const wanted = isWhole ? '不小于 0 的整数' : `不小于 0 的数，最多 ${scale} 位小数`;
  const measure = unit === '' ? '' : `，单位是${unit}`;
  return {
    type: 'custom',
    allowBlank: true,
    formulae: [`IF(ISNUMBER(${cell}),AND(${cell}>=0,${digits}),${cell}="${noSuchItem}")`],
    showErrorMessage: true,
    errorStyle: isWhole ? 'stop' : 'warning',
    errorTitle: '填得不对',
    error: `请填${wanted}${measure}。没有这一项的填“${noSuchItem}”，暂时没有数的空着。`,
    showInputMessage: true,
    promptTitle: shorten(name, 30),
    prompt: `${wanted}${measure}；没有这一项填“${noSuchItem}”。`,
  };
}

/** Titles of messages hold 32 signs; a longer one makes Excel repair the file. */
function shorten(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}
