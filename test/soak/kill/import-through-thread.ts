import { readFileSync, writeSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { ask, beginImportOf, settled, startRealBackend, versionOf } from '../../support/import-through-backend.ts';

/** Brings one file in as the program does, through the backend and a thread of its own; says when it orders the writing, and when that is done. */
const [, , dataPath = '', path = '', mappingPath = ''] = process.argv;
const backend = startRealBackend(dirname(dataPath), dataPath);
const bytes = Uint8Array.from(readFileSync(path));
const id = await beginImportOf(backend, { name: basename(path), bytes }, '2021年');
const first = await settled(backend, id);
const mapping: unknown = JSON.parse(readFileSync(mappingPath, 'utf8'));
await ask(backend, 'import.answer', { id, mapping, rules: [], review: versionOf(first) });
const answered = await settled(backend, id);
writeSync(1, 'ordered\n');
await ask(backend, 'import.commit', { id, review: versionOf(answered) });
const { kind } = await settled(backend, id);
writeSync(1, `${kind}\n`);
await backend.stop();
