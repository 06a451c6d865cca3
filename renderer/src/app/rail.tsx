import { FileTextOutlined, SettingOutlined, TableOutlined } from '@ant-design/icons';
import { text } from '../text.ts';
import { useRoute } from './route.ts';

/** The places of the program. */
export function Rail() {
  const { screen } = useRoute();
  const isHere = (...screens: readonly (typeof screen)[]) => (screens.includes(screen) ? 'page' : undefined);
  return (
    <nav className="rail" aria-label={text.rail.label}>
      <div className="rail-logo" aria-hidden="true">
        {text.rail.logo}
      </div>
      <a className="rail-place" href="#/data" aria-current={isHere('data', 'import', 'collect')}>
        <TableOutlined aria-hidden="true" />
        <span>{text.rail.data}</span>
      </a>
      <a className="rail-place" href="#/" aria-current={isHere('home', 'report')}>
        <FileTextOutlined aria-hidden="true" />
        <span>{text.rail.reports}</span>
      </a>
      <a className="rail-place rail-last" href="#/settings/regions" aria-current={isHere('settings')}>
        <SettingOutlined aria-hidden="true" />
        <span>{text.rail.settings}</span>
      </a>
    </nav>
  );
}
