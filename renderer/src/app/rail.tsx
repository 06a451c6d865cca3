import { FileTextOutlined, SettingOutlined } from '@ant-design/icons';
import { text } from '../text.ts';
import { useRoute } from './route.ts';

/** The places of the program. */
export function Rail() {
  const inSettings = useRoute().screen === 'settings';
  return (
    <nav className="rail" aria-label={text.rail.label}>
      <div className="rail-logo" aria-hidden="true">
        {text.rail.logo}
      </div>
      <a className="rail-place" href="#/" aria-current={inSettings ? undefined : 'page'}>
        <FileTextOutlined aria-hidden="true" />
        <span>{text.rail.reports}</span>
      </a>
      <a className="rail-place rail-last" href="#/settings/regions" aria-current={inSettings ? 'page' : undefined}>
        <SettingOutlined aria-hidden="true" />
        <span>{text.rail.settings}</span>
      </a>
    </nav>
  );
}
