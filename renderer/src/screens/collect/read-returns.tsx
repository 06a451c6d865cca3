import { App, Button, Upload } from 'antd';
import { useState } from 'react';
import type { Output } from '../../../../shared/api/contract.ts';
import { call, refresh, sentenceOf } from '../../app/query.ts';
import { uploadFiles } from '../../app/upload.ts';
import { type Choices, plainChoices } from './choices.ts';
import { collectText } from './collect-text.ts';
import { FailureNote } from './failure-note.tsx';
import { UnitTable } from './unit-table.tsx';

const text = collectText.read;
type Reading = Output<'collect.read'>;

/** Step two: what came back, what is wrong with it, and which of it is taken. */
export function ReadReturns() {
  const { message } = App.useApp();
  const [reading, setReading] = useState<Reading | null>(null);
  const [choices, setChoices] = useState<Choices>(new Map());
  const [busy, setBusy] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [taken, setTaken] = useState<Output<'collect.take'> | null>(null);

  const attempt = async (step: string, work: () => Promise<void>) => {
    setBusy(step);
    setFailure(null);
    await work().catch((error: unknown) => setFailure(sentenceOf(error)));
    setBusy(null);
  };
  const read = (files: readonly File[]) =>
    attempt(text.busy, async () => {
      const answer = await call('collect.read', { uploads: [...(await uploadFiles(files))] });
      setReading(answer);
      setTaken(null);
      setChoices(plainChoices(answer.units));
    });
  const take = ({ reading: handle }: Reading) =>
    attempt(text.taking, async () => {
      const chosen = [...choices].map(([regionId, sha256]) => ({ regionId, sha256 }));
      setTaken(await call('collect.take', { reading: handle, choices: chosen }));
      setReading(null);
      refresh();
    });
  const undo = ({ sourceIds }: Output<'collect.take'>) =>
    attempt(text.undoing, async () => {
      let [restored, kept] = [0, 0];
      for (const sourceId of sourceIds) {
        const undone = await call('imports.undo', { sourceId });
        restored += undone.restored;
        kept += undone.kept.length;
      }
      setTaken(null);
      message.success(text.undone(restored, kept));
      refresh();
    });

  return (
    <section className="collect-part" aria-labelledby="collect-read">
      <h2 id="collect-read">{text.title}</h2>
      <Upload.Dragger
        multiple
        accept=".xlsx,.xls,.et"
        showUploadList={false}
        disabled={busy !== null}
        beforeUpload={(file, all) => {
          // Called once a file with the whole list: the first call takes them all, and nothing is sent by the control.
          if (file === all[0]) void read(all);
          return Upload.LIST_IGNORE;
        }}
      >
        <p>{busy ?? text.drop}</p>
        <p className="collect-hint">{text.hint}</p>
      </Upload.Dragger>
      {failure !== null && <FailureNote message={failure} />}
      {taken !== null && (
        <p className="collect-taken" role="status">
          {text.taken(taken.units, taken.written)}
          {taken.sourceIds.length > 0 && (
            <Button size="small" disabled={busy !== null} onClick={() => void undo(taken)}>
              {text.undo}
            </Button>
          )}
        </p>
      )}
      {reading !== null && (
        <div className="collect-reading">
          <h3>{text.result(reading.title, reading.period)}</h3>
          <Sentences title={text.strangers} sentences={reading.strangers} />
          <Sentences title={text.notices} sentences={reading.notices} />
          <UnitTable units={reading.units} choices={choices} onChoose={setChoices} />
          <Button
            type="primary"
            disabled={choices.size === 0}
            loading={busy !== null}
            onClick={() => void take(reading)}
          >
            {choices.size === 0 ? text.takeNone : text.take(choices.size)}
          </Button>
        </div>
      )}
    </section>
  );
}

function Sentences({ title, sentences }: { readonly title: string; readonly sentences: readonly string[] }) {
  if (sentences.length === 0) return null;
  return (
    <div className="collect-sentences">
      <strong>{title}</strong>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </div>
  );
}
