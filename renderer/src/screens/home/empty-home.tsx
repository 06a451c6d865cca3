import { FileTextOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { text } from '../../text.ts';
import { OpenSampleButton } from './open-sample-button.tsx';

interface Props {
  readonly isSample: boolean;
  readonly onCreate: () => void;
}

/** The list before its first report. */
export function EmptyHome({ isSample, onCreate }: Props) {
  return (
    <section className="card empty-home">
      <FileTextOutlined className="empty-icon" aria-hidden="true" />
      <h2>{text.home.emptyTitle}</h2>
      <p>{isSample ? text.home.emptySampleHint : text.home.emptyHint}</p>
      <div className="empty-actions">
        <Button type="primary" size="large" onClick={onCreate}>
          {text.home.create}
        </Button>
        {!isSample && <OpenSampleButton label={text.sample.open} type="default" />}
      </div>
    </section>
  );
}
