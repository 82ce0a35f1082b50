import * as z from "zod/mini";
import { followed } from "../core/people/followed";
import type { WorkspaceAccess } from "./contexts";
import { type FirstPaintRequest, firstPaint } from "./first-paint";

/**
 * A first paint of these patterns and of what the person follows, which is a key's value itself and so is read before.
 * `patterns` comes back with theirs among them.
 */
export async function followedPaint(
  request: Omit<FirstPaintRequest, "principal"> & Pick<WorkspaceAccess, "principal">,
) {
  const own = `$followed.${request.principal.userId}`;
  const { values } = await firstPaint({ ...request, patterns: [own], range: 0 });
  const { data = [] } = z.safeParse(followed, values.find(({ key }) => key === own)?.value);
  const patterns = [...new Set([...request.patterns, own, ...data])];
  return { patterns, paint: await firstPaint({ ...request, patterns }) };
}
