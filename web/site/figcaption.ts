import { escapedHtml } from "./escaped-html.js";

/** What the lesson says of a picture, as the element will show it, with a menu in its line or not. `texts` have formulas. */
export function figcaption(
  { caption, description }: Record<string, string>,
  texts: Record<string, string>,
  withMenu = false,
): string {
  if (!caption && !description && !withMenu) return "";
  const shown = caption ? "caption" : "visually-hidden";
  const readOut = description
    ? `${caption ? " " : ""}<span class="visually-hidden">${escapedHtml(description)}</span>`
    : "";
  const text = `${texts[caption ?? ""] ?? escapedHtml(caption ?? "")}${readOut}`;
  return withMenu
    ? `<figcaption class="figure-bar"><span class="${shown}">${text}</span></figcaption>`
    : `<figcaption class="${shown}">${text}</figcaption>`;
}
