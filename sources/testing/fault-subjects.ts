import { csvFaults } from "../csv/testing/fault-subject";
import { feedFaults } from "../feed/testing/fault-subject";
import { httpJsonFaults } from "../http-json/testing/fault-subject";
import { prometheusQueryFaults } from "../prometheus-query/testing/fault-subject";
import { prometheusScrapeFaults } from "../prometheus-scrape/testing/fault-subject";
import type { FaultSubject } from "./fault-subject";

/** Every kind of source that reads an address. A new one is put here, and into the whole table with it. */
export const faultSubjects: readonly FaultSubject[] = [
  httpJsonFaults,
  prometheusScrapeFaults,
  prometheusQueryFaults,
  csvFaults,
  feedFaults,
];
