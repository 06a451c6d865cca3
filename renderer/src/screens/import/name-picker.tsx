import { Select } from 'antd';
import type { ImportAnswer } from '../../../../shared/api/import-mapping.ts';
import { nothing, useQuery } from '../../app/query.ts';
import { importText as text } from './text.ts';

interface Props {
  readonly names: 'regions' | 'indicators' | 'periods';
  readonly isBusy: boolean;
  readonly onAnswer: (answer: ImportAnswer) => void;
}

const lists = { regions: 'regions.list', indicators: 'indicators.list', periods: 'periods.list' } as const;

/** Searches the catalogue by name, code or the initials of its 拼音. */
export function NamePicker({ names, isBusy, onAnswer }: Props) {
  const query = useQuery(lists[names], nothing);
  const entries = query.status === 'done' ? query.value : [];
  const options = entries.map((entry) => {
    const name = 'label' in entry ? entry.label : entry.name;
    const initials = 'initials' in entry ? entry.initials : '';
    return { value: name, label: name, search: `${name} ${initials}`.toLowerCase() };
  });
  return (
    <Select
      className="import-names"
      size="small"
      disabled={isBusy}
      loading={query.status === 'waiting'}
      showSearch={{ filterOption: (input, option) => option?.search.includes(input.toLowerCase()) ?? false }}
      aria-label={text.review.other[names]}
      placeholder={text.review.other[names]}
      value={null}
      options={options}
      onChange={(name: string | null) => {
        if (name !== null) onAnswer({ kind: 'use', name });
      }}
    />
  );
}
