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
