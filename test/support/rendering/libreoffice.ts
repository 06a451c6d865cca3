import { execFile, execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
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
  const environment = await prepareRenderingEnvironment(folder);
  await addMacro(environment);
  return { jobsFolder, environment };
}

/**
 * Our Word files ask for no gaps between Han characters and digits (autoSpaceDE, autoSpaceDN). Word and WPS do as they are
 * asked; LibreOffice's import passes over both, so it is told by its own property before it prints.
 */
const macro = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
Sub PrintWithoutGaps(source As String, target As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  document = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
  styles = document.StyleFamilies.getByName("ParagraphStyles")
  For at = 0 To styles.Count - 1
    styles.getByIndex(at).ParaIsCharacterDistance = False
  Next
  Dim filter(0) As New com.sun.star.beans.PropertyValue
  filter(0).Name = "FilterName"
  filter(0).Value = "writer_pdf_Export"
  document.storeToURL(target, filter())
  document.close(True)
End Sub
</script:module>
`;

/** Puts the macro in the place of the empty module that LibreOffice makes in each new profile. */
async function addMacro({ profileFolder, profileArgument, env }: RenderingEnvironment): Promise<void> {
  const module = join(profileFolder, 'user', 'basic', 'Standard', 'Module1.xba');
  if (!existsSync(module)) {
    await run('soffice', [profileArgument, '--headless', '--terminate_after_init'], { env, timeout: 180_000 });
  }
  await writeFile(module, macro);
}

let workplace: Promise<Workplace> | undefined;

interface Target {
  readonly extension: string;
  readonly filter: string;
}

/** What soffice is called with to make `target` of `source`, both in `folder`. */
type Order = (source: string, target: string, folder: string) => readonly string[];

let last: Promise<unknown> = Promise.resolve();

/** Has LibreOffice make one file of another, one after the other, as two cannot share a profile; it lives until the next run. */
function make(content: Uint8Array, extensions: readonly [from: string, to: string], order: Order): Promise<string> {
  const turn = last.then(async () => {
    workplace ??= prepareWorkplace();
    const { jobsFolder, environment } = await workplace;
    const folder = await mkdtemp(join(jobsFolder, 'job-'));
    const [source, target] = [join(folder, `input.${extensions[0]}`), join(folder, `input.${extensions[1]}`)];
    await writeFile(source, content);
    const call = [environment.profileArgument, '--headless', ...order(source, target, folder)];
    await run('soffice', call, { env: environment.env, timeout: 180_000 });
    return target;
  });
  last = turn.catch(() => undefined);
  return turn;
}

/** Converts a file by LibreOffice; returns the path of the result. */
export function convertWithLibreOffice(content: Uint8Array, extension: string, target: Target): Promise<string> {
  const order: Order = (source, _, folder) => ['--convert-to', target.filter, '--outdir', folder, source];
  return make(content, [extension, target.extension], order);
}

/** Renders a Word file to PDF with the bundled fonts; returns the path of the PDF. */
export function renderWithLibreOffice(docx: Uint8Array): Promise<string> {
  const macroCall: Order = (source, target) => {
    const addresses = [source, target].map((path) => `"${pathToFileURL(path).href}"`).join(',');
    return [`macro:///Standard.Module1.PrintWithoutGaps(${addresses})`];
  };
  return make(docx, ['docx', 'pdf'], macroCall);
}

/** The paragraphs that LibreOffice shows, with the numbers it counts. */
export async function readShownText(docx: Uint8Array): Promise<readonly string[]> {
  const target = { extension: 'txt', filter: 'txt:Text (encoded):UTF8' };
  const text = await readFile(await convertWithLibreOffice(docx, 'docx', target), 'utf8');
  return text.replace(/^\uFEFF/, '').split(/\r?\n/);
}
