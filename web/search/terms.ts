/** Words that stand everywhere and tell nothing. */
const stopWords = new Set(
  "a an and are as at be but by for from has have if in into is it its no not of on one or so than that the their them then there these they this to was were what when where which who will with you your".split(
    " ",
  ),
);

const greekNames: Record<string, string> = {
  α: "alpha",
  β: "beta",
  γ: "gamma",
  δ: "delta",
  ε: "epsilon",
  ζ: "zeta",
  η: "eta",
  θ: "theta",
  κ: "kappa",
  λ: "lambda",
  μ: "mu",
  ξ: "xi",
  π: "pi",
  ρ: "rho",
  σ: "sigma",
  τ: "tau",
  φ: "phi",
  χ: "chi",
  ψ: "psi",
  ω: "omega",
};

/**
 * The words of a text, or of what a reader has typed. Indices, exponents and hats are read as one
 * writes them on a keyboard: β₁ and β_1 are β1, v̂ is v.
 */
export function wordsOf(text: string): string[] {
  return text
    .replace(/(?<!\p{L})(\p{L})[_^]\{?([\p{L}\p{N}]+)\}?/gu, "$1$2")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("ϵ", "ε")
    .replaceAll("ϕ", "φ")
    .replaceAll("ς", "σ")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}

/** What a word is found by: a Greek letter by its name, too. Undefined where by nothing. */
export function keysOf(word: string): string[] | undefined {
  if (stopWords.has(word)) return undefined;
  const spelled = word.replace(/[α-ω]/g, (letter) => greekNames[letter] ?? letter);
  return spelled === word ? [word] : [word, spelled];
}
