import { unsafeHTML } from "lit/directives/unsafe-html.js";
import { pageMath } from "../engine/page-math.js";
import { notation } from "../state/notation.js";

/** A text with the symbols in it set as formulas. */
export function richText(text: string): unknown {
  const html = pageMath.texts[text];
  return html === undefined ? text : unsafeHTML(html);
}

/** The same for where only plain text can stand: tooltips, names for screen readers. */
export function plainText(text: string): string {
  const html = pageMath.texts[text];
  const written = text.includes("$"); // by an author; texts of the catalog are plain
  if (html === undefined || (!written && notation.name === "own")) return text;
  if (notation.inPlainText) return notation.inPlainText(html);
  const holder = document.createElement("template");
  holder.innerHTML = html;
  return holder.content.textContent ?? "";
}
