import { AutoComplete } from 'antd';
import { importText as text } from './text.ts';

interface Props {
  /** As typed; empty: nothing was said yet. */
  readonly value: string;
  readonly isBusy: boolean;
  readonly onChange: (value: string) => void;
}

/** A unit, with those that bureaus use to choose from; that there is none must be said. */
export function UnitField({ value, isBusy, onChange }: Props) {
  const options = [...text.unit.usual, text.unit.none].map((unit) => ({ value: unit }));
  return (
    <AutoComplete
      className="import-unit"
      size="small"
      disabled={isBusy}
      aria-label={text.unit.label}
      placeholder={text.unit.placeholder}
      value={value}
      options={options}
      onChange={onChange}
    />
  );
}

/** The unit as it is kept; null while the person has said nothing. */
export function unitOf(typed: string): string | null {
  const unit = typed.trim();
  if (unit === '') return null;
  return unit === text.unit.none ? '' : unit;
}
