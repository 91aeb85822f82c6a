/** The number a reader typed: "3.16", "−0,5", "1e-8", "2×10^-3"; undefined if it is none. */
export function readNumber(text: string): number | undefined {
  const plain = text
    .trim()
    .replaceAll("−", "-")
    .replace(",", ".")
    .replace(/\s*[×x*]\s*10\s*\^?\s*\(?(-?\d+)\)?$/i, "e$1")
    .replace(/%$/, "");
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain)) return undefined;
  const value = Number(plain);
  return Number.isFinite(value) ? value : undefined;
}

/** Whether `given` is within the share `tolerance` of `expected`. */
export function grade(given: number, expected: number, tolerance: number): boolean {
  if (expected === 0) return Math.abs(given) <= 1e-12;
  return Math.abs(given - expected) <= tolerance * Math.abs(expected);
}
