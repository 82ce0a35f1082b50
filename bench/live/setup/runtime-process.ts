import { readdirSync, readFileSync } from "node:fs";

/** What the system knows of a process that runs a workerd (Linux only). */
export class RuntimeProcess {
  readonly pid: number;

  constructor(pid: number) {
    this.pid = pid;
  }

  /** Processes that this one started and that still run. */
  static children(): number[] {
    return readdirSync("/proc/self/task").flatMap((thread) =>
      readFileSync(`/proc/self/task/${thread}/children`, "utf8").split(" ").filter(Boolean).map(Number),
    );
  }

  /**
   * Milliseconds of processor time so far, in user and system mode together. It is what utime and stime of
   * /proc/<pid>/stat say in steps of 10 ms, taken from where the scheduler keeps it in nanoseconds.
   */
  get processorTime(): number {
    const threads = readdirSync(`/proc/${this.pid}/task`);
    const nanoseconds = threads.map((thread) =>
      Number(readFileSync(`/proc/${this.pid}/task/${thread}/schedstat`, "utf8").split(" ")[0]),
    );
    return nanoseconds.reduce((sum, one) => sum + one, 0) / 1e6;
  }

  /** Resident bytes. */
  get memory(): number {
    const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${this.pid}/status`, "utf8"))?.[1];
    return Number(kilobytes) * 1024;
  }
}
