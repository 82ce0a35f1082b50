import * as v from "valibot";
import { pointer } from "../delta/pointer";
import { isArray, isObject, type Json } from "../json";

const SEALED = /^[0-9a-f]{8}\.[\w-]{38,}$/;

/** A secret as a definition keeps it: sealed by the server's key, for one place in one source (server/secrets). */
export const sealedSecret = v.strictObject({ secret: v.pipe(v.string(), v.regex(SEALED, "Not a sealed secret.")) });
export type SealedSecret = v.InferOutput<typeof sealedSecret>;

/**
 * A setting that may be a secret. A definition keeps it sealed; a connector finds the open text in its place. Before it
 * is sealed, on its way from a form, it is `{plain: text}`.
 */
export function secretOr<Text extends v.GenericSchema<string>>(text: Text) {
  return v.union([text, sealedSecret]);
}

/** The text of a setting that may be a secret. A connector's are open; one that is not is a defect, and throws. */
export function openText(setting: string | SealedSecret): string {
  if (typeof setting === "string") return setting;
  throw new Error("a connector reads with secrets that are open");
}

/** One secret in settings. `field` is where it is, as a JSON Pointer: what it is sealed for. */
export interface FoundSecret {
  readonly field: string;
  readonly kept: "plain" | "sealed";
  readonly text: string;
}

/** The secrets in settings, in their order. */
export function secretsIn(settings: Json): FoundSecret[] {
  const found: FoundSecret[] = [];
  visit(settings, [], (secret) => {
    found.push(secret);
    return null;
  });
  return found;
}

/** The settings with something else in the place of each secret. */
export function withSecrets(
  settings: Readonly<Record<string, Json>>,
  change: (secret: FoundSecret) => Json,
): Record<string, Json> {
  return Object.fromEntries(Object.entries(settings).map(([name, value]) => [name, visit(value, [name], change)]));
}

function visit(value: Json, path: readonly (string | number)[], change: (secret: FoundSecret) => Json): Json {
  if (isArray(value)) return value.map((item, i) => visit(item, [...path, i], change));
  if (!isObject(value)) return value;
  const secret = secretOf(value, pointer(path));
  if (secret) return change(secret);
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, visit(one, [...path, name], change)]));
}

/** Told by its one member, so that settings which happen to have members of these names are left alone. */
function secretOf(value: Readonly<Record<string, Json>>, field: string): FoundSecret | null {
  if (Object.keys(value).length !== 1) return null;
  const { plain, secret } = value;
  if (typeof plain === "string") return { field, kept: "plain", text: plain };
  return typeof secret === "string" && SEALED.test(secret) ? { field, kept: "sealed", text: secret } : null;
}
