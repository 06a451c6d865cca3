import { CopyOutlined, ImportOutlined, InboxOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { useState } from 'react';
import type { Output } from '../../../../shared/api/contract.ts';
import { addressOf, go } from '../../app/route.ts';
import type { OpenTable } from './data-place.ts';
import { NewPeriodDialog } from './new-period.tsx';
import { requestPaste } from './paste-request.ts';
import { text } from './text.ts';

interface Props {
  readonly places: Output<'data.places'>;
  readonly tables: Output<'data.tables'>;
  readonly place: OpenTable;
  readonly onAskTables: () => void;
}

/** No period has this label. */
const newPeriod = '+';

type Change = Partial<OpenTable>;

/** Which table is shown, and what can be done with it. */
export function DataHead({ places, tables, place, onAskTables }: Props) {
  const isLocked = places.periods.some(({ label, isLocked: locked }) => locked && label === place.period);
  const change = (part: Change) => go({ screen: 'data', place: { ...place, ...part } });
  return (
    <header className="data-head">
      <h1>{text.title}</h1>
      <TablePicker tables={tables} value={place.group} onAsk={onAskTables} onChange={(group) => change({ group })} />
      <PeriodPicker periods={places.periods} value={place.period} onChange={(period) => change({ period })} />
      {places.regions.length > 1 && (
        <Select
          aria-label={text.region}
          className="data-region"
          value={place.region}
          showSearch={{ optionFilterProp: 'label' }}
          popupMatchSelectWidth={false}
          options={places.regions.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(region) => change({ region })}
        />
      )}
      <div className="data-head-actions">
        <Button icon={<CopyOutlined />} disabled={isLocked} onClick={requestPaste}>
          {text.paste}
        </Button>
        <Button icon={<ImportOutlined />} href="#/import">
          {text.importFile}
        </Button>
        <Button icon={<InboxOutlined />} href="#/collect">
          {text.collect}
        </Button>
        <Button
          type="primary"
          href={addressOf({ screen: 'home', wish: { region: place.region, period: place.period } })}
        >
          {text.writeReport}
        </Button>
      </div>
    </header>
  );
}

interface TablePickerProps {
  readonly tables: Output<'data.tables'>;
  readonly value: string;
  readonly onChange: (group: string) => void;
  readonly onAsk: () => void;
}

function tableOption({ group, filled, cells }: Pick<Output<'data.tables'>[number], 'group' | 'filled' | 'cells'>) {
  return (
    <span className="data-table-option">
      <span>{group}</span>
      <small>{cells === 0 ? text.nothingExpected : text.filledShort(filled, cells)}</small>
    </span>
  );
}

/** Found by its words or by the first letters of their 拼音. */
function TablePicker({ tables, value, onChange, onAsk }: TablePickerProps) {
  const options = tables.map((table) => ({ ...table, value: table.group, label: table.group }));
  return (
    <Select
      aria-label={text.table}
      className="data-table-picker"
      value={value}
      options={options}
      popupMatchSelectWidth={280}
      // How full each is changes with every figure: asked again when it is to be seen.
      onOpenChange={(isOpen) => isOpen && onAsk()}
      showSearch={{
        filterOption: (typed, option) =>
          option !== undefined && (option.label.includes(typed) || option.initials.includes(typed.toLowerCase())),
      }}
      optionRender={({ data }) => tableOption(data)}
      onChange={onChange}
    />
  );
}

interface PeriodPickerProps {
  readonly periods: Output<'data.places'>['periods'];
  readonly value: string;
  readonly onChange: (period: string) => void;
}

function PeriodPicker({ periods, value, onChange }: PeriodPickerProps) {
  const [isAsking, setAsking] = useState(false);
  const labels = periods.map(({ label }) => label);
  const known = labels.includes(value) ? labels : [value, ...labels];
  const options = [...known, newPeriod].map((label) => ({
    value: label,
    label: label === newPeriod ? text.newPeriod : label,
  }));
  const open = (label: string) => {
    setAsking(false);
    onChange(label);
  };
  return (
    <>
      <Select
        aria-label={text.period}
        className="data-period"
        value={value}
        options={options}
        popupMatchSelectWidth={false}
        onChange={(label) => (label === newPeriod ? setAsking(true) : onChange(label))}
      />
      {isAsking && <NewPeriodDialog onOpen={open} onClose={() => setAsking(false)} />}
    </>
  );
}
