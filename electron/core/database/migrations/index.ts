import type { Database } from 'better-sqlite3';
import { migrate as initial } from './0001-initial.ts';
import { migrate as rules } from './0002-rules.ts';
import { migrate as dataKeeping } from './0003-data-keeping.ts';
import { migrate as catalogue } from './0004-catalogue.ts';
import { migrate as collecting } from './0005-collecting.ts';
import { migrate as confirmations } from './0006-confirmations.ts';
import { migrate as proofreading } from './0007-proofreading.ts';

/** One step of the schema; `version` is the user_version it leads to. */
export interface Migration {
  readonly version: number;
  readonly migrate: (db: Database) => void;
}

/** Every step ever released, in order. A released file is never edited: a test holds its hash. */
export const migrations: readonly Migration[] = [
  { version: 1, migrate: initial },
  { version: 2, migrate: rules },
  { version: 3, migrate: dataKeeping },
  { version: 4, migrate: catalogue },
  { version: 5, migrate: collecting },
  { version: 6, migrate: confirmations },
  { version: 7, migrate: proofreading },
];
