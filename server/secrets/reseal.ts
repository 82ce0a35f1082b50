import { jsonEquals } from "../../core/json";
import { openDatabase } from "../../db/database";
import { putSettings, settingsOfOtherKeys } from "../../db/queries/sealed-settings";
import { readEnv } from "../env";
import { liveObject } from "../live-object";
import { log } from "../log";
import { sealSettings } from "./settings";
import { Vault } from "./vault";

/** Sources that one run seals anew at most. */
const SOURCES_A_RUN = 100;

/**
 * Seals by the newest key what an older one sealed, so that the older one can be taken away. What no key opens is told
 * of each time: its source fails until somebody enters it again.
 */
export async function reseal(env: Env): Promise<void> {
  const vault = new Vault(readEnv(env).secretKeys);
  const keyId = await vault.keyId();
  if (keyId === null) return;
  const db = openDatabase(env.DB);
  const changed = new Set<string>();
  let [resealed, unreadable] = [0, 0];
  for (const kept of await settingsOfOtherKeys(db, keyId, SOURCES_A_RUN)) {
    const owner = { workspaceId: kept.workspaceId, sourceId: kept.id };
    const sealed = await sealSettings(vault, owner, kept.settings, owner);
    if (!sealed.ok) unreadable += 1;
    else if (!jsonEquals(sealed.settings, kept.settings) && (await putSettings(db, kept, sealed.settings))) {
      resealed += 1;
      changed.add(kept.workspaceId);
    }
  }
  if (resealed + unreadable > 0) log.info("secrets_resealed", { resealed, unreadable });
  // An object that is not told keeps what the older key sealed, and reads with it as long as that key is there.
  await Promise.all([...changed].map((id) => liveObject(env, id).sourcesChanged()));
}
