import type { ImportReview } from '../../../../shared/api/importing.ts';
import { importText as text } from './text.ts';

/** How the totals in the file compare with the sums of their parts. */
export function TotalsList({ totals }: { readonly totals: ImportReview['totals'] }) {
  if (totals.length === 0) return null;
  const agreeing = totals.filter(({ agrees }) => agrees).length;
  return (
    <section className="import-card">
      <h2>{text.review.totals}</h2>
      {agreeing > 0 && <p>{text.review.totalsAgree(agreeing)}</p>}
      <ul className="import-sentences">
        {totals
          .filter(({ agrees }) => !agrees)
          .map(({ cell, stated, sum }) => (
            <li key={cell} className="import-differs">
              {text.review.totalDiffers(cell, stated, sum)}
            </li>
          ))}
      </ul>
    </section>
  );
}
