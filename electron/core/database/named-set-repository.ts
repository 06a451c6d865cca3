import type { Connection } from './connection.ts';

/** 自定义范围: regions under a name of the person's own, in order. */
export interface NamedSet {
  readonly name: string;
  readonly regionIds: readonly number[];
}

export interface NamedSetRepository {
  all(): readonly NamedSet[];
  /** Adds the set, or replaces the members of the one of that name. */
  put(name: string, regionIds: readonly number[]): void;
}

export function createNamedSetRepository({ db, write }: Connection): NamedSetRepository {
  const selectAll = db.prepare<[], { readonly id: number; readonly name: string }>(
    'SELECT id, name FROM named_set ORDER BY id',
  );
  const selectMembers = db.prepare<[], { readonly set_id: number; readonly region_id: number }>(
    'SELECT set_id, region_id FROM named_set_member ORDER BY set_id, place',
  );
  const insertSet = db.prepare<[string]>('INSERT INTO named_set (name) VALUES (?) ON CONFLICT (name) DO NOTHING');
  const selectId = db.prepare<[string], number>('SELECT id FROM named_set WHERE name = ?').pluck();
  const deleteMembers = db.prepare<[number]>('DELETE FROM named_set_member WHERE set_id = ?');
  const insertMember = db.prepare<[number, number, number]>(
    'INSERT INTO named_set_member (set_id, place, region_id) VALUES (?, ?, ?)',
  );

  function all(): readonly NamedSet[] {
    const members = Map.groupBy(selectMembers.all(), (row) => row.set_id);
    return selectAll.all().map(({ id, name }) => ({
      name,
      regionIds: (members.get(id) ?? []).map((row) => row.region_id),
    }));
  }

  function put(name: string, regionIds: readonly number[]): void {
    write(() => {
      insertSet.run(name);
      const id = selectId.get(name);
      if (id === undefined) throw new Error(`named set ${name} was not stored`);
      deleteMembers.run(id);
      for (const [place, regionId] of regionIds.entries()) insertMember.run(id, place + 1, regionId);
    });
  }

  return { all, put };
}
