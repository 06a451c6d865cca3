import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { Draft } from '../../../../shared/proofreading/reading/draft.ts';
import { draftOfLines, draftOfText, type Line } from '../../../../shared/proofreading/reading/draft-of-text.ts';
import { fail, type Result, succeed } from '../../../../shared/result.ts';
import type { Failure } from '../../../../shared/text/failures/index.ts';
import { detectText } from '../reading/decode-text.ts';
import { sniffFormat } from '../reading/sniff-format.ts';
import { readWord } from './read-word.ts';

/** A document that is to be proofread: Word or text, told by its bytes and not by its name. */

const largest = 64 * 1024 * 1024;

/** Marks of Markdown are no part of the text; front matter and fenced blocks are none at all. */
function linesOfMarkdown(text: string): readonly Line[] {
  const lines: Line[] = [];
  let fence: string | null = null;
  const all = text.split(/\r\n|[\n\r]/);
  const bodyStart = all[0] === '---' ? all.indexOf('---', 1) + 1 : 0;
  for (const line of all.slice(bodyStart)) {
    const mark = /^\s*(```|~~~)/.exec(line)?.[1];
    if (mark !== undefined && (fence === null || fence === mark)) fence = fence === null ? mark : null;
    else if (fence === null && !/^\s*\|?\s*:?-{3,}/.test(line)) {
      lines.push({
        text: line.replace(/^\s*(?:#{1,6}\s+|>\s?|[-*+]\s+)/, '').replaceAll(/\*\*|__(?=\p{Script=Han})|`/gu, ''),
      });
    }
  }
  return lines;
}

function draftOfBytes(bytes: Uint8Array, name: string): Result<Draft, Failure> {
  const sniffed = sniffFormat(bytes);
  if (sniffed.kind === 'empty') return fail({ code: 'document-empty', name });
  if (sniffed.kind === 'ole' || sniffed.kind === 'biff') return fail({ code: 'document-old-word', name });
  if (sniffed.kind === 'zip') {
    const lines = readWord(bytes);
    if (lines.ok) return succeed(draftOfLines(lines.value));
    if (lines.error === 'no-word') return fail({ code: 'document-kind-unknown', name });
    return fail({ code: lines.error === 'damaged' ? 'document-damaged' : 'document-too-large', name });
  }
  if (sniffed.kind === 'foreign') return fail({ code: 'document-kind-unknown', name });
  const decoded = detectText(bytes);
  if (decoded === null) return fail({ code: 'document-kind-unknown', name });
  return succeed(
    /\.(?:md|markdown)$/i.test(name) ? draftOfLines(linesOfMarkdown(decoded.text)) : draftOfText(decoded.text),
  );
}

/** Reads a document from the disk as a draft. */
export function readDocument(path: string): Result<Draft, Failure> {
  const name = basename(path);
  if (name.startsWith('~$')) return fail({ code: 'document-lock-file', name });
  try {
    if (statSync(path).size > largest) return fail({ code: 'document-too-large', name });
    return draftOfBytes(readFileSync(path), name);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    return fail(error.code === 'ENOENT' ? { code: 'document-not-found', name } : { code: 'document-unreadable', name });
  }
}
