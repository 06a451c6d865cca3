import type { CollectionView } from '../../../../shared/api/collecting.ts';
import { collectText as text } from './collect-text.ts';

/** Collections sent out so far, and who has not answered. */
export function MadeCollections({ collections }: { readonly collections: readonly CollectionView[] }) {
  return (
    <section className="collect-part" aria-labelledby="collect-history">
      <h2 id="collect-history">{text.history.title}</h2>
      <ul className="collect-history">
        {collections.map(({ id, title, period, units }) => {
          const missing = units.filter(({ returnedAt }) => returnedAt === null);
          return (
            <li key={id}>
              <strong>{text.read.result(title, period)}</strong>
              <span>{text.history.answered(units.length - missing.length, units.length)}</span>
              <span>
                {missing.length === 0
                  ? text.history.all
                  : text.history.missing(missing.map(({ name }) => name).join('、'))}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
