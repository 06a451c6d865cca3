import type { ComputedReport } from './compute.ts';
import type { Figure } from './figure.ts';
import { placeOf, type ReportScope } from './scope.ts';

/** What an exported file remembers of a figure, so that it can be told later whether it is stale or was changed by hand. */
export interface FigureRecord {
  readonly id: string;
  readonly formula: string;
  readonly format: string | null;
  readonly region: string;
  readonly period: string;
  /** As printed. */
  readonly text: string;
  /** Of the data that it was computed from; another fingerprint means other data. */
  readonly fingerprint: string;
}

/** FNV-1a over 64 bits: tells changed data from unchanged, and is no seal against forgery. */
function hash(text: string): string {
  let value = 0xcbf29ce484222325n;
  for (let at = 0; at < text.length; at += 1) {
    value = BigInt.asUintN(64, (value ^ BigInt(text.charCodeAt(at))) * 0x100000001b3n);
  }
  return value.toString(16).padStart(16, '0');
}

/** The observations behind a figure, each with its value or the reason why there is none. */
function inputsOf({ sources }: Figure, { view }: ReportScope): string {
  const lines = sources.flatMap(({ indicator, period, regions }) => {
    const column = view.column(indicator.id, period);
    return regions.map((region) => {
      const observation = column.get(region.id);
      const cell = observation?.cell;
      const value = cell === undefined ? '' : cell.kind === 'value' ? cell.decimal : cell.reason;
      return `${indicator.name}\t${period}\t${region.code ?? region.name}\t${value}`;
    });
  });
  return [...new Set(lines)].toSorted().join('\n');
}

/** The record of every figure of a report that prints a value of its data: names of regions and dates are no figures. */
export function recordFigures({ figures }: ComputedReport, report: ReportScope): readonly FigureRecord[] {
  return [...figures.values()].flatMap((figure) => {
    const { id, formula, format, scope } = figure.attributes;
    const place = placeOf(scope, report);
    if (figure.value.kind === 'text' || place === null) return [];
    return [
      {
        id,
        formula,
        format,
        region: place.region.name,
        period: place.period.label,
        text: figure.printed.text,
        fingerprint: hash(`${formula}\n${inputsOf(figure, report)}`),
      },
    ];
  });
}
