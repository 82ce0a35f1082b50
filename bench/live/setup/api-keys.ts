import { createHash } from "node:crypto";
import { hash } from "../../../core/delta/hash";

/** Texts of the API keys of the product's workspace. Several, since one is answered 600 times a minute. */
export const apiKeys: readonly string[] = Array.from({ length: 8 }, (_, i) => {
  const secret = `dbk_${String(i).padStart(32, "0")}`;
  return secret + hash(secret);
});

/** What the product's D1 holds of its workspace: its name, its keys, and the source that they push to. */
export const workspaceRows: readonly string[] = [
  "INSERT INTO organization (id, name, slug, created_at) VALUES ('w-bench', 'Bench', 'bench', 0)",
  `INSERT INTO source (id, workspace_id, slug, name, kind, settings, interval_ms, enabled, created_at, updated_at)
   VALUES ('bench', 'w-bench', 'bench', 'Bench', 'push', '{}', 86400000, 1, 0, 0)`,
  ...apiKeys.map((text, i) => {
    const sum = createHash("sha256").update(text).digest("hex");
    return `INSERT INTO api_key (id, workspace_id, name, prefix, hash, created_at)
            VALUES ('k${i}', 'w-bench', 'Key ${i}', '${text.slice(0, 8)}', '${sum}', 0)`;
  }),
];
