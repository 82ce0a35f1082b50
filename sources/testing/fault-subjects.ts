import { httpJsonFaults } from "../http-json/testing/fault-subject";
import type { FaultSubject } from "./fault-subject";

/** Every kind of source that reads an address. A new one is put here, and into the whole table with it. */
export const faultSubjects: readonly FaultSubject[] = [httpJsonFaults];
