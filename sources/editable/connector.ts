import type { Connector } from "../../core/sources/connector";
import { EDITABLE } from "../../core/sources/written";
import { checkSettings } from "../check-settings";
import { failed } from "../failure";
import { editableSettings } from "./settings";

/** People write its keys over the live connection. The schedule leaves it out; a test of it finds this out. */
export const editable: Connector<Record<string, never>> = {
  kind: EDITABLE,
  parseSettings: (settings) => checkSettings(editableSettings, settings),
  read: () => Promise.resolve(failed("bad_settings", "People write this source: there is nothing to ask.")),
};
