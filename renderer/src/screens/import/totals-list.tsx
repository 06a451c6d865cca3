import type { ImportReview } from '../../../../shared/api/import-review.ts';
import { importText as text } from './text.ts';

/** How the totals in the file compare with the sums of their parts. */
export function TotalsList({ totals }: { readonly totals: ImportReview['totals'] }) {
  const { agreeing, differing, first } = totals;
  if (agreeing + differing === 0) return null;
  return (
    <section className="import-card">
      <h2>{text.review.totals}</h2>
      {agreeing > 0 && <p>{text.review.totalsAgree(agreeing)}</p>}
      <ul className="import-sentences">
        {first.map(({ cell, stated, sum }) => (
          <li key={`${cell} ${sum}`} className="import-differs">
            {text.review.totalDiffers(cell, stated, sum)}
          </li>
        ))}
      </ul>
      {differing > first.length && <p>{text.review.moreTotals(differing - first.length)}</p>}
    </section>
  );
}
