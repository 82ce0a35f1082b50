/** Milliseconds by a clock that never jumps and is the same in every process of this machine. */
export function moment(): number {
  return Number(process.hrtime.bigint() / 1_000n) / 1_000;
}
