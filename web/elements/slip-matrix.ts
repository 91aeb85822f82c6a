import { html } from "lit";
import { defineOnceSeen } from "./later.js";
import { type OpenedPair, tablePair } from "./table-pair.js";

/** A slip about what kind of critical point a matrix makes, with the matrix and its shape. */
export async function openMatrixPair(
  element: Element,
  key: string,
  changed: () => void,
): Promise<OpenedPair> {
  const { sides, scenes } = await tablePair(element, key, changed);
  for (const { declared } of scenes) {
    const { name } = declared.analysis;
    if (name !== "critical_point")
      throw new Error(`analyses: got "${name}"; allowed with matrix: critical_point`);
  }
  // what is handed to an element before its code has come would be lost
  if (!customElements.get("fl-matrix")) {
    void defineOnceSeen("fl-matrix", [element]);
    void customElements.whenDefined("fl-matrix").then(changed);
  }
  const [printed, corrected] = scenes;
  const matrix = () => html`<fl-matrix .scene=${printed} .other=${corrected}></fl-matrix>`;
  const space = () => html`<div class="matrix-space" data-later="fl-matrix"></div>`;
  return { sides, body: () => (customElements.get("fl-matrix") ? matrix() : space()) };
}
