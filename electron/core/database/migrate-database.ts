import type { Database } from 'better-sqlite3';
import type { Migration } from './migrations/index.ts';

export function schemaVersion(db: Database): number {
  return Number(db.pragma('user_version', { simple: true }));
}

export function latestVersion(migrations: readonly Migration[]): number {
  return migrations.at(-1)?.version ?? 0;
}

/** Runs the steps that the file lacks, with its version, in one transaction: after a crash it is the old file or the new one. */
export function migrateDatabase(db: Database, migrations: readonly Migration[]): void {
  const run = db.transaction(() => {
    const from = schemaVersion(db);
    for (const { version, migrate } of migrations) {
      if (version <= from) continue;
      migrate(db);
      db.pragma(`user_version = ${version}`);
    }
  });
  run.immediate();
}
