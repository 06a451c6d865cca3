import { App, Select } from 'antd';
import { type FormEvent, useEffect, useState } from 'react';
import { matchesSearch } from '../../../../shared/figures/search.ts';
import { call, refresh, sentenceOf } from '../../app/query.ts';
import { go, type ReportWish } from '../../app/route.ts';
import { text } from '../../text.ts';
import {
  type Catalogue,
  type Choice,
  chooseTemplate,
  firstChoice,
  periodsFor,
  regionsFor,
  requestName,
} from './new-report-choices.ts';
import { TemplatePicker } from './template-picker.tsx';

interface Props {
  readonly id: string;
  readonly catalogue: Catalogue;
  readonly wish: ReportWish | null;
  readonly onReady: (canSubmit: boolean) => void;
  readonly onBusy: (isBusy: boolean) => void;
  readonly onClose: () => void;
}

export function NewReportForm({ id, catalogue, wish, onReady, onBusy, onClose }: Props) {
  const { message } = App.useApp();
  const [choice, setChoice] = useState<Choice | null>(() => firstChoice(catalogue, wish));
  const isComplete = choice !== null && choice.region !== null && choice.period !== null;
  useEffect(() => onReady(isComplete), [isComplete, onReady]);

  const template = catalogue.templates.find(({ name }) => name === choice?.template);
  if (template === undefined || choice === null) return <p role="alert">{text.create.noTemplate}</p>;
  const regions = regionsFor(template, catalogue);
  const periods = periodsFor(template, catalogue);

  const named = new Map(regions.map((region) => [requestName(region, catalogue.regions), region]));
  const isFound = (search: string, name = '') => {
    const region = named.get(name);
    return region !== undefined && (name.includes(search) || matchesSearch(region, search));
  };
  const create = async ({ region, period }: Choice) => {
    if (region === null || period === null) return;
    onBusy(true);
    try {
      const report = await call('reports.create', { template: template.name, region, period });
      onClose();
      refresh();
      go({ screen: 'report', id: report.id });
    } catch (error) {
      message.error(sentenceOf(error));
      onBusy(false);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void create(choice);
  };
  return (
    <form id={id} className="new-report" onSubmit={submit}>
      <TemplatePicker
        templates={catalogue.templates}
        value={choice.template}
        onChange={(next) => setChoice(chooseTemplate(next, catalogue, choice))}
      />
      <div className="new-report-pair">
        <div className="new-report-field">
          <label htmlFor="new-report-region">{text.create.region}</label>
          <Select
            id="new-report-region"
            showSearch={{ filterOption: (search, option) => isFound(search, option?.value) }}
            placeholder={text.create.choose}
            value={choice.region}
            options={[...named.keys()].map((name) => ({ value: name, label: name }))}
            onChange={(region) => setChoice({ ...choice, region })}
          />
        </div>
        <div className="new-report-field">
          <label htmlFor="new-report-period">{text.create.period}</label>
          <Select
            id="new-report-period"
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={text.create.choose}
            value={choice.period}
            options={periods.map(({ label }) => ({ value: label, label }))}
            onChange={(period) => setChoice({ ...choice, period })}
          />
        </div>
      </div>
      {regions.length === 0 && <p className="new-report-gap">{text.create.noRegion(template.regionLevel ?? '')}</p>}
      {periods.length === 0 && (
        <p className="new-report-gap">{text.create.noPeriod(template.periodKind ?? text.create.anyKind)}</p>
      )}
    </form>
  );
}
