import { AutoComplete, Button, Input, Radio } from 'antd';
import { useState } from 'react';
import type { IndicatorView } from '../../../../../shared/api/catalogue.ts';
import { call } from '../../../app/query.ts';
import { EditDrawer } from '../parts/edit-drawer.tsx';
import { Field } from '../parts/field.tsx';
import { FormulaField } from '../parts/formula-field.tsx';
import { useSubmit } from '../parts/use-submit.ts';
import { useToast } from '../parts/use-toast.tsx';
import { text } from '../text.ts';
import { draftOf, fieldsOf, type IndicatorDraft, requestOf, type SaveRequest } from './indicator-draft.ts';
import { IndicatorMore } from './indicator-more.tsx';
import { type UnitQuestion, UnitQuestionDialog } from './unit-question.tsx';

interface Props {
  /** Null for a new one. */
  readonly indicator: IndicatorView | null;
  readonly indicators: readonly IndicatorView[];
  readonly onClose: () => void;
}

const words = text.indicators;

/** Adds an indicator of the bureau's own, or changes one. */
export function IndicatorForm({ indicator, indicators, onClose }: Props) {
  const [draft, setDraft] = useState(() => draftOf(indicator));
  const submit = useSubmit();
  const toast = useToast();
  const put = (change: Partial<IndicatorDraft>) => setDraft({ ...draft, ...change });
  const [question, setQuestion] = useState<UnitQuestion | null>(null);
  const unit = draft.unit.trim();
  const save = async (change: Partial<SaveRequest> = {}) => {
    const request = { ...requestOf(draft), ...change };
    if (!(await submit.run(() => call('catalogue.saveIndicator', request)))) return;
    const { unitChange } = change;
    if (indicator !== null && unitChange !== undefined) {
      const before = { ...fieldsOf(indicator), id: indicator.id, unitChange };
      const { factor = '', count = 0 } = question?.preview ?? {};
      const isConverted = unitChange === 'convert';
      const done = isConverted ? words.unitConverted(draft.name, count, factor) : text.saved(draft.name);
      toast.offerUndo(done, () => call('catalogue.saveIndicator', before));
    } else toast.tell(text.saved(draft.name));
    onClose();
  };
  const ask = (changed: IndicatorView) =>
    submit.run(async () => {
      const preview = await call('catalogue.previewUnit', { id: changed.id, unit });
      setQuestion({ indicator: changed, unit, preview });
    });
  const send = () => {
    if (indicator === null || indicator.unit === unit) return save();
    return indicator.observations > 0 ? ask(indicator) : save({ unitChange: 'rename' });
  };
  const remove = async (gone: IndicatorView) => {
    if (!(await submit.run(() => call('catalogue.deleteIndicator', { id: gone.id })))) return;
    toast.offerUndo(text.deleted(gone.name), () => call('catalogue.saveIndicator', fieldsOf(gone)));
    onClose();
  };
  const actions = indicator?.origin === 'own' && (
    <Button danger onClick={() => void remove(indicator)}>
      {text.remove}
    </Button>
  );
  const title = indicator === null ? words.addTitle : text.editNamed(indicator.name);
  const groups = [...new Set(indicators.map(({ group }) => group))].filter((group) => group !== '');
  return (
    <EditDrawer
      {...{ title, submit, actions, onClose }}
      width={560}
      canSubmit={draft.name.trim() !== ''}
      onSubmit={() => void send()}
    >
      <Field id="indicator-name" label={words.name} {...(indicator === null ? {} : { hint: words.nameHint })}>
        <Input id="indicator-name" value={draft.name} onChange={({ target }) => put({ name: target.value })} />
      </Field>
      <div className="field-pair">
        <Field id="indicator-unit" label={words.unit} hint={words.unitHint}>
          <Input id="indicator-unit" value={draft.unit} onChange={({ target }) => put({ unit: target.value })} />
        </Field>
        <Field id="indicator-group" label={words.group}>
          <AutoComplete
            id="indicator-group"
            value={draft.group}
            options={groups.map((group) => ({ value: group }))}
            onChange={(group: string) => put({ group })}
          />
        </Field>
      </div>
      <fieldset className="field choice">
        <legend>{words.source}</legend>
        <Radio.Group
          value={draft.isComputed}
          options={[
            { value: false, label: words.reported },
            { value: true, label: words.computed },
          ]}
          onChange={({ target }) => put({ isComputed: target.value === true })}
        />
      </fieldset>
      {draft.isComputed && (
        <FormulaField
          id="indicator-formula"
          label={words.formula}
          hint={words.formulaHint}
          kind="number"
          value={draft.formula}
          onChange={(formula) => put({ formula })}
        />
      )}
      <Field id="indicator-definition" label={words.definition}>
        <Input.TextArea
          id="indicator-definition"
          autoSize={{ minRows: 2, maxRows: 6 }}
          value={draft.definition}
          onChange={({ target }) => put({ definition: target.value })}
        />
      </Field>
      <Field id="indicator-aliases" label={words.aliases} hint={text.listHint}>
        <Input id="indicator-aliases" value={draft.aliases} onChange={({ target }) => put({ aliases: target.value })} />
      </Field>
      <IndicatorMore draft={draft} indicators={indicators} onChange={put} />
      {question !== null && (
        <UnitQuestionDialog
          question={question}
          onAnswer={(change) => {
            setQuestion(null);
            if (change !== null) void save(change);
          }}
        />
      )}
    </EditDrawer>
  );
}
