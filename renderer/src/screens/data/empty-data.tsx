import { ImportOutlined } from '@ant-design/icons';
import { Button, Empty } from 'antd';
import { text as commonText } from '../../text.ts';
import { OpenSampleButton } from '../home/open-sample-button.tsx';
import { text } from './text.ts';

interface Props {
  readonly title: string;
  readonly hint: string;
  readonly isSample: boolean;
}

/** Stands in place of a table that cannot be shown yet: what is lacking, one way on, and the sample. */
export function EmptyData({ title, hint, isSample }: Props) {
  return (
    <section className="data data-empty">
      <h1 className="for-screen-readers">{text.title}</h1>
      <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={false}>
        <h2>{title}</h2>
        <p>{hint}</p>
        <div className="data-empty-actions">
          <Button icon={<ImportOutlined />} href="#/import">
            {text.importFile}
          </Button>
          {!isSample && <OpenSampleButton label={commonText.sample.tour} type="text" />}
        </div>
      </Empty>
    </section>
  );
}
