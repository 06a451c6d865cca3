import { memo, type ReactNode, useDeferredValue, useMemo } from 'react';
import { describeSelection } from './describe-selection.ts';
import type { GridStore } from './grid-store.ts';
import { rangeOf, type Selection } from './selection.ts';

interface StatusBarProps {
  readonly store: GridStore;
  readonly selection: Selection;
  /** Of the store: the sums follow what is typed. */
  readonly version: number;
  readonly status: ReactNode;
}

/** 已选 n 格, 求和, 平均, as Excel says them; behind the selection by a moment rather than in its way. */
export function StatusBar({ store, selection, version, status }: StatusBarProps) {
  const latest = useMemo(() => ({ selection, version }), [selection, version]);
  const settled = useDeferredValue(latest);
  return (
    <div className="grid-status">
      <SelectionFacts store={store} selection={settled.selection} version={settled.version} />
      <span className="grid-status-end">{status}</span>
    </div>
  );
}

const SelectionFacts = memo(function SelectionFacts({ store, selection }: Omit<StatusBarProps, 'status'>) {
  return describeSelection(store, rangeOf(selection)).map((fact) => <span key={fact.slice(0, 2)}>{fact}</span>);
});
