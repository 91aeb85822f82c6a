function find<E extends Element>(selector: string): E {
  return document.querySelector(selector) as E;
}

/** Most messages that are listed. */
const most = 6;

// the address in the snippet is that of this very site
const code = find(".snippet code");
const site = new URL("../", location.href).href;
code.textContent = code.textContent?.replace("https://example.org/fall-line/", site) ?? "";

const copied = find<HTMLElement>("#copied");
find("#copy").addEventListener("click", async () => {
  try {
    await navigator.clipboard.writeText(code.textContent ?? "");
    copied.textContent = copied.dataset.copied ?? "";
  } catch {
    getSelection()?.selectAllChildren(code); // where the browser does not let a page copy
    copied.textContent = copied.dataset.selected ?? "";
  }
});

/** Puts a figure into this page as into any other, with a slider for its width. */
function show(): void {
  const button = find("#show");
  button.replaceWith(find<HTMLTemplateElement>("#demo").content);
  const frame = find<HTMLIFrameElement>("iframe.demo");
  const width = find<HTMLInputElement>("#width");
  const said = find(".demo-said");
  const fit = () => {
    frame.width = width.value;
    find("output[for=width]").textContent = `${width.value} px`;
  };
  width.addEventListener("input", fit);
  fit();
  width.focus();
  addEventListener("message", ({ source, data }) => {
    if (source !== frame.contentWindow || data?.source !== "fall-line") return;
    if (data.type === "height") frame.height = data.height;
    const line = document.createElement("li");
    line.textContent = JSON.stringify(data);
    said.prepend(line);
    while (said.children.length > most) said.lastElementChild?.remove();
  });
}

find("#show").addEventListener("click", show);
