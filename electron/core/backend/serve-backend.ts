import type { MessagePort } from 'node:worker_threads';
import type { Dispatch, Reply } from '../../../shared/api/dispatch.ts';
import type { Answer, Question, RenderedFile } from './messages.ts';
import type { UploadedFile } from './uploads.ts';

/** What the worker answers from. */
export interface Service {
  readonly dispatch: Dispatch;
  readonly readFile: (id: string) => RenderedFile | null;
  /** The handle of the file, or why it is not kept. */
  readonly upload: (file: UploadedFile) => Reply;
  readonly close: () => void;
}

/** Answers a host's questions over the port until it asks to stop; then closes the service and the port. */
export function serveBackend(port: MessagePort, service: Service): void {
  const send = (answer: Answer) => port.postMessage(answer);
  port.on('message', (question: Question) => {
    switch (question.kind) {
      case 'call':
        void service
          .dispatch(question.method, question.input)
          .then((reply) => send({ seq: question.seq, kind: 'reply', reply }));
        return;
      case 'readFile':
        send({ seq: question.seq, kind: 'file', file: service.readFile(question.id) });
        return;
      case 'upload':
        send({ seq: question.seq, kind: 'reply', reply: service.upload(question.file) });
        return;
      case 'stop':
        service.close();
        port.close();
        return;
    }
  });
}
