import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readGrid } from '../../electron/core/importing/reading/read-grid.ts';
import { describeFailure } from '../../shared/text/failures/index.ts';
import { hostileFiles } from './hostile-files.ts';

/** The code of a refusal, `read` where the file was harmless. No entity was expanded, no other file read. */
function outcomeOf(name: string, bytes: Uint8Array): string {
  const result = readGrid(bytes, name);
  if (!result.ok) return isSentence(describeFailure(result.error), name) ? result.error.code : 'no sentence';
  const cells = result.value.sheets.flatMap(({ rows }) => rows.flat());
  return cells.some((cell) => 'text' in cell && /root:|(ha){5}/.test(cell.text)) ? 'expanded' : 'read';
}

/** It names the file, says what happened and what to do. */
function isSentence(text: string, name: string): boolean {
  return text.includes(`“${name}”`) && /什么都没有导入.*请/.test(text);
}

describe('hostile and broken files', () => {
  test.each(hostileFiles.map(({ name, outcome, build }) => [name, outcome, build] as const))(
    '%s: %s',
    (name, outcome, build) => {
      expect(outcomeOf(name, build())).toBe(outcome);
      expect(Object.keys(Object.prototype)).toEqual([]);
    },
  );
});

const shared = process.env.HUIGAO_SHARED ?? fileURLToPath(new URL('../../../shared', import.meta.url));
const samples = `${shared}/samples/bad-input`;
const present = existsSync(samples);

const outcomes: Readonly<Record<string, string>> = {
  'gen-csv-named.xlsx': 'read',
  'gen-empty.xlsx': 'import-empty',
  'gen-png-named.xlsx': 'import-kind-unknown',
  'gen-proto-pollution.xlsx': 'read',
  'gen-random.xls': 'import-kind-unknown',
  'gen-redos-sheet.xlsx': 'read',
  'gen-redos-sst.xlsx': 'import-damaged',
  'gen-truncated.xlsx': 'import-damaged',
  'gen-zip-header-3.9GB.xlsx': 'import-too-large',
  'gen-zipbomb-600MB.xlsx': 'import-too-large',
  'gen-zipslip.xlsx': 'import-damaged',
  'poi-SimpleMacro.xlsm': 'read',
  'poi-password.xls': 'import-password',
  'poi-poc-xmlbomb.xlsx': 'read',
  'poi-xxe_in_schema.xlsx': 'read',
};

const names = present ? readdirSync(samples) : [];

test.skipIf(!present)(
  `sample files${present ? '' : ': left out, the samples stand outside the project (HUIGAO_SHARED)'}`,
  () => {
    const found = names.map((name) => [name, outcomeOf(name, readFileSync(`${samples}/${name}`))]);
    expect(Object.fromEntries(found)).toEqual(outcomes);
  },
);
