import { App } from 'antd';
import { useEffect } from 'react';
import type { SettingsTab } from '../../app/route.ts';
import { IndicatorsTab } from './indicators/indicators-tab.tsx';
import { LayoutTab } from './layout/layout-tab.tsx';
import { toastKey } from './parts/use-toast.tsx';
import { PeriodsTab } from './periods/periods-tab.tsx';
import { ProofreadingTab } from './proofreading/proofreading-tab.tsx';
import { RegionsTab } from './regions/regions-tab.tsx';
import { RulesTab } from './rules/rules-tab.tsx';
import './settings.css';
import { text } from './text.ts';

const tabs = {
  regions: RegionsTab,
  periods: PeriodsTab,
  indicators: IndicatorsTab,
  rules: RulesTab,
  proofreading: ProofreadingTab,
  layout: LayoutTab,
};

/** 设置: what the bureau's data are about, what they must satisfy, how its documents read and look. */
export function SettingsScreen({ tab }: { readonly tab: SettingsTab }) {
  const { message } = App.useApp();
  // Beyond 设置 its toast would lie over what another place shows.
  useEffect(() => () => message.destroy(toastKey), [message]);
  const Tab = tabs[tab];
  const mark = (each: SettingsTab) => (each === tab ? 'page' : undefined);
  return (
    <div className="settings">
      <header className="settings-head">
        <h1>{text.title}</h1>
        <nav aria-label={text.tabsLabel}>
          <a href="#/settings/regions" aria-current={mark('regions')}>
            {text.tabs.regions}
          </a>
          <a href="#/settings/periods" aria-current={mark('periods')}>
            {text.tabs.periods}
          </a>
          <a href="#/settings/indicators" aria-current={mark('indicators')}>
            {text.tabs.indicators}
          </a>
          <a href="#/settings/rules" aria-current={mark('rules')}>
            {text.tabs.rules}
          </a>
          <a href="#/settings/proofreading" aria-current={mark('proofreading')}>
            {text.tabs.proofreading}
          </a>
          <a href="#/settings/layout" aria-current={mark('layout')}>
            {text.tabs.layout}
          </a>
        </nav>
      </header>
      <Tab />
    </div>
  );
}
