import { ArrowLeftOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { go } from '../../app/route.ts';
import { parseDataPlace } from '../data/data-place.ts';
import { ChooseFile } from './choose-file.tsx';
import { FirstRows } from './first-rows.tsx';
import { ImportDone } from './import-done.tsx';
import { ImportProgress } from './import-progress.tsx';
import { ImportReviewScreen } from './import-review.tsx';
import { PastImports } from './past-imports.tsx';
import { importText as text } from './text.ts';
import { type ImportProcess, useImport } from './use-import.ts';
import './import.css';

/** 导入: a file is read, shown with what it was taken for, put right where needed, and only then kept. */
export function ImportScreen() {
  const process = useImport();
  return (
    <div className="import">
      <header className="import-head">
        <Button
          type="text"
          icon={<ArrowLeftOutlined />}
          aria-label={text.back}
          onClick={() => go({ screen: 'data', place: parseDataPlace('') })}
        />
        <h1>{text.title}</h1>
      </header>
      <Stage process={process} />
    </div>
  );
}

function Stage({ process }: { readonly process: ImportProcess }) {
  const { stage, begin, cancel } = process;
  if (stage.kind === 'finding') return <div className="import-start" aria-busy="true" />;
  if (stage.kind === 'choosing') {
    return (
      <div className="import-start">
        <ChooseFile onFile={begin} />
        <PastImports />
      </div>
    );
  }
  if (stage.kind === 'sending') return <ImportProgress title={text.pick.sending} done={0} all={0} onCancel={cancel} />;
  if (stage.kind === 'failed') return <Failed message={stage.message} onAgain={cancel} />;
  const { state, review, id } = stage;
  if (state.kind === 'failed') return <Failed message={state.message} onAgain={cancel} />;
  if (state.kind === 'done') return <ImportDone outcome={state} onNext={cancel} />;
  if (review !== null && !(state.kind === 'working' && state.step === 'writing')) {
    return <ImportReviewScreen key={id} id={id} state={state} review={review} process={process} />;
  }
  if (state.kind !== 'working') return null;
  return (
    <>
      <ImportProgress title={text.working[state.step]} done={state.done} all={state.all} onCancel={cancel} />
      {state.first !== null && state.step !== 'writing' && <FirstRows id={id} first={state.first} />}
    </>
  );
}

function Failed({ message, onAgain }: { readonly message: string; readonly onAgain: () => void }) {
  return (
    <section className="import-card import-failed" role="alert">
      <h2>{text.failed.title}</h2>
      <p>{message}</p>
      <Button type="primary" onClick={onAgain}>
        {text.failed.again}
      </Button>
    </section>
  );
}
