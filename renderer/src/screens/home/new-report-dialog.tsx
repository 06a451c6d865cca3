import { Modal } from 'antd';
import { type KeyboardEvent, useState } from 'react';
import { nothing, useQuery } from '../../app/query.ts';
import type { ReportWish } from '../../app/route.ts';
import { text } from '../../text.ts';
import { isComposing } from '../../ui/composing.ts';
import { NewReportForm } from './new-report-form.tsx';

const formId = 'new-report';

interface Props {
  /** What stands chosen at first. */
  readonly wish: ReportWish | null;
  readonly onClose: () => void;
}

/** 新建报告: template, region, period; everything can be done from the keyboard. */
export function NewReportDialog({ wish, onClose }: Props) {
  const templates = useQuery('templates.list', nothing);
  const regions = useQuery('regions.list', nothing);
  const periods = useQuery('periods.list', nothing);
  const [canSubmit, setCanSubmit] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const ignoreComposing = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && isComposing(event)) event.stopPropagation();
  };
  const failed = [templates, regions, periods].find((query) => query.status === 'failed');
  return (
    <Modal
      open
      title={text.create.title}
      width={640}
      onCancel={onClose}
      okText={text.create.submit}
      cancelText={text.create.cancel}
      okButtonProps={{ htmlType: 'submit', form: formId, disabled: !canSubmit, loading: isBusy }}
      mask={{ closable: false }}
    >
      <div onKeyDownCapture={ignoreComposing}>
        {failed?.status === 'failed' && <p role="alert">{failed.message}</p>}
        {templates.status === 'done' && regions.status === 'done' && periods.status === 'done' && (
          <NewReportForm
            id={formId}
            catalogue={{ templates: templates.value, regions: regions.value, periods: periods.value }}
            wish={wish}
            onReady={setCanSubmit}
            onBusy={setBusy}
            onClose={onClose}
          />
        )}
      </div>
    </Modal>
  );
}
