import { Input, Select } from 'antd';
import type { IndicatorView } from '../../../../../shared/api/catalogue.ts';
import { matchesSearch } from '../../../../../shared/figures/search.ts';
import { Field } from '../parts/field.tsx';
import { text } from '../text.ts';
import type { IndicatorDraft } from './indicator-draft.ts';

interface Props {
  readonly draft: IndicatorDraft;
  readonly indicators: readonly IndicatorView[];
  readonly onChange: (change: Partial<IndicatorDraft>) => void;
}

const words = text.indicators;
/** What a choice left to the program is called in a list, whose values are texts. */
const auto = '';
const none = '';

const decimals = [0, 1, 2, 3, 4, 5, 6].map((value) => ({ value: String(value), label: String(value) }));
const aggregations = (['合计', '加权', '最新', '不可加'] as const).map((value) => ({
  value,
  label: `${value}：${words.aggregationHint[value]}`,
}));

interface ChoiceProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
}

function Choice({ id, label, hint, value, options, onChange }: ChoiceProps) {
  return (
    <Field id={id} label={label} {...(hint === undefined ? {} : { hint })}>
      <Select id={id} value={value} options={[...options]} onChange={onChange} />
    </Field>
  );
}

/** What most indicators need not be told. */
export function IndicatorMore({ draft, indicators, onChange }: Props) {
  const byName = new Map(indicators.map((indicator) => [indicator.name, indicator]));
  const free = draft.id === null ? [{ value: auto, label: words.auto }] : [];
  const count = (value: string) => (value === auto ? null : Number(value));
  const oneOf = <Value extends string>(values: readonly Value[], value: string) =>
    values.find((each) => each === value) ?? null;
  return (
    <>
      <div className="field-pair">
        <Choice
          id="indicator-decimals"
          label={words.decimals}
          value={String(draft.decimals ?? auto)}
          options={[...free, ...decimals]}
          onChange={(value) => onChange({ decimals: count(value) })}
        />
        <Choice
          id="indicator-shown"
          label={words.shownDecimals}
          value={String(draft.shownDecimals ?? auto)}
          options={[...free, ...decimals]}
          onChange={(value) => onChange({ shownDecimals: count(value) })}
        />
      </div>
      <div className="field-pair">
        <Choice
          id="indicator-timing"
          label={words.timing}
          hint={words.timingHint}
          value={draft.timing ?? auto}
          options={[...free, { value: '时点', label: '时点' }, { value: '时期', label: '时期' }]}
          onChange={(value) => onChange({ timing: oneOf(['时点', '时期'], value) })}
        />
        <Choice
          id="indicator-aggregation"
          label={words.aggregation}
          value={draft.aggregation ?? auto}
          options={[...free, ...aggregations]}
          onChange={(value) => onChange({ aggregation: oneOf(['合计', '加权', '最新', '不可加'], value) })}
        />
      </div>
      <div className="field-pair">
        <Choice
          id="indicator-better"
          label={words.better}
          value={draft.better ?? none}
          options={[
            { value: none, label: words.betterNone },
            { value: '高', label: words.betterHigh },
            { value: '低', label: words.betterLow },
          ]}
          onChange={(value) => onChange({ better: oneOf(['高', '低'], value) })}
        />
        <Field id="indicator-code" label={words.code} hint={words.codeHint}>
          <Input
            id="indicator-code"
            value={draft.code ?? ''}
            disabled={draft.id !== null}
            onChange={({ target }) => onChange({ code: target.value.trim() || null })}
          />
        </Field>
      </div>
      <Field id="indicator-base" label={words.base}>
        <Select
          id="indicator-base"
          showSearch={{
            filterOption: (search, option) => {
              const indicator = byName.get(option?.value ?? none);
              return indicator !== undefined && matchesSearch(indicator, search);
            },
          }}
          value={draft.base ?? none}
          options={[
            { value: none, label: words.baseNone },
            ...indicators.filter(({ id }) => id !== draft.id).map(({ name }) => ({ value: name, label: name })),
          ]}
          onChange={(value) => onChange(value === none ? { base: null, dimensions: '' } : { base: value })}
        />
      </Field>
      {draft.base !== null && (
        <Field id="indicator-dimensions" label={words.dimensions} hint={words.dimensionsHint}>
          <Input
            id="indicator-dimensions"
            value={draft.dimensions}
            onChange={({ target }) => onChange({ dimensions: target.value })}
          />
        </Field>
      )}
    </>
  );
}
