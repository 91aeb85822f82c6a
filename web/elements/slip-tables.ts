import { html, nothing } from "lit";
import { richText } from "./rich-text.js";
import { type OpenedPair, tablePair } from "./table-pair.js";

/** A slip about two analyses of the same data. */
export async function openTablePair(
  element: Element,
  key: string,
  changed: () => void,
): Promise<OpenedPair> {
  const { sides, scenes } = await tablePair(element, key, changed);
  const said = (name: string) => element.getAttribute(name) ?? nothing;
  const quantity = element.getAttribute("quantity");
  const description = element.getAttribute("description") ?? element.getAttribute("caption") ?? "";
  return {
    sides,
    body: () =>
      html`<div class="fit-pair">${sides.map(
        ({ label }, i) =>
          html`<div><h4>${richText(label)}</h4>${
            quantity === null
              ? html`<fl-fit-chart .scene=${scenes[i]} x=${said("x")} y=${said("y")} description=${description}></fl-fit-chart>`
              : html`<fl-table-chart .scene=${scenes[i]} x=${said("x")} y=${quantity} description=${description}></fl-table-chart>`
          }</div>`,
      )}</div>`,
  };
}
