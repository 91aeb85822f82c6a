/** The words of a piece of HTML. */
export function plainText(html: string): string {
  const { textContent } = new DOMParser().parseFromString(html, "text/html").body;
  return (textContent ?? "").trim().replace(/\s+/g, " ");
}
