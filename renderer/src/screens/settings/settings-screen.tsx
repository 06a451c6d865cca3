import { addressOf, type SettingsTab, settingsTabs } from '../../app/route.ts';
import { IndicatorsTab } from './indicators/indicators-tab.tsx';
import { PeriodsTab } from './periods/periods-tab.tsx';
import { RegionsTab } from './regions/regions-tab.tsx';
import { RulesTab } from './rules/rules-tab.tsx';
import './settings.css';
import { text } from './text.ts';

const tabs = { regions: RegionsTab, periods: PeriodsTab, indicators: IndicatorsTab, rules: RulesTab };

/** 设置: what the bureau's data are about, and what they must satisfy. */
export function SettingsScreen({ tab }: { readonly tab: SettingsTab }) {
  const Tab = tabs[tab];
  return (
    <div className="settings">
      <header className="settings-head">
        <h1>{text.title}</h1>
        <nav aria-label={text.tabsLabel}>
          {settingsTabs.map((each) => (
            <a
              key={each}
              href={addressOf({ screen: 'settings', tab: each })}
              aria-current={each === tab ? 'page' : undefined}
            >
              {text.tabs[each]}
            </a>
          ))}
        </nav>
      </header>
      <Tab />
    </div>
  );
}
