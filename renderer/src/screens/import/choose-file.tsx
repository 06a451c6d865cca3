import { FileExcelOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { type DragEvent, useRef, useState } from 'react';
import { tableFiles } from '../../app/table-files.ts';
import { importText as text } from './text.ts';

/** Where a file is dropped or picked. The page never learns where it lies. */
export function ChooseFile({ onFile }: { readonly onFile: (file: File) => void }) {
  const { message } = App.useApp();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const take = (files: FileList | null) => {
    const file = files?.[0];
    if (file === undefined) return;
    if ((files?.length ?? 0) > 1) message.info(text.pick.one);
    onFile(file);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  return (
    <section
      className={isOver ? 'import-card import-drop over' : 'import-card import-drop'}
      aria-label={text.title}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <FileExcelOutlined className="import-drop-icon" aria-hidden="true" />
      <h2>{text.pick.title}</h2>
      <p>{text.pick.hint}</p>
      <Button type="primary" size="large" onClick={() => input.current?.click()}>
        {text.pick.button}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={text.pick.button}
        accept={tableFiles}
        onChange={(event) => take(event.target.files)}
      />
    </section>
  );
}
