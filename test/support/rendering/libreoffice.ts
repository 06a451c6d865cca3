import { execFile, execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
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

interface Workplace {
  readonly jobsFolder: string;
  readonly environment: RenderingEnvironment;
}

const cacheFolder = fileURLToPath(new URL('../../../.cache/rendering', import.meta.url));

/**
 * A profile and font cache for each test process, kept from run to run because LibreOffice spends seconds on new ones;
 * the last run's files go.
 */
async function prepareWorkplace(): Promise<Workplace> {
  const folder = join(cacheFolder, process.env.VITEST_POOL_ID ?? 'main');
  const jobsFolder = join(folder, 'jobs');
  await rm(jobsFolder, { recursive: true, force: true });
  await mkdir(jobsFolder, { recursive: true });
  return { jobsFolder, environment: await prepareRenderingEnvironment(folder) };
}

let workplace: Promise<Workplace> | undefined;

interface Target {
  readonly extension: string;
  readonly filter: string;
}

async function convertNow(content: Uint8Array, extension: string, target: Target): Promise<string> {
  workplace ??= prepareWorkplace();
  const { jobsFolder, environment } = await workplace;
  const workFolder = await mkdtemp(join(jobsFolder, 'job-'));
  const source = join(workFolder, `input.${extension}`);
  await writeFile(source, content);
  await run(
    'soffice',
    [environment.profileArgument, '--headless', '--convert-to', target.filter, '--outdir', workFolder, source],
    { env: environment.env, timeout: 180_000 },
  );
  return join(workFolder, `input.${target.extension}`);
}

let last: Promise<unknown> = Promise.resolve();

/** Converts a file by LibreOffice, one after the other, as two cannot share a profile; the result lives until the next run. */
export function convertWithLibreOffice(content: Uint8Array, extension: string, target: Target): Promise<string> {
  const turn = last.then(() => convertNow(content, extension, target));
  last = turn.catch(() => undefined);
  return turn;
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
