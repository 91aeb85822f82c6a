const inAttribute: Record<string, string> = { "&": "&amp;", '"': "&quot;", "<": "&lt;" };

function attribute(text: string): string {
  return text.replace(/[&"<]/g, (character) => inAttribute[character] ?? character);
}

/** The HTML that puts a figure into another page, and follows its height and its results. */
export function embedSnippet(frame: { address: string; title: string; height: number }): string {
  return `<iframe src="${attribute(frame.address)}" title="${attribute(frame.title)}"
  width="100%" height="${frame.height}" style="border: 0" loading="lazy" allow="clipboard-write"></iframe>
<script>
addEventListener("message", ({ source, data }) => {
  if (data?.source !== "fall-line") return;
  for (const frame of document.querySelectorAll("iframe")) {
    if (frame.contentWindow !== source) continue;
    if (data.type === "height") frame.height = data.height;
    if (data.type === "result") console.log(data.lesson, data.question, data.right);
  }
});
</script>
`;
}
