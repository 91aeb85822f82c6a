import { html, nothing } from "lit";
import { unsafeHTML } from "lit/directives/unsafe-html.js";
import { symbolMathml } from "../engine/page-math.js";
import type { Scene } from "../scene/scene.js";
import { words } from "../words/en.js";
import { plainText } from "./rich-text.js";

/** What stands for the slope and the step in the picture, in one line. */
export function curveKey(scene: Scene) {
  const run = scene.runs.at(-1);
  if (!run) return nothing;
  return html`<p class="arrow-key">${words.descent.step(plainText(run.label))}
    <span data-symbol="grad" data-role="gradient">┄ ${words.descent.slope} ${unsafeHTML(symbolMathml("grad"))}</span>
    <span data-symbol="change" data-role="step">➝ ${words.descent.change} ${unsafeHTML(symbolMathml("change"))}</span></p>`;
}
