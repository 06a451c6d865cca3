import { Button } from 'antd';
import { useState } from 'react';
import type { Output } from '../../../../../shared/api/contract.ts';
import { call } from '../../../app/query.ts';
import { useToast } from '../parts/use-toast.tsx';
import { text } from '../text.ts';

interface Props {
  readonly newer: Output<'catalogue.indicators'>['newlyShipped'];
}

const words = text.indicators;

/** Offers what the program's catalogue has gained since the data file was made. */
export function NewerIndicators({ newer }: Props) {
  const [isOpen, setOpen] = useState(false);
  const toast = useToast();
  if (newer.length === 0) return null;
  const free = newer.filter(({ blocked }) => blocked === null).map(({ code }) => code);
  const add = () =>
    void toast.attempt(
      () => call('catalogue.addShipped', { codes: free }),
      () => toast.tell(words.newerDone(free.length)),
    );
  return (
    <section className="notice" aria-label={words.newer(newer.length)}>
      <p>
        <strong>{words.newer(newer.length)}</strong>　{words.newerHint}
      </p>
      <Button aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {isOpen ? words.newerHide : words.newerShow}
      </Button>
      <Button type="primary" disabled={free.length === 0} onClick={add}>
        {words.newerAdd(free.length)}
      </Button>
      {isOpen && (
        <ul>
          {newer.map(({ code, name, unit, group, blocked }) => (
            <li key={code}>
              {name}（{unit}，{group}）{blocked}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
