/**
 * The wire's version. A test hashes the schemas: a change of the wire fails it until this number is raised and the
 * history below has its line.
 *
 *  1  2026-11  subscribe, unsubscribe, resync, set, append, presence, ack · welcome, snapshot, data_update, beat, unsubscribed,
 *              done, error, bye
 */
export const PROTOCOL_VERSION = 1;
export const SUBPROTOCOL = "deltaboard.v1";
