import { App, AutoComplete, Button, Input, Radio } from 'antd';
import { useState } from 'react';
import type { IndicatorView } from '../../../../../shared/api/catalogue.ts';
import { call } from '../../../app/query.ts';
import { EditDrawer } from '../parts/edit-drawer.tsx';
import { Field } from '../parts/field.tsx';
import { FormulaField } from '../parts/formula-field.tsx';
import { splitList } from '../parts/split-list.ts';
import { useSubmit } from '../parts/use-submit.ts';
import { useToast } from '../parts/use-toast.tsx';
import { text } from '../text.ts';
import { draftOf, fieldsOf, type IndicatorDraft } from './indicator-draft.ts';
import { IndicatorMore } from './indicator-more.tsx';

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
  const { modal } = App.useApp();
  const put = (change: Partial<IndicatorDraft>) => setDraft({ ...draft, ...change });
  const renamesUnit = indicator !== null && indicator.unit !== draft.unit.trim();
  const confirmUnit = ({ observations, unit }: IndicatorView) =>
    modal.confirm({
      title: words.unitTitle(observations, unit, draft.unit.trim()),
      content: words.unitWarning,
      okText: words.unitKeep,
      cancelText: text.cancel,
    });
  const save = async () => {
    if (renamesUnit && indicator.observations > 0 && !(await confirmUnit(indicator))) return;
    const { isComputed, ...fields } = draft;
    const request = {
      ...fields,
      aliases: splitList(draft.aliases),
      dimensions: splitList(draft.dimensions),
      formula: isComputed ? draft.formula : null,
      renamesUnit,
    };
    if (!(await submit.run(() => call('catalogue.saveIndicator', request)))) return;
    if (renamesUnit) {
      const before = { ...fieldsOf(indicator), id: indicator.id, renamesUnit };
      toast.offerUndo(text.saved(draft.name), () => call('catalogue.saveIndicator', before));
    } else toast.tell(text.saved(draft.name));
    onClose();
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
      onSubmit={() => void save()}
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
    </EditDrawer>
  );
}
