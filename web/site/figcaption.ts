import { escapedHtml } from "./escaped-html.js";

/** What the lesson says of a picture, as the element will show it. */
export function figcaption({ caption, description }: Record<string, string>): string {
  if (!caption && !description) return "";
  const readOut = `<span class="visually-hidden">${escapedHtml(description ?? "")}</span>`;
  return caption
    ? `<figcaption class="caption">${escapedHtml(caption)}${description ? ` ${readOut}` : ""}</figcaption>`
    : `<figcaption class="visually-hidden">${readOut}</figcaption>`;
}
