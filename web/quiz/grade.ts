/** Whether `given` is within the share `tolerance` of `expected`. */
export function grade(given: number, expected: number, tolerance: number): boolean {
  if (expected === 0) return Math.abs(given) <= 1e-12;
  return Math.abs(given - expected) <= tolerance * Math.abs(expected);
}
