import { expect, test } from 'vitest';
import { answerCall } from '../../electron/shell/answer-call.ts';
import type { Reply } from '../../shared/api/dispatch.ts';
import { fail, succeed } from '../../shared/result.ts';

const asked: unknown[] = [];
const backend = {
  call: async (method: string, input: unknown): Promise<Reply> => {
    asked.push([method, input]);
    return { ok: true, value: [] };
  },
};
const saved: string[] = [];
const options = {
  backend,
  saveFile: async (fileId: string) => {
    saved.push(fileId);
    return fileId === '9' ? fail({ code: 'file-unknown' } as const) : succeed(fileId === '8' ? null : '汇报.docx');
  },
};

test('saving is done by the window, and the backend is not asked', async () => {
  asked.length = 0;
  expect(await answerCall(options, 'files.save', { id: '7' })).toEqual({ ok: true, value: { savedAs: '汇报.docx' } });
  expect(await answerCall(options, 'files.save', { id: '8' })).toEqual({ ok: true, value: { savedAs: null } });
  expect(await answerCall(options, 'files.save', { id: '9' })).toMatchObject({
    ok: false,
    error: { code: 'file-unknown' },
  });
  expect(asked).toEqual([]);
});

test.each([null, {}, { id: 7 }, { id: '7', path: '/etc/passwd' }])('%j is no request to save', async (input) => {
  saved.length = 0;
  expect(await answerCall(options, 'files.save', input)).toMatchObject({ error: { code: 'input-invalid' } });
  expect(saved).toEqual([]);
});

test('everything else goes to the backend as it came', async () => {
  asked.length = 0;
  expect(await answerCall(options, 'reports.list', {})).toEqual({ ok: true, value: [] });
  expect(asked).toEqual([['reports.list', {}]]);
  expect(await answerCall(options, { toString: () => 'reports.list' }, {})).toMatchObject({
    error: { code: 'method-unknown' },
  });
});
