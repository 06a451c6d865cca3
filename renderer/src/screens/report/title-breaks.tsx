import { CheckOutlined, EnterOutlined } from '@ant-design/icons';
import { App, Button, Dropdown } from 'antd';
import { call, refresh, sentenceOf } from '../../app/query.ts';
import { text } from '../../text.ts';

interface Props {
  readonly reportId: number;
  /** Saves what was typed; the choice must not meet an older text. */
  readonly before: () => Promise<boolean>;
  /** Lines of each way, the best first. */
  readonly proposals: readonly (readonly string[])[];
  readonly chosen: number;
}

/** The ways in which the title may be broken into lines; nothing where there is one alone. */
export function TitleBreaks({ reportId, before, proposals, chosen }: Props) {
  const { message } = App.useApp();
  if (proposals.length < 2) return null;
  const choose = async (breaking: number) => {
    try {
      if (!(await before())) return;
      await call('reports.breakTitle', { id: reportId, breaking });
      refresh();
    } catch (error) {
      void message.error(sentenceOf(error));
    }
  };
  const items = proposals.map((lines, at) => ({
    key: String(at),
    icon: at === chosen ? <CheckOutlined aria-label={text.report.titleBreakNow} /> : <span className="no-check" />,
    label: <span className="title-proposal">{lines.join('\n')}</span>,
  }));
  return (
    <div className="title-breaks">
      <Dropdown trigger={['click']} menu={{ items, onClick: ({ key }) => void choose(Number(key)) }}>
        <Button type="text" size="small" icon={<EnterOutlined />}>
          {text.report.titleBreak}
        </Button>
      </Dropdown>
    </div>
  );
}
