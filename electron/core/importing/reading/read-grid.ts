import { fail, type Result, succeed } from '../../../../shared/result.ts';
import type { Failure } from '../../../../shared/text/failures/index.ts';
import { readingNotices } from '../../../../shared/text/reading-notices.ts';
import type { FileFormat, Grid, GridSheet } from '../grid.ts';
import { scanBiffRecords, withoutThemes } from './biff-records.ts';
import { decodeMarkup } from './decode-markup.ts';
import { detectText } from './decode-text.ts';
import { describesFewColumns } from './guard-columns.ts';
import { holdsNumbers } from './guard-numbers.ts';
import { type GuardedZip, guardZip } from './guard-zip.ts';
import { inspectOle } from './inspect-ole.ts';
import { judgeZip } from './judge-zip.ts';
import { readDelimited } from './read-delimited.ts';
import { readFirstRows } from './read-first-rows.ts';
import { readHtml } from './read-html.ts';
import { readOds } from './read-ods.ts';
import { readSpreadsheetXml } from './read-spreadsheet-xml.ts';
import { readWorkbook, type WorkbookContents } from './read-workbook.ts';
import { sniffFormat } from './sniff-format.ts';
import { withStruckCells } from './struck-cells.ts';

const maximumSize = 64 * 1024 * 1024;

type Contents = Result<Omit<Grid, 'fileName'>, Failure>;

/** Told the first rows of a large workbook before the rest of it is read. */
type OnFirst = (sheets: readonly GridSheet[]) => void;

/** Reads any workbook or table of text, told apart by its bytes. Every refusal names the file and what to do. */
export function readGrid(bytes: Uint8Array, fileName: string, onFirst?: OnFirst): Result<Grid, Failure> {
  if (bytes.length > maximumSize) return fail({ code: 'import-too-large', name: fileName, what: 'file' });
  const contents = readContents(bytes, fileName, onFirst);
  return contents.ok ? succeed({ fileName, ...contents.value }) : contents;
}

function readContents(bytes: Uint8Array, name: string, onFirst?: OnFirst): Contents {
  const sniffed = sniffFormat(bytes);
  switch (sniffed.kind) {
    case 'empty':
      return fail({ code: 'import-empty', name });
    case 'zip':
      return readZip(bytes, name, onFirst);
    case 'ole':
      return readOle(bytes, name);
    case 'biff':
      return readBareRecords(bytes, name);
    case 'foreign':
      return fail({ code: 'import-kind-unknown', name, what: sniffed.what });
    case 'text':
      return readText(bytes, name);
  }
}

interface Origin {
  readonly name: string;
  readonly format: FileFormat;
  readonly hasMacros: boolean;
}

function readZip(bytes: Uint8Array, name: string, onFirst?: OnFirst): Contents {
  const guarded = guardZip(bytes);
  if (!guarded.ok) {
    return guarded.error === 'damaged'
      ? fail({ code: 'import-damaged', name })
      : fail({ code: 'import-too-large', name, what: guarded.error });
  }
  const judged = judgeZip(guarded.value);
  switch (judged.kind) {
    case 'foreign':
      return fail({ code: 'import-kind-unknown', name, what: judged.what });
    case 'password':
      return fail({ code: 'import-password', name });
    case 'ods':
      return gridOf({ name, format: 'ods', hasMacros: judged.hasMacros }, readOds(guarded.value));
    case 'xlsx':
    case 'xlsb':
      if (!describesFewColumns(guarded.value) || !holdsNumbers(guarded.value))
        return fail({ code: 'import-damaged', name });
      if (onFirst && judged.kind === 'xlsx') onFirst(readFirstRows(guarded.value) ?? []);
      return gridOf(
        { name, format: judged.kind, hasMacros: judged.hasMacros },
        withoutStruck(readWorkbook(bytes), guarded.value),
      );
  }
}

function withoutStruck(contents: WorkbookContents, zip: GuardedZip): WorkbookContents {
  return contents.kind === 'sheets' ? { ...contents, sheets: withStruckCells(contents.sheets, zip) } : contents;
}

function readOle(bytes: Uint8Array, name: string): Contents {
  const inspected = inspectOle(bytes);
  switch (inspected.kind) {
    case 'damaged':
      return fail({ code: 'import-damaged', name });
    case 'password':
      return fail({ code: 'import-password', name });
    case 'foreign':
      return fail({ code: 'import-kind-unknown', name, ...(inspected.what ? { what: inspected.what } : {}) });
    case 'workbook':
      return gridOf(
        { name, format: 'xls', hasMacros: inspected.hasMacros },
        readWorkbook(inspected.stream, inspected.uncomputed),
      );
  }
}

function readBareRecords(bytes: Uint8Array, name: string): Contents {
  const records = withoutThemes(bytes);
  const { hasPassword, isHostile } = scanBiffRecords(records);
  if (hasPassword) return fail({ code: 'import-password', name });
  if (isHostile) return fail({ code: 'import-damaged', name });
  return gridOf({ name, format: 'xls', hasMacros: false }, readWorkbook(records));
}

function gridOf({ name, format, hasMacros }: Origin, contents: WorkbookContents): Contents {
  if (contents.kind === 'damaged') return fail({ code: 'import-damaged', name });
  if (contents.kind === 'too-many-cells') return fail({ code: 'import-too-large', name, what: 'cells' });
  const { sheets, leftOut } = contents;
  const notices = [
    ...(hasMacros ? [readingNotices.macros()] : []),
    ...leftOut.map((cell) => readingNotices.far({ cell })),
  ];
  return succeed({ format, sheets, notices });
}

/** Text, or markup that calls itself .xls. A lock file is told by its name, once no workbook was found in it. */
function readText(bytes: Uint8Array, name: string): Contents {
  if (/^(~\$|\.~)/.test(name)) return fail({ code: 'import-lock-file', name });
  const markup = decodeMarkup(bytes);
  if (markup !== null) return readMarkup(markup, name);
  const detected = detectText(bytes);
  if (!detected) return fail({ code: 'import-kind-unknown', name });
  const sheet = readDelimited(detected.text, name);
  if (!sheet.ok) return sheet;
  const notices = detected.guessed ? [readingNotices.encoding({ encoding: detected.encoding })] : [];
  return succeed({ format: 'text', sheets: [sheet.value], notices });
}

function readMarkup(text: string, name: string): Contents {
  const isSpreadsheet = text.includes('urn:schemas-microsoft-com:office:spreadsheet');
  const isTable = /<table[\s>]/i.test(text) && /<\/?t[dh][\s>]/i.test(text);
  if (!isSpreadsheet && !isTable) return fail({ code: 'import-kind-unknown', name, what: 'page' });
  const origin = { name, hasMacros: false };
  return isSpreadsheet
    ? gridOf({ ...origin, format: 'xml' }, readSpreadsheetXml(text))
    : gridOf({ ...origin, format: 'html' }, readHtml(text));
}
