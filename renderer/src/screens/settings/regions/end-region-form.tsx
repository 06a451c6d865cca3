import { Input } from 'antd';
import { useState } from 'react';
import type { RegionView } from '../../../../../shared/api/catalogue.ts';
import { call } from '../../../app/query.ts';
import { EditDrawer } from '../parts/edit-drawer.tsx';
import { Field } from '../parts/field.tsx';
import { useSubmit } from '../parts/use-submit.ts';
import { useToast } from '../parts/use-toast.tsx';
import { text } from '../text.ts';
import { RegionSelect } from './region-select.tsx';

interface Props {
  readonly region: RegionView;
  readonly regions: readonly RegionView[];
  readonly onClose: () => void;
}

const words = text.regions;

/** 撤并: the day from which a region is no more, and what it went into. */
export function EndRegionForm({ region, regions, onClose }: Props) {
  const [on, setOn] = useState('');
  const [intoId, setInto] = useState<number | null>(null);
  const [note, setNote] = useState('');
  const submit = useSubmit();
  const toast = useToast();
  const end = async () => {
    const done = await submit.run(() => call('catalogue.endRegion', { id: region.id, on: on.trim(), intoId, note }));
    if (!done) return;
    toast.offerUndo(words.endDone(region.name), () => call('catalogue.resumeRegion', { id: region.id }));
    onClose();
  };
  const others = regions.filter(
    ({ id, validTo, level }) => id !== region.id && validTo === null && level === region.level,
  );
  return (
    <EditDrawer
      {...{ submit, onClose }}
      title={words.endTitle(region.name)}
      submitText={words.end}
      canSubmit={on.trim() !== ''}
      onSubmit={() => void end()}
    >
      <p className="drawer-lead">{words.endHint}</p>
      <Field id="end-on" label={words.endOn} hint={words.endOnHint}>
        <Input id="end-on" placeholder={words.example} value={on} onChange={({ target }) => setOn(target.value)} />
      </Field>
      <Field id="end-into" label={words.into}>
        <RegionSelect id="end-into" regions={others} value={intoId} none={words.intoNone} onChange={setInto} />
      </Field>
      <Field id="end-note" label={words.note}>
        <Input id="end-note" value={note} onChange={({ target }) => setNote(target.value)} />
      </Field>
    </EditDrawer>
  );
}
