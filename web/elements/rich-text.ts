import { unsafeHTML } from "lit/directives/unsafe-html.js";
import { pageMath } from "../engine/page-math.js";
import { plainFormulas } from "../notation/plain-formulas.js";

/** A text with the symbols in it set as formulas. */
export function richText(text: string): unknown {
  const html = pageMath.texts[text];
  return html === undefined ? text : unsafeHTML(html);
}

/** The same for where only plain text can stand: tooltips, names for screen readers. */
export function plainText(text: string): string {
  const html = pageMath.texts[text];
  return html === undefined ? text : plainFormulas(html);
}
