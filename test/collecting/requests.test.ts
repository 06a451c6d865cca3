import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { Uploads } from '../../electron/core/backend/uploads.ts';
import { createHandlers } from '../../electron/core/handlers/create-handlers.ts';
import { createCall } from '../../shared/api/client.ts';
import { createDispatch } from '../../shared/api/dispatch.ts';
import { clock, expectValue, temporaryFolder } from '../database/fixture.ts';
import { fillWorkbook } from './fill-workbook.ts';

/** The whole way as the page goes it: forms out as one zip, uploads back, a choice, the figures in the data file. */
function start() {
  const uploads = new Uploads();
  const settings = { dataFolder: temporaryFolder(), workspacePath: null, version: '0', saving: 'download' } as const;
  const render = () => Promise.reject(new Error('nothing is rendered here'));
  const importEntry = new URL('../../electron/core/import-worker.ts', import.meta.url);
  const set = expectValue(createHandlers({ ...settings, uploads, importEntry, byWhom: '李四', clock, render }));
  return {
    call: createCall(createDispatch(set.handlers)),
    readFile: (id: string) => set.readFile(id),
    close: () => set.close(),
    give: (name: string, bytes: Uint8Array) => expectValue(uploads.add({ name, bytes })),
  };
}

const wish = { unitIds: null, rows: 'unit', period: '2024年', lastYear: false, title: '年度收数（示例）' } as const;

test('forms go out as one zip; what comes back is listed, and written once it is chosen', async () => {
  const { call, readFile, give, close } = start();
  await call('workspace.openSample', {});
  const { groups, regions } = await call('collect.choices', {});
  const city = regions.find(({ name }) => name === '湖州市');
  const group = groups.find(({ name }) => name === '随迁子女');
  const made = await call('collect.make', { ...wish, group: group?.name ?? '', regionId: city?.id ?? 0 });
  expect(made).toMatchObject({ units: 5, file: { name: '年度收数（示例）（2024年）.zip' } });
  const forms = unzipSync(readFile(made.file.id)?.bytes ?? new Uint8Array());
  expect(Object.keys(forms)).toContain('德清县-年度收数（示例）.xlsx');

  const form = forms['德清县-年度收数（示例）.xlsx'] ?? new Uint8Array();
  const upload = give('随便叫什么.xlsx', await fillWorkbook(form, { cells: { B7: 100 } }));
  const reading = await call('collect.read', { uploads: [upload] });
  expect(reading.units.map(({ unit, state }) => `${unit}${state}`)).toContain('德清县已报');
  const unit = reading.units.find(({ state }) => state === '已报');
  const choices = [{ regionId: unit?.regionId ?? 0, sha256: unit?.files[0]?.sha256 ?? '' }];
  expect(await call('collect.take', { reading: reading.reading, choices })).toMatchObject({ units: 1, written: 1 });
  await expect(call('collect.take', { reading: reading.reading, choices })).rejects.toThrow('请重新选择');
  const [collection] = await call('collect.list', {});
  expect(collection?.units.filter(({ returnedAt }) => returnedAt !== null).map(({ name }) => name)).toEqual(['德清县']);
  close();
});

test('what was handed over once is gone, and a group that is none is refused', async () => {
  const { call, give, close } = start();
  await call('workspace.openSample', {});
  const upload = give('a.xlsx', new Uint8Array([1, 2, 3]));
  await expect(call('collect.read', { uploads: [upload] })).rejects.toThrow('不是能读的填报表');
  await expect(call('collect.read', { uploads: [upload] })).rejects.toThrow('请重新选择');
  const { regions } = await call('collect.choices', {});
  const asked = call('collect.make', { ...wish, group: '没有的组', regionId: regions[0]?.id ?? 0 });
  await expect(asked).rejects.toThrow('没有名为“没有的组”的分组');
  close();
});
