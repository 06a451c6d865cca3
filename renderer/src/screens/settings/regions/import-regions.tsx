import { Button, Input } from 'antd';
import { useRef, useState } from 'react';
import type { RegionTableInput } from '../../../../../shared/api/catalogue.ts';
import type { Output } from '../../../../../shared/api/contract.ts';
import { call } from '../../../app/query.ts';
import { tableFiles } from '../../../app/table-files.ts';
import { uploadFiles } from '../../../app/upload.ts';
import { EditDrawer } from '../parts/edit-drawer.tsx';
import { Field } from '../parts/field.tsx';
import { SlowNotice } from '../parts/slow-notice.tsx';
import { useSubmit } from '../parts/use-submit.ts';
import { useToast } from '../parts/use-toast.tsx';
import { text } from '../text.ts';

type Plan = Output<'catalogue.previewRegions'>;

const words = text.regionTable;

/** A file is given anew each time: the backend forgets it once it is read. */
async function send(file: File | null, pasted: string): Promise<RegionTableInput> {
  if (file === null) return { kind: 'text', text: pasted };
  const [upload = ''] = await uploadFiles([file]);
  return { kind: 'file', upload };
}

/** 导入地区表: paste or choose a table, look at what it would do, then import it whole. */
export function ImportRegions({ onClose }: { readonly onClose: () => void }) {
  const [pasted, setPasted] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const [plan, setPlan] = useState<Plan | null>(null);
  const chooser = useRef<HTMLInputElement>(null);
  const submit = useSubmit();
  const toast = useToast();
  const changes = plan?.filter(({ status }) => status === 'new' || status === 'changed').length ?? 0;
  const problems = plan?.filter(({ status }) => status === 'problem').length ?? 0;
  const preview = (from: File | null) =>
    void submit.run(async () => setPlan(await call('catalogue.previewRegions', await send(from, pasted))));
  const choose = async (chosen: File | undefined) => {
    if (chosen === undefined) return;
    setFile(chosen);
    preview(chosen);
  };
  const paste = (value: string) => {
    setPasted(value);
    setFile(null);
    setPlan(null);
  };
  const finish = async () => {
    if (plan === null) {
      preview(file);
      return;
    }
    const done = await submit.run(async () => {
      const { added, changed, importId } = await call('catalogue.importRegions', await send(file, pasted));
      toast.offerUndo(words.done(added, changed), () => call('catalogue.undoRegionImport', { importId }));
    });
    if (done) onClose();
  };
  return (
    <EditDrawer
      {...{ submit, onClose }}
      title={words.title}
      width={720}
      submitText={plan === null ? words.preview : words.submit(changes)}
      canSubmit={plan === null ? pasted.trim() !== '' : changes > 0 && problems === 0}
      onSubmit={() => void finish()}
      actions={<Button onClick={() => chooser.current?.click()}>{words.choose}</Button>}
    >
      <p className="drawer-lead">{words.hint}</p>
      <input
        ref={chooser}
        type="file"
        hidden
        accept={tableFiles}
        aria-label={words.choose}
        onChange={({ target }) => void choose(target.files?.[0])}
      />
      <Field id="region-table" label={words.paste} {...(file === null ? {} : { hint: words.file(file.name) })}>
        <Input.TextArea
          id="region-table"
          autoSize={{ minRows: 4, maxRows: 10 }}
          value={pasted}
          onChange={({ target }) => paste(target.value)}
        />
      </Field>
      {submit.isBusy && <SlowNotice>{plan === null ? words.reading : words.importing}</SlowNotice>}
      {plan !== null && <PlanTable plan={plan} changes={changes} problems={problems} />}
    </EditDrawer>
  );
}

interface PlanProps {
  readonly plan: Plan;
  readonly changes: number;
  readonly problems: number;
}

function PlanTable({ plan, changes, problems }: PlanProps) {
  return (
    <>
      {problems > 0 && <p role="alert">{words.problems(problems)}</p>}
      {problems === 0 && changes === 0 && <p>{words.nothing}</p>}
      <table className="preview" aria-label={words.preview}>
        <thead>
          <tr>
            {Object.values(words.columns).map((column) => (
              <th key={column} scope="col" className="preview-cell">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {plan.map(({ line, name, status, note }) => (
            <tr key={line} className={status === 'problem' ? 'is-problem' : ''}>
              <td className="preview-cell">{line}</td>
              <td className="preview-cell">{name}</td>
              <td className="preview-cell">{words.status[status]}</td>
              <td className="preview-cell">{note}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
