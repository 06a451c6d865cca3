import { ImportOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { text as commonText } from '../../text.ts';
import { OpenSampleButton } from '../home/open-sample-button.tsx';
import { text } from './text.ts';

/** Above the empty table of a new data file: how figures come into it. */
export function FirstUse({ isSample }: { readonly isSample: boolean }) {
  return (
    <section className="data-first" aria-label={text.empty.first}>
      <span>{text.empty.noData}</span>
      <Button size="small" icon={<ImportOutlined />} href="#/import">
        {text.importFile}
      </Button>
      {!isSample && <OpenSampleButton label={commonText.sample.tour} type="text" />}
    </section>
  );
}
