/** A block of data for the page's own scripts; policy lets it through because it never runs. */
export function scriptJson(data: unknown, id = ""): string {
  const text = JSON.stringify(data).replaceAll("<", "\\u003c");
  return `<script type="application/json"${id && ` id="${id}"`}>${text}</script>`;
}
