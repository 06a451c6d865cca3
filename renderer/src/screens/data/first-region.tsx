import { Button, Input, Select } from 'antd';
import { type FormEvent, useState } from 'react';
import { type RegionLevel, regionLevels } from '../../../../shared/figures/catalogue.ts';
import { call, refresh, sentenceOf } from '../../app/query.ts';
import { text as commonText } from '../../text.ts';
import { OpenSampleButton } from '../home/open-sample-button.tsx';
import { text } from './text.ts';

const words = text.firstRegion;

/** The level below, whose units a bureau collects figures of. */
function levelBelow(level: RegionLevel): RegionLevel {
  return regionLevels[regionLevels.indexOf(level) + 1] ?? '校';
}

/** As a list of regions is pasted into 设置. */
function tableOf(name: string, level: RegionLevel, below: readonly string[]): string {
  const lines = below.map((each) => [each, levelBelow(level), name]);
  return [['名称', '级别', '上级'], [name, level, ''], ...lines].map((line) => line.join('\t')).join('\n');
}

/** First use: a data file without regions begins with 本单位地区, which no program can know. */
export function FirstRegion({ isSample }: { readonly isSample: boolean }) {
  const [name, setName] = useState('');
  const [level, setLevel] = useState<RegionLevel>('市');
  const [below, setBelow] = useState('');
  const [failure, setFailure] = useState<string | null>(null);
  const plain = name.replaceAll(/\s/g, '');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const names = below.split(/[\n、，,;；\t]/).flatMap((each) => each.trim() || []);
    setFailure(null);
    await call('catalogue.importRegions', { kind: 'text', text: tableOf(plain, level, [...new Set(names)]) }).then(
      refresh,
      (error: unknown) => setFailure(sentenceOf(error)),
    );
  };
  return (
    <section className="data data-empty">
      <form className="data-first-region" aria-labelledby="first-region-title" onSubmit={(event) => void submit(event)}>
        <h1 id="first-region-title">{words.title}</h1>
        <p>{words.hint}</p>
        <label htmlFor="first-region">{words.name}</label>
        <div className="data-first-name">
          <Input id="first-region" maxLength={60} value={name} onChange={({ target }) => setName(target.value)} />
          <Select
            aria-label={words.level}
            value={level}
            options={regionLevels.map((each) => ({ value: each, label: words.levels[each] }))}
            popupMatchSelectWidth={false}
            onChange={setLevel}
          />
        </div>
        {level !== '校' && (
          <>
            <label htmlFor="first-below">{words.below(words.levels[levelBelow(level)])}</label>
            <Input.TextArea
              id="first-below"
              autoSize={{ minRows: 4, maxRows: 10 }}
              maxLength={20_000}
              placeholder={words.belowHint}
              value={below}
              onChange={({ target }) => setBelow(target.value)}
            />
          </>
        )}
        {failure !== null && <p role="alert">{failure}</p>}
        <div className="data-empty-actions">
          <Button type="primary" htmlType="submit" disabled={plain === ''}>
            {words.submit}
          </Button>
          <Button href="#/settings/regions">{words.importList}</Button>
          {!isSample && <OpenSampleButton label={commonText.sample.tour} type="text" />}
        </div>
      </form>
    </section>
  );
}
