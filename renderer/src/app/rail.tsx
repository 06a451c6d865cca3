import { FileTextOutlined } from '@ant-design/icons';
import { text } from '../text.ts';

/** The places of the program. */
export function Rail() {
  return (
    <nav className="rail" aria-label={text.rail.label}>
      <div className="rail-logo" aria-hidden="true">
        {text.rail.logo}
      </div>
      <a className="rail-place" href="#/" aria-current="page">
        <FileTextOutlined aria-hidden="true" />
        <span>{text.rail.reports}</span>
      </a>
    </nav>
  );
}
