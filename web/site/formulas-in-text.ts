/** A formula of a text, without its dollar signs. */
export interface FormulaInText {
  tex: string;
  display: boolean;
}

/** $$…$$ and $…$; \$ is a dollar sign. */
const formula = /\$\$([^$]+)\$\$|(?<!\\)\$([^$]+)\$/g;

/** `text` with every formula in it replaced by what `set` makes of it. */
export function replaceFormulas(
  text: string,
  set: (formula: FormulaInText, at: number) => string,
): string {
  return text.replace(formula, (_, display, inline, at) =>
    display === undefined
      ? set({ tex: inline, display: false }, at)
      : set({ tex: display, display: true }, at),
  );
}
