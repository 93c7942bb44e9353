/** The middle of some numbers; the upper one of two. */
export function median(numbers) {
  return percentile(numbers, 50);
}

/** The smallest number that `percent` of them do not exceed. NaN where there are none. */
export function percentile(numbers, percent) {
  const sorted = [...numbers].sort((one, other) => one - other);
  const index = Math.min(sorted.length - 1, Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1));
  return sorted[index] ?? Number.NaN;
}

/** What is reported of latencies, in milliseconds. */
export function latencies(numbers) {
  return {
    p50: percentile(numbers, 50),
    p99: percentile(numbers, 99),
    max: percentile(numbers, 100),
  };
}
