import { SearchOutlined } from '@ant-design/icons';
import { Input } from 'antd';
import type { ReactNode } from 'react';

interface Props {
  readonly count: string;
  readonly search: {
    readonly value: string;
    readonly label: string;
    readonly onChange: (value: string) => void;
  } | null;
  readonly children: ReactNode;
}

/** Above a list: what to look for, how many there are, and what can be done. */
export function ListHead({ count, search, children }: Props) {
  return (
    <div className="list-head">
      {search !== null && (
        <Input
          className="list-search"
          allowClear
          prefix={<SearchOutlined aria-hidden="true" />}
          aria-label={search.label}
          placeholder={search.label}
          value={search.value}
          onChange={(event) => search.onChange(event.target.value)}
        />
      )}
      <span className="list-count" role="status">
        {count}
      </span>
      <div className="list-actions">{children}</div>
    </div>
  );
}
