import { execFile, execFileSync } from 'node:child_process';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { prepareRenderingEnvironment, type RenderingEnvironment } from './fontconfig.ts';

const run = promisify(execFile);

/** Why nothing can be rendered here, or null. */
export function whyNoLibreOffice(): string | null {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore' });
    return null;
  } catch {
    return 'soffice is not here';
  }
}

let shared: Promise<{ readonly folder: string; readonly environment: RenderingEnvironment }> | undefined;

/** One profile a test process: LibreOffice spends seconds on a new one. */
async function prepareOnce(): Promise<{ readonly folder: string; readonly environment: RenderingEnvironment }> {
  const folder = await mkdtemp(join(tmpdir(), 'huigao-rendering-'));
  return { folder, environment: await prepareRenderingEnvironment(folder) };
}

/** Converts a file by LibreOffice and returns the path of the result; conversions must not overlap. */
export async function convertWithLibreOffice(
  content: Uint8Array,
  extension: string,
  target: { readonly extension: string; readonly filter: string },
): Promise<string> {
  shared ??= prepareOnce();
  const { folder, environment } = await shared;
  const workFolder = await mkdtemp(join(folder, 'job-'));
  const source = join(workFolder, `input.${extension}`);
  await writeFile(source, content);
  await run(
    'soffice',
    [environment.profileArgument, '--headless', '--convert-to', target.filter, '--outdir', workFolder, source],
    { env: environment.env, timeout: 180_000 },
  );
  return join(workFolder, `input.${target.extension}`);
}

/** Renders a Word file to PDF with the bundled fonts; returns the path of the PDF. */
export function renderWithLibreOffice(docx: Uint8Array): Promise<string> {
  return convertWithLibreOffice(docx, 'docx', { extension: 'pdf', filter: 'pdf' });
}

/** The paragraphs that LibreOffice shows, with the numbers it counts. */
export async function readShownText(docx: Uint8Array): Promise<readonly string[]> {
  const target = { extension: 'txt', filter: 'txt:Text (encoded):UTF8' };
  const text = await readFile(await convertWithLibreOffice(docx, 'docx', target), 'utf8');
  return text.replace(/^\uFEFF/, '').split(/\r?\n/);
}
