import { html, nothing } from "lit";

/** What a lesson says of a picture: `caption` stands under it, `description` is only read out. */
export function figureText(element: Element) {
  const caption = element.getAttribute("caption");
  const description = element.getAttribute("description");
  if (!caption && !description) return nothing;
  return html`<figcaption class=${caption ? "caption" : "visually-hidden"}>${caption}${
    description ? html` <span class="visually-hidden">${description}</span>` : nothing
  }</figcaption>`;
}
