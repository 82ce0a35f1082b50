import { faultSubjects } from "./testing/fault-subjects";
import { faultTable } from "./testing/fault-table";

for (const subject of faultSubjects) faultTable(subject);
