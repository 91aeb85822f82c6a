const find = <E extends Element>(selector: string) => document.querySelector(selector) as E;

const code = find(".snippet code");
const copy = find<HTMLButtonElement>("#copy");
const copied = find<HTMLElement>("#copied");
const frame = find<HTMLIFrameElement>("#demo");
const width = find<HTMLInputElement>("#width");
const said = find("#said");

// the address in the snippet is that of this very site
const site = new URL("../", location.href).href;
code.textContent = code.textContent?.replace("https://example.org/fall-line/", site) ?? "";

copy.hidden = navigator.clipboard === undefined;
copy.addEventListener("click", async () => {
  await navigator.clipboard.writeText(code.textContent ?? "");
  copied.textContent = copied.dataset.text ?? "";
});

function fit(): void {
  frame.width = width.value;
  find("output[for=width]").textContent = `${width.value} px`;
}
width.addEventListener("input", fit);
fit();

addEventListener("message", ({ source, data }) => {
  if (source !== frame.contentWindow || data?.source !== "fall-line") return;
  if (data.type === "height") frame.height = data.height;
  const line = document.createElement("li");
  line.textContent = JSON.stringify(data);
  said.prepend(line);
  while (said.children.length > 6) said.lastElementChild?.remove();
});
