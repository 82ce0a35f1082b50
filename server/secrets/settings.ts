import type { Json } from "../../core/json";
import { type FoundSecret, secretsIn, withSecrets } from "../../core/sources/secret";
import type { SecretPlace, Vault } from "./vault";

type Settings = Readonly<Record<string, Json>>;
type Owner = Omit<SecretPlace, "field">;

/** `field`: the one that cannot be opened, or that there is no key for. */
interface Unable {
  readonly ok: false;
  readonly field: string;
}
type Sealed = { readonly ok: true; readonly settings: Record<string, Json> } | Unable;
/** `texts`: of the secrets, so that they can be kept out of what is said. */
type Opened =
  | { readonly ok: true; readonly settings: Record<string, Json>; readonly texts: readonly string[] }
  | Unable;

/** Settings as a connector reads with them: each secret is its text. */
export async function openSettings(vault: Vault, owner: Owner, settings: Settings): Promise<Opened> {
  const texts = await change(settings, ({ kept, field, text }) =>
    kept === "plain" ? Promise.resolve(text) : vault.open({ ...owner, field }, text),
  );
  if ("ok" in texts) return texts;
  return { ok: true, settings: put(settings, texts), texts: [...texts.values()] };
}

/**
 * Settings as a definition keeps them: what was typed is sealed for its place. Where they come `from` another source
 * (a copy of it, or the same one under an older key), what is sealed there is sealed anew for here.
 */
export async function sealSettings(vault: Vault, owner: Owner, settings: Settings, from?: Owner): Promise<Sealed> {
  const sealed = await change(settings, async ({ kept, field, text }) => {
    if (kept === "sealed" && !from) return { secret: text };
    const plain = kept === "sealed" && from ? await vault.open({ ...from, field }, text) : text;
    const secret = plain === null ? null : await vault.seal({ ...owner, field }, plain);
    return secret === null ? null : { secret };
  });
  return "ok" in sealed ? sealed : { ok: true, settings: put(settings, sealed) };
}

async function change<To>(
  settings: Settings,
  to: (secret: FoundSecret) => Promise<To | null>,
): Promise<ReadonlyMap<string, To> | Unable> {
  const changed = new Map<string, To>();
  for (const secret of secretsIn(settings)) {
    const made = await to(secret);
    if (made === null) return { ok: false, field: secret.field };
    changed.set(secret.field, made);
  }
  return changed;
}

function put(settings: Settings, changed: ReadonlyMap<string, Json>): Record<string, Json> {
  return withSecrets(settings, ({ field }) => changed.get(field) ?? null);
}
