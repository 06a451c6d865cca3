import { ArrowLeftOutlined, DownloadOutlined, DownOutlined } from '@ant-design/icons';
import { Button, Dropdown, Tag } from 'antd';
import type { ReportSummary } from '../../../../shared/api/contract.ts';
import { refresh } from '../../app/query.ts';
import { go } from '../../app/route.ts';
import type { SaveState } from '../../editor/use-autosave.ts';
import type { Exporter, PaperFormat } from '../../exporting/use-export.tsx';
import { text } from '../../text.ts';

interface Props {
  readonly summary: ReportSummary;
  readonly saveState: SaveState;
  readonly exporter: Exporter;
  /** Shows which figures rest on wrong data. */
  readonly onBroken: () => void;
}

const paperFormats: readonly PaperFormat[] = ['xlsx', 'docx'];

function SaveMark({ state }: { readonly state: SaveState }) {
  const words = text.editor;
  if (state.kind === 'failed') {
    return (
      <span className="save-mark is-failed" role="alert" title={state.sentence}>
        {words.notSaved}：{state.sentence}
      </span>
    );
  }
  return <span className="save-mark">{state.kind === 'saved' ? words.saved : words.unsaved}</span>;
}

/** The report's name and what can be done with the whole of it. */
export function ReportBar({ summary, saveState, exporter, onBroken }: Props) {
  const back = () => {
    go({ screen: 'home' });
    refresh();
  };
  return (
    <header className="report-bar">
      <Button type="text" icon={<ArrowLeftOutlined />} aria-label={text.report.back} onClick={back} />
      <h1>{summary.title}</h1>
      <Tag className="tag-plain report-region" title={summary.region}>
        {summary.region}
      </Tag>
      <Tag className="tag-plain">{summary.period}</Tag>
      {summary.broken > 0 && (
        <button type="button" className="bar-broken" onClick={onBroken}>
          {text.report.broken(summary.broken)}
        </button>
      )}
      {summary.missing > 0 && <Tag className="tag-short">{text.home.missing(summary.missing)}</Tag>}
      <SaveMark state={saveState} />
      <div className="report-bar-actions">
        <Dropdown
          trigger={['click']}
          menu={{
            items: paperFormats.map((format) => ({ key: format, label: text.exporting.paperKinds[format] })),
            onClick: ({ key }) => exporter.startPaper(summary, key === 'xlsx' ? 'xlsx' : 'docx'),
          }}
        >
          <Button title={text.exporting.paperHint} loading={exporter.busy === `${summary.id}.paper`}>
            {text.exporting.paper} <DownOutlined />
          </Button>
        </Dropdown>
        <Button loading={exporter.busy === `${summary.id}.pdf`} onClick={() => exporter.start(summary, 'pdf')}>
          {text.exporting.pdf}
        </Button>
        <Button
          type="primary"
          icon={<DownloadOutlined />}
          loading={exporter.busy === `${summary.id}.docx`}
          onClick={() => exporter.start(summary, 'docx')}
        >
          {text.exporting.word}
        </Button>
      </div>
    </header>
  );
}
