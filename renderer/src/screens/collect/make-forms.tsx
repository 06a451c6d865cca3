import { App, AutoComplete, Button, Checkbox, Input, Radio, Select } from 'antd';
import { type FormEvent, useState } from 'react';
import type { Output } from '../../../../shared/api/contract.ts';
import { call, nothing, refresh, sentenceOf, useQuery } from '../../app/query.ts';
import { type Saving, saveFile } from '../../exporting/use-export.tsx';
import { collectText } from './collect-text.ts';
import { FailureNote } from './failure-note.tsx';

const text = collectText.make;
type Choices = Output<'collect.choices'>;

interface Wish {
  readonly group: string;
  readonly regionId: number;
  /** Empty for every unit. */
  readonly unitIds: readonly number[];
  readonly period: string;
  /** Null as long as the person keeps the proposed one. */
  readonly title: string | null;
  readonly rows: 'unit' | 'members';
  readonly lastYear: boolean;
}

interface Props {
  readonly choices: Choices;
  readonly saving: Saving;
}

/** Step one: which figures, of which units, for which period. */
export function MakeForms({ choices: { groups, regions }, saving }: Props) {
  const { message } = App.useApp();
  const listed = useQuery('periods.list', nothing);
  const periods = listed.status === 'done' ? listed.value.map(({ label }) => label) : [];
  const [group] = groups;
  const [region] = regions;
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [wish, setWish] = useState<Wish>({
    group: group?.name ?? '',
    regionId: region?.id ?? 0,
    unitIds: [],
    period: '',
    title: null,
    rows: 'unit',
    lastYear: true,
  });
  const change = (part: Partial<Wish>) => setWish({ ...wish, ...part });
  const units = regions.find(({ id }) => id === wish.regionId)?.units ?? [];
  if (group === undefined || region === undefined) return <p>{text.none}</p>;
  const title = wish.title ?? text.defaultName(wish.group);

  const make = async () => {
    setBusy(true);
    setFailure(null);
    try {
      const unitIds = wish.unitIds.length === 0 ? null : [...wish.unitIds];
      const made = await call('collect.make', { ...wish, title, unitIds });
      const place = await saveFile(made.file, saving);
      message.success(text.done(made.units, [place ?? '', ...made.notices].join('')));
      refresh();
    } catch (error) {
      setFailure(sentenceOf(error));
    } finally {
      setBusy(false);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void make();
  };
  return (
    <section className="collect-part" aria-labelledby="collect-make">
      <h2 id="collect-make">{text.title}</h2>
      <form className="collect-form" onSubmit={submit}>
        <label htmlFor="collect-group">{text.group}</label>
        <Select
          id="collect-group"
          value={wish.group}
          options={groups.map(({ name, indicators }) => ({ value: name, label: text.groupOption(name, indicators) }))}
          onChange={(next) => change({ group: next })}
        />
        <label htmlFor="collect-region">{text.region}</label>
        <Select
          id="collect-region"
          showSearch={{ optionFilterProp: 'label' }}
          value={wish.regionId}
          options={regions.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(regionId) => change({ regionId, unitIds: [] })}
        />
        <label htmlFor="collect-units">{text.units}</label>
        <Select
          id="collect-units"
          mode="multiple"
          maxTagCount={4}
          optionFilterProp="label"
          placeholder={text.allUnits(units.length)}
          value={[...wish.unitIds]}
          options={units.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(unitIds) => change({ unitIds })}
        />
        <label htmlFor="collect-period">{text.period}</label>
        <AutoComplete
          id="collect-period"
          value={wish.period}
          placeholder={text.periodHint}
          options={periods.filter((label) => label !== wish.period).map((label) => ({ value: label }))}
          showSearch={{ filterOption: (typed, option) => option?.value.includes(typed) ?? false }}
          onChange={(period: string) => change({ period })}
        />
        <label htmlFor="collect-name">{text.name}</label>
        <Input
          id="collect-name"
          maxLength={60}
          value={title}
          onChange={(event) => change({ title: event.target.value })}
        />
        <span id="collect-rows">{text.rows}</span>
        <Radio.Group
          aria-labelledby="collect-rows"
          value={wish.rows}
          options={[
            { value: 'unit', label: text.rowsUnit },
            { value: 'members', label: text.rowsMembers },
          ]}
          onChange={(event) => change({ rows: event.target.value === 'members' ? 'members' : 'unit' })}
        />
        <span />
        <Checkbox checked={wish.lastYear} onChange={(event) => change({ lastYear: event.target.checked })}>
          {text.lastYear}
        </Checkbox>
        <span />
        <Button
          type="primary"
          htmlType="submit"
          loading={isBusy}
          disabled={wish.period.trim() === '' || title.trim() === ''}
        >
          {isBusy ? text.busy : text.submit}
        </Button>
      </form>
      {failure !== null && <FailureNote message={failure} />}
    </section>
  );
}
