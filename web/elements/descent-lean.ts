import { html, nothing } from "lit";
import { seriesStyles } from "../plots/series-style.js";
import type { Scene, SceneRun } from "../scene/scene.js";
import { words } from "../words/en.js";
import { numberText } from "../words/number-text.js";
import { guarded } from "./guarded.js";
import { icon } from "./icons.js";
import { richText } from "./rich-text.js";
import { swatch } from "./swatch.js";
import { transportKey } from "./transport.js";

function lossNow(scene: Scene, { traces: { loss } }: SceneRun): string {
  const last = (loss?.length ?? 0) - 1;
  if (!loss || last < 0) return "";
  return numberText(loss[Math.min(scene.step, last)] ?? Number.NaN, 2);
}

/** The methods of a lean figure, each with its loss, and the button that lets them run. */
export function leanSide(scene: Scene, menu: unknown) {
  const styles = seriesStyles(scene.runs);
  const { play, pause, stepOf } = words.transport;
  const name = scene.playing ? pause : play;
  return html`<ul class="runs lean-runs" aria-label=${words.descent.runs}>${scene.runs.map(
    (run, i) =>
      html`<li>${swatch(styles[i])}<strong>${richText(run.label)}</strong>
        <span class="loss">${scene.revealed ? words.descent.loss(lossNow(scene, run)) : nothing}</span></li>`,
  )}</ul>
  <div class="figure-bar lean-bar"><div>${guarded(
    transportKey(scene),
    () => html`<button type="button" class="icon-button" aria-label=${name} title=${name}
      @click=${() => (scene.playing ? scene.pause() : scene.play({ unasked: true }))}>${icon(scene.playing ? "pause" : "play")}</button>
      <output class="step-count">${stepOf(scene.step, scene.steps)}</output>`,
  )}</div>${menu}</div>`;
}

const wantsCalm = matchMedia("(prefers-reduced-motion: reduce)");
const isArrow = (event: Event) => event instanceof KeyboardEvent && event.key.startsWith("Arrow");

/**
 * The methods of a figure set out by themselves, at first and from wherever the start is put
 * down; while it is held their whole paths are seen. Where motion is reduced nothing sets out.
 */
export class SettingOut {
  readonly #scene: Scene;

  constructor(scene: Scene) {
    this.#scene = scene;
    // who has come by a link to one step gets to see that one
    if (scene.step === scene.declared.step) this.#setOut();
  }

  #setOut(): void {
    if (!wantsCalm.matches) this.#scene.play({ unasked: true });
  }

  readonly taken = (event: Event): void => {
    const held = event instanceof PointerEvent ? event.isPrimary : isArrow(event);
    if (held && (event.target as Element).closest(".movable")) this.#scene.showAll();
  };

  readonly put = (event: Event): void => {
    const keys = event instanceof KeyboardEvent;
    if (keys && !(isArrow(event) && (event.target as Element).matches(".start"))) return;
    this.#scene.showAll();
    this.#setOut();
  };
}
