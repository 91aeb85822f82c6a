import { html, nothing } from "lit";
import { richText } from "./rich-text.js";

/**
 * What a lesson says of a picture: `caption` stands under it, `description` is only read out.
 * `menu` stands in the same line.
 */
export function figureText(element: Element, menu?: unknown) {
  const caption = richText(element.getAttribute("caption") ?? "");
  const description = element.getAttribute("description");
  if (!caption && !description && !menu) return nothing;
  const shown = caption ? "caption" : "visually-hidden";
  const readOut = description
    ? html`${caption ? " " : nothing}<span class="visually-hidden">${description}</span>`
    : nothing;
  return menu
    ? html`<figcaption class="figure-bar"><span class=${shown}>${caption}${readOut}</span>${menu}</figcaption>`
    : html`<figcaption class=${shown}>${caption}${readOut}</figcaption>`;
}
