import type { FigureExplanation, ObservationFacts } from '../../shared/api/explanation.ts';
import { printDate } from '../../shared/figures/period.ts';

/** `2026-11-22T09:42:00` → `2026年11月22日 09:42` */
function printMoment(iso: string): string {
  return `${printDate(iso.slice(0, 10))} ${iso.slice(11, 16)}`;
}

function printObservation(facts: ObservationFacts): string {
  const { indicator, region, period, value, source, cell, asOf, changedAt, changedBy, previous } = facts;
  const about = [
    ...(asOf === null ? [] : [`截至${printDate(asOf)}`]),
    ...(source === null ? [] : [cell === null ? source : `${source} ${cell}`]),
    ...(changedAt === null ? [] : [`${changedBy ?? ''} ${printMoment(changedAt)}登记`.trim()]),
    ...(previous === null ? [] : [`原为${previous}`]),
  ];
  return `${indicator}·${region}·${period}：${[value, ...about].join('，')}`;
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)];
}

/** The explanation as lines for a person. */
export function printExplanation({
  steps,
  observations,
  moreObservations,
  years,
}: FigureExplanation): readonly string[] {
  const rest = moreObservations === 0 ? [] : [`另有 ${moreObservations} 个数据没有列出`];
  return [
    ...section(
      '计算过程',
      steps.map(({ text }) => text),
    ),
    ...section('数据来源', [...observations.map(printObservation), ...rest]),
    ...section(
      '以前各年',
      years.map(({ period, text }) => `${period} ${text}`),
    ),
  ];
}
