/** The square of a formula; in brackets where a 2 above would be read as an index. */
function squared(tex: string): string {
  return /[\^(]/.test(tex) ? `(${tex})^2` : `${tex}^2`;
}

type Others = (symbol: string) => string;

/** Symbols made of another with the same index; what a convention names itself is not. */
export const composed: Record<string, (other: Others) => string> = {
  meangrad: (other) => `\\mathbb{E}[${other("grad")}]`,
  meansquare: (other) => `\\mathbb{E}[${squared(other("grad"))}]`,
  meanmom: (other) => `\\mathbb{E}[${other("mom")}]`,
  meansqmom: (other) => `\\mathbb{E}[${other("sqmom")}]`,
  gradientsquare: (other) => `\\lVert ${other("grad")} \\rVert^2`,
};

/** Letters made of another’s bare letter, with an index of their own. */
export const composedLetters: Record<string, (bare: Others) => string> = {
  gradientnorm: (bare) => `\\lVert ${bare("grad")} \\rVert`,
  gradienthere: (bare) => bare("grad"),
};
