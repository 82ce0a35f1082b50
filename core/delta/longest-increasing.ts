/** The places of one longest increasing subsequence of distinct numbers, in n log n. */
export function longestIncreasing(numbers: readonly number[]): number[] {
  /** For each length the place where the subsequence of that length with the smallest end ends. */
  const ends: number[] = [];
  const previous: number[] = [];
  numbers.forEach((number, i) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((numbers[ends[middle] ?? 0] ?? 0) < number) low = middle + 1;
      else high = middle;
    }
    previous[i] = ends[low - 1] ?? -1;
    ends[low] = i;
  });
  const places: number[] = [];
  for (let i = ends.at(-1) ?? -1; i >= 0; i = previous[i] ?? -1) places.push(i);
  return places.reverse();
}
