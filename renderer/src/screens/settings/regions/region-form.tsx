import { AutoComplete, Button, Checkbox, Input, Select } from 'antd';
import { useState } from 'react';
import type { RegionView } from '../../../../../shared/api/catalogue.ts';
import type { Input as Request } from '../../../../../shared/api/contract.ts';
import { regionLevels } from '../../../../../shared/figures/catalogue.ts';
import { call } from '../../../app/query.ts';
import { EditDrawer } from '../parts/edit-drawer.tsx';
import { Field } from '../parts/field.tsx';
import { splitList } from '../parts/split-list.ts';
import { useSubmit } from '../parts/use-submit.ts';
import { useToast } from '../parts/use-toast.tsx';
import { text } from '../text.ts';
import { RegionSelect } from './region-select.tsx';
import { possibleParents } from './region-tree.ts';

interface Props {
  /** Null for a new one. */
  readonly region: RegionView | null;
  readonly regions: readonly RegionView[];
  readonly homeId: number | null;
  readonly onEnd: (region: RegionView) => void;
  readonly onClose: () => void;
}

type Draft = Request<'catalogue.saveRegion'>;

const words = text.regions;

/** A new one is most often a county of the bureau's own city. */
function draftOf(region: RegionView | null, homeId: number | null): Draft {
  if (region === null) {
    return { id: null, sort: null, name: '', code: null, aliases: [], level: '县', parentId: homeId, ...fresh };
  }
  const { initials: _, end: __, ...draft } = region;
  return draft;
}

const fresh = { kind: '行政区', inTotal: true, validFrom: null, validTo: null } as const;

/** Adds a region or changes one. */
export function RegionForm({ region, regions, homeId, onEnd, onClose }: Props) {
  const [draft, setDraft] = useState(() => draftOf(region, homeId));
  const [aliases, setAliases] = useState(() => draft.aliases.join('、'));
  const submit = useSubmit();
  const toast = useToast();
  const put = (change: Partial<Draft>) => setDraft({ ...draft, ...change });
  const save = async () => {
    const done = await submit.run(() => call('catalogue.saveRegion', { ...draft, aliases: splitList(aliases) }));
    if (!done) return;
    toast.tell(text.saved(draft.name));
    onClose();
  };
  const remove = async (gone: RegionView) => {
    if (!(await submit.run(() => call('catalogue.deleteRegion', { id: gone.id })))) return;
    toast.offerUndo(text.deleted(gone.name), () =>
      call('catalogue.saveRegion', { ...draftOf(gone, homeId), id: null }),
    );
    onClose();
  };
  const chooseHome = async (id: number | null) => {
    if (await submit.run(() => call('catalogue.chooseHome', { id }))) onClose();
  };
  const actions = region !== null && (
    <>
      <Button danger onClick={() => void remove(region)}>
        {text.remove}
      </Button>
      {region.validTo === null && <Button onClick={() => onEnd(region)}>{words.end}</Button>}
    </>
  );
  const title = region === null ? words.addTitle : text.editNamed(region.name);
  return (
    <EditDrawer
      {...{ title, submit, actions, onClose }}
      onSubmit={() => void save()}
      canSubmit={draft.name.trim() !== ''}
    >
      <Field id="region-name" label={words.name} {...(region === null ? {} : { hint: words.nameHint })}>
        <Input id="region-name" value={draft.name} onChange={({ target }) => put({ name: target.value })} />
      </Field>
      <div className="field-pair">
        <Field id="region-level" label={words.level}>
          <Select
            id="region-level"
            value={draft.level}
            options={regionLevels.map((level) => ({ value: level, label: level }))}
            onChange={(level) => put({ level })}
          />
        </Field>
        <Field id="region-kind" label={words.kind}>
          <AutoComplete
            id="region-kind"
            value={draft.kind}
            options={words.kinds.map((kind) => ({ value: kind }))}
            onChange={(kind: string) => put({ kind })}
          />
        </Field>
      </div>
      <Field id="region-parent" label={words.parent}>
        <RegionSelect
          id="region-parent"
          regions={possibleParents(regions, draft.level, draft.id)}
          value={draft.parentId}
          none={words.noParent}
          onChange={(parentId) => put({ parentId })}
        />
      </Field>
      <Field id="region-code" label={words.code} hint={words.codeHint}>
        <Input
          id="region-code"
          value={draft.code ?? ''}
          onChange={({ target }) => put({ code: target.value || null })}
        />
      </Field>
      <Field id="region-aliases" label={words.aliases} hint={text.listHint}>
        <Input id="region-aliases" value={aliases} onChange={({ target }) => setAliases(target.value)} />
      </Field>
      <Field id="region-from" label={words.validFrom} hint={words.validFromHint}>
        <Input
          id="region-from"
          placeholder={words.example}
          value={draft.validFrom ?? ''}
          onChange={({ target }) => put({ validFrom: target.value.trim() || null })}
        />
      </Field>
      <Checkbox checked={draft.inTotal} onChange={({ target }) => put({ inTotal: target.checked })}>
        {words.inTotal}
      </Checkbox>
      {region !== null && region.validTo === null && (
        <HomeChoice isHome={homeId === region.id} onChoose={(isHome) => void chooseHome(isHome ? region.id : null)} />
      )}
    </EditDrawer>
  );
}

interface HomeChoiceProps {
  readonly isHome: boolean;
  readonly onChoose: (isHome: boolean) => void;
}

function HomeChoice({ isHome, onChoose }: HomeChoiceProps) {
  return (
    <div className="field">
      <span>
        <Button onClick={() => onChoose(!isHome)}>{isHome ? words.dropHome : words.makeHome}</Button>
      </span>
      <p className="field-hint">{isHome ? words.homeFollows : words.homeHint}</p>
    </div>
  );
}
