import { settingsSchema } from "../settings-schema";

/** There is nothing to set: the source is its keys. */
export const editableSettings = settingsSchema({});
