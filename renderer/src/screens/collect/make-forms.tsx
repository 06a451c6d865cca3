import { App, AutoComplete, Button, Checkbox, Input, Radio, Select } from 'antd';
import { type FormEvent, useState } from 'react';
import type { Output } from '../../../../shared/api/contract.ts';
import { existsIn } from '../../../../shared/figures/members.ts';
import { makePeriod, parsePeriod } from '../../../../shared/figures/period.ts';
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
  /** 本单位地区 and the period that is to be filled in. */
  readonly start: Output<'data.start'>;
  readonly saving: Saving;
}

/** Those that are asked in this period; 撤并 ones are asked no more. */
function unitsIn(units: Choices['regions'][number]['units'], period: string) {
  const parsed = parsePeriod(period);
  return parsed === null ? units : units.filter((unit) => existsIn(unit, parsed));
}

/** Why no forms can be made yet; null when they can. */
function whyNot({ period, title, units }: { readonly period: string; readonly title: string; readonly units: number }) {
  if (period.trim() === '') return text.noPeriod;
  if (parsePeriod(period) === null) return text.unreadPeriod;
  if (title.trim() === '') return text.noTitle;
  return units === 0 ? text.noUnits(period.trim()) : null;
}

function NoUnits() {
  return (
    <section className="collect-part">
      <p>{text.none}</p>
      <Button href="#/settings/regions">{text.addUnits}</Button>
    </section>
  );
}

/** Step one: which figures, of which units, for which period. */
export function MakeForms({ choices: { groups, regions }, start, saving }: Props) {
  const { message } = App.useApp();
  const listed = useQuery('periods.list', nothing);
  const periods = listed.status === 'done' ? listed.value.map(({ label }) => label) : [];
  const [group] = groups;
  const region = regions.find(({ id }) => id === start.regionId) ?? regions[0];
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [wish, setWish] = useState<Wish>(() => ({
    group: group?.name ?? '',
    regionId: region?.id ?? 0,
    unitIds: [],
    period: start.openPeriod ?? makePeriod('自然年', new Date().getFullYear()).label,
    title: null,
    rows: 'unit',
    lastYear: true,
  }));
  const change = (part: Partial<Wish>) => setWish({ ...wish, ...part });
  if (group === undefined || region === undefined) return <NoUnits />;
  const title = wish.title ?? text.defaultName(wish.group);
  const units = unitsIn(regions.find(({ id }) => id === wish.regionId)?.units ?? [], wish.period);
  const chosen = wish.unitIds.filter((id) => units.some((unit) => unit.id === id));
  const obstacle = whyNot({ period: wish.period, title, units: units.length });

  const make = async () => {
    setBusy(true);
    setFailure(null);
    try {
      const unitIds = chosen.length === 0 ? null : chosen;
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
          value={chosen}
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
        <div className="collect-submit">
          <Button
            type="primary"
            htmlType="submit"
            loading={isBusy}
            disabled={obstacle !== null}
            aria-describedby="collect-obstacle"
          >
            {isBusy ? text.busy : text.submit}
          </Button>
          <span id="collect-obstacle" className="collect-hint" role="status">
            {obstacle}
          </span>
        </div>
      </form>
      {failure !== null && <FailureNote message={failure} />}
    </section>
  );
}
