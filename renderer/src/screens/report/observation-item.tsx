import type { ObservationFacts } from '../../../../shared/api/explanation.ts';
import { printDate } from '../../../../shared/figures/period.ts';
import { text } from '../../text.ts';
import { describeMoment } from '../../ui/moment.ts';

interface Props {
  readonly facts: ObservationFacts;
  readonly now: Date;
}

function changeOf({ changedAt, changedBy, previous }: ObservationFacts, now: Date): string | null {
  if (changedAt === null) return null;
  const change = text.report.changed(changedBy ?? '', describeMoment(changedAt, now));
  return previous === null ? change : change + text.report.previous(previous);
}

/** One observation: its value, where it stands, where it comes from and who changed it last. */
export function ObservationItem({ facts, now }: Props) {
  const { indicator, region, period, value, isMissing, source, cell, asOf } = facts;
  const where = [region, period, ...(asOf === null ? [] : [text.report.asOf(printDate(asOf))])];
  const change = changeOf(facts, now);
  return (
    <li className={isMissing ? 'source is-missing' : 'source'}>
      <p className="source-line">
        <strong>{value}</strong>
        <span>{indicator}</span>
      </p>
      <p className="source-where">{where.join(' · ')}</p>
      <p className="source-where">
        {source ?? text.report.noSource} {cell}
      </p>
      {change !== null && <p className="source-where">{change}</p>}
    </li>
  );
}
