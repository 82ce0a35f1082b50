/** What a person reads when a rate limit stopped them. `seconds`: until the limit opens again, where it is known. */
export function waitWords(seconds: number | null): string {
  return seconds === null ? "Too many tries. Wait a minute." : `Too many tries. Wait ${seconds} s, then try again.`;
}
