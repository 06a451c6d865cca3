import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findFonts } from '../../../electron/core/exporting/fonts/find-fonts.ts';
import { installChineseComposition } from '../../../electron/core/exporting/pdf/chinese-composition.ts';
import { layoutBuilder } from '../../../electron/core/exporting/pdf/pdfmake-modules.ts';
import { renderDefinition } from '../../../electron/core/exporting/pdf/render-definition.ts';

const bodyFont = findFonts({ systemFolders: [] }).body.file.path;
const requests: string[] = [];
const server = createServer((request, response) => {
  requests.push(request.url ?? '');
  response.end();
});
let address = '';

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  if (typeof bound === 'object' && bound !== null) address = `http://127.0.0.1:${bound.port}`;
});

afterAll(() => {
  server.close();
});

async function render(definition: object): Promise<Uint8Array> {
  const fingerprint = Buffer.alloc(16);
  const style = { defaultStyle: { font: 'body', fontSize: 12 } };
  const input = { definition: { ...style, ...definition }, fonts: { body: bodyFont }, fingerprint };
  const { bytes } = await renderDefinition(input);
  return bytes;
}

test('pdfmake is the version that the composition patches', () => {
  const require = createRequire(import.meta.url);
  expect(require('pdfmake/package.json')).toHaveProperty('version', '0.3.11');
});

test('the composition is installed once, however often it is asked for', () => {
  installChineseComposition();
  const { buildNextLine } = layoutBuilder;
  installChineseComposition();
  expect(layoutBuilder.buildNextLine).toBe(buildNextLine);
});

test('nothing is fetched, whatever a definition asks for', async () => {
  await expect(render({ content: [{ image: `${address}/direct.png` }] })).rejects.toThrow(/denied/);
  await expect(render({ content: ['x'], images: { logo: `${address}/named.png` } })).rejects.toThrow(/network/);
  await expect(render({ content: ['x'], images: { logo: { url: `${address}/url.png` } } })).rejects.toThrow(/network/);
  await expect(render({ content: ['x'], attachments: { a: { src: `${address}/a` } } })).rejects.toThrow(/network/);
  expect(requests).toEqual([]);
});

test('no file is read but the fonts', async () => {
  const stranger = new URL('../../../package.json', import.meta.url).pathname;
  await expect(render({ content: [{ image: stranger }] })).rejects.toThrow(/denied/);
  await expect(render({ content: ['x'], files: { a: { src: stranger } } })).rejects.toThrow(/denied/);
});

test('a file gives the same bytes each time and carries no date', async () => {
  const definition = (): object => ({ content: ['各区县按时报送。'], info: { creationDate: new Date(0) } });
  const first = Buffer.from(await render(definition()));
  const second = Buffer.from(await render(definition()));
  expect(first.equals(second)).toBe(true);
  expect(first.toString('latin1')).not.toMatch(/CreationDate|ModDate/);
});
