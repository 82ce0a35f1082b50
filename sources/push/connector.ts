import type { Connector } from "../../core/sources/connector";
import { PUSH } from "../../core/sources/written";
import { checkSettings } from "../check-settings";
import { failed } from "../failure";
import { type PushSettings, pushSettings } from "./settings";

/** Programs write its keys over the HTTP API. The schedule leaves it out; a test of it finds this out. */
export const push: Connector<PushSettings> = {
  kind: PUSH,
  parseSettings: (settings) => checkSettings(pushSettings, settings),
  read: () => Promise.resolve(failed("bad_settings", "Programs write this source: there is nothing to ask.")),
};
