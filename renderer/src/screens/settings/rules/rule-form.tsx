import { AutoComplete, Button, Input, Select } from 'antd';
import { useState } from 'react';
import type { RuleFields, RuleView } from '../../../../../shared/api/catalogue.ts';
import { call } from '../../../app/query.ts';
import { EditDrawer } from '../parts/edit-drawer.tsx';
import { Field } from '../parts/field.tsx';
import { FormulaField } from '../parts/formula-field.tsx';
import { useSubmit } from '../parts/use-submit.ts';
import { useToast } from '../parts/use-toast.tsx';
import { text } from '../text.ts';
import { fieldsOf } from './rule-fields.ts';
import { RulePlaces } from './rule-places.tsx';

interface Props {
  /** Null for a new one. */
  readonly rule: RuleView | null;
  readonly families: readonly string[];
  readonly onClose: () => void;
}

const words = text.rules;
const severities = (['强制', '核实', '提示'] as const).map((value) => ({ value, label: words.severities[value] }));
const missings = (['跳过任缺', '跳过全缺', '按零'] as const).map((value) => ({
  value,
  label: words.missings[value],
}));

/** Writes a rule of the bureau's own, or changes severity and tolerance of a shipped one. */
export function RuleForm({ rule, families, onClose }: Props) {
  const [draft, setDraft] = useState(() => fieldsOf(rule));
  const submit = useSubmit();
  const toast = useToast();
  const isShipped = rule !== null && rule.origin !== 'own';
  const put = (change: Partial<RuleFields>) => setDraft({ ...draft, ...change });
  const save = async () => {
    if (!(await submit.run(() => call('catalogue.saveRule', draft)))) return;
    toast.tell(text.saved(draft.name));
    onClose();
  };
  const remove = async (gone: RuleView) => {
    if (!(await submit.run(() => call('catalogue.deleteRule', { code: gone.code })))) return;
    const sentence = gone.origin === 'own' ? text.deleted(gone.name) : words.resetDone(gone.name);
    toast.offerUndo(sentence, () => call('catalogue.saveRule', fieldsOf(gone)));
    onClose();
  };
  const actions = rule !== null && rule.origin !== 'shipped' && (
    <Button danger={rule.origin === 'own'} onClick={() => void remove(rule)}>
      {rule.origin === 'own' ? text.remove : words.reset}
    </Button>
  );
  const title = rule === null ? words.addTitle : text.editNamed(rule.name);
  return (
    <EditDrawer
      {...{ title, submit, actions, onClose }}
      width={560}
      canSubmit={draft.name.trim() !== '' && draft.formula.trim() !== ''}
      onSubmit={() => void save()}
    >
      {isShipped && <p className="drawer-lead">{words.shippedHint}</p>}
      <Field id="rule-name" label={words.name}>
        <Input
          id="rule-name"
          value={draft.name}
          disabled={isShipped}
          onChange={({ target }) => put({ name: target.value })}
        />
      </Field>
      <Field id="rule-family" label={words.family}>
        <AutoComplete
          id="rule-family"
          value={draft.family}
          disabled={isShipped}
          options={families.map((family) => ({ value: family }))}
          onChange={(family: string) => put({ family })}
        />
      </Field>
      <FormulaField
        id="rule-formula"
        label={words.formula}
        hint={words.formulaHint}
        kind="condition"
        value={draft.formula}
        isFixed={isShipped}
        onChange={(formula) => put({ formula })}
      />
      <RulePlaces draft={draft} isFixed={isShipped} onChange={put} />
      <Field id="rule-severity" label={words.severity}>
        <Select
          id="rule-severity"
          value={draft.severity}
          options={severities}
          onChange={(severity) => put({ severity })}
        />
      </Field>
      <div className="field-pair">
        <Field id="rule-missing" label={words.missing}>
          <Select id="rule-missing" value={draft.missing} options={missings} onChange={(missing) => put({ missing })} />
        </Field>
        <Field id="rule-tolerance" label={words.tolerance} hint={words.toleranceHint}>
          <Input
            id="rule-tolerance"
            value={draft.tolerance}
            onChange={({ target }) => put({ tolerance: target.value })}
          />
        </Field>
      </div>
      <Field id="rule-message" label={words.message} hint={words.messageHint}>
        <Input.TextArea
          id="rule-message"
          autoSize={{ minRows: 2, maxRows: 6 }}
          value={draft.message}
          disabled={isShipped}
          onChange={({ target }) => put({ message: target.value })}
        />
      </Field>
    </EditDrawer>
  );
}
