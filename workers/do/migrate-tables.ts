/**
 * Brings the object's own tables to the shape that this code knows, in one transaction: each step of `migrations` runs
 * once, in order, and the version is the number of those that have. Steps that ran somewhere are never changed.
 *
 * Throws where the tables are of a later version, before anything is read or written: code that does not know a table's
 * shape would lose what is in it.
 */
export function migrateTables(storage: DurableObjectStorage, owner: string, migrations: readonly string[]): void {
  storage.transactionSync(() => {
    storage.sql.exec(
      "CREATE TABLE IF NOT EXISTS schema_version (owner TEXT PRIMARY KEY, version INTEGER NOT NULL) WITHOUT ROWID",
    );
    const version = versionOf(storage, owner);
    if (version > migrations.length) throw new Error(tooNew(owner, version, migrations.length));
    if (version === migrations.length) return;
    for (const migration of migrations.slice(version)) storage.sql.exec(migration);
    storage.sql.exec("INSERT OR REPLACE INTO schema_version (owner, version) VALUES (?, ?)", owner, migrations.length);
  });
}

function versionOf({ sql }: DurableObjectStorage, owner: string): number {
  const rows = sql.exec<{ version: number }>("SELECT version FROM schema_version WHERE owner = ?", owner).toArray();
  return rows[0]?.version ?? 0;
}

function tooNew(owner: string, version: number, known: number): string {
  return (
    `The object's tables of "${owner}" are of version ${version}, and this build knows them up to ${known}. ` +
    "A newer build has written them: deploy that one again, or one that is newer still."
  );
}
