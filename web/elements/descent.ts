import { html, nothing } from "lit";
import type { Field } from "../plots/field-view.js";
import { seriesStyles } from "../plots/series-style.js";
import type { SceneRun } from "../scene/scene.js";
import { sceneOf } from "../scene/scenes.js";
import { legendIn } from "../take/svg-picture.js";
import type { Picture } from "../take/takeable.js";
import { words } from "../words/en.js";
import { numberText } from "../words/number-text.js";
import { curveKey } from "./curve-key.js";
import type { DescentCurve } from "./descent-curve.js";
import type { SettingOut } from "./descent-lean.js";
import type { DescentPlot } from "./descent-plot.js";
import { figureText } from "./figure-text.js";
import { guarded } from "./guarded.js";
import { loadField } from "./load-field.js";
import { plainText, richText } from "./rich-text.js";
import { SceneElement } from "./scene-element.js";
import { handleSceneKey } from "./scene-keys.js";
import { arrowKey } from "./step-arrows.js";
import { swatch } from "./swatch.js";
import { transportKey } from "./transport.js";

/**
 * `<fl-descent problem="booth" methods="momentum adam" start="-4,-4" steps="200">`: a contour
 * field (of a problem in one dimension its curve) with the paths of its runs, a start point one can
 * move, the loss beside it, and the controls of the scene. `lean` leaves the field and its methods,
 * which set out by themselves; `show` names the settings in sight, as for fl-controls; `surface`
 * offers the same as a surface beside it, `surface="open"` shows that from the start; `window` is
 * what is seen of the problem: `2.5,3.2`, in two dimensions `-1,2,-3,3`; `model` draws the
 * quadratic model of where the last run's selected step begins, and its level point. `caption` or
 * `description` say what is to be seen.
 */
export class Descent extends SceneElement {
  static override properties = { show: {}, lean: { type: Boolean } };
  declare show: string | undefined;
  declare lean: boolean;
  #settingOut: SettingOut | undefined;
  #leanSide: typeof import("./descent-lean.js").leanSide | undefined;
  /** The surface is there because the reader has asked for it. */
  #asked = false;
  #scaledFor: Field | undefined;
  #signed = false;

  protected override quantities(): string[] {
    return this.lean ? [] : ["gradient", "m_hat", "velocity", "delta"];
  }

  protected override async prepare(): Promise<void> {
    this.scene ??= await sceneOf(this);
    const { dimension, name } = this.scene.problem;
    if (dimension !== 1 && dimension !== 2) {
      throw new Error(`problem: got "${name}"; allowed: one in one dimension or two`);
    }
    if (dimension === 1 && this.hasAttribute("surface")) {
      throw new Error(`surface: allowed only for a problem in two dimensions; "${name}" has one`);
    }
    if (this.hasAttribute("surface") && !this.scene.surface.offered) {
      throw new Error("surface: allowed only where the scene has its problem");
    }
    await Promise.all([super.prepare(), loadField(this.scene.field)]);
    if (this.lean) {
      const { leanSide, SettingOut } = await import("./of-home.js");
      this.#leanSide = leanSide;
      this.#settingOut = new SettingOut(this.scene);
    }
    if (this.hasAttribute("model")) {
      const { ModelLines } = await import("./model-lines.js");
      this.scene.show((changed) => new ModelLines(this.scene, changed));
    }
  }

  protected override controls() {
    const { key, problem } = this.scene;
    const surface = this.hasAttribute("surface") ? [`${key}.surface`, `${key}.view`] : [];
    return {
      title: problem.title,
      controls: [`${key}.start`, transportKey(this.scene), ...surface],
    };
  }

  override render() {
    return this.lean ? this.#lean() : this.#whole();
  }

  #lean() {
    const { scene } = this;
    const { taken, put } = this.#settingOut ?? {};
    return html`<figure class="descent lean" @keydown=${(event: KeyboardEvent) => {
      taken?.(event);
      handleSceneKey(event, scene);
    }} @keyup=${put}>
      <fl-descent-plot lean .scene=${scene} .field=${scene.field.now} @pointerdown=${taken} @lostpointercapture=${put} @click=${put}></fl-descent-plot>
      ${this.#leanSide?.(scene, this.menu())}
      ${this.#status()}
      ${figureText(this)}
    </figure>`;
  }

  #status() {
    const { playing, revealed } = this.scene;
    return html`<p class="visually-hidden" role="status">${playing || !revealed ? "" : this.#summary()}</p>`;
  }

  #whole() {
    const { scene } = this;
    const styles = seriesStyles(scene.runs);
    return html`<figure class="descent" @keydown=${(event: KeyboardEvent) => handleSceneKey(event, scene)}>
      <div class=${`plots${this.#withSurface ? " with-surface" : ""}`}>
        <div>${
          this.#flat
            ? html`<fl-descent-curve .scene=${scene} .field=${scene.field.now}></fl-descent-curve>`
            : html`<fl-descent-plot .scene=${scene} .field=${scene.field.now}></fl-descent-plot>`
        }
          <div class="figure-bar">${this.#flat ? curveKey(scene) : arrowKey(scene)}${this.menu()}</div>${this.hasAttribute("model") && scene.revealed ? scene.model?.key() : nothing}${this.#surfaceToggle()}</div>
        ${
          this.#withSurface
            ? html`<fl-surface .scene=${scene} .asked=${this.#asked} embedded></fl-surface>`
            : nothing
        }
        <div class="side">
          <ul class="runs" aria-label=${words.descent.runs}>
            ${scene.runs.map(
              (run, i) => html`<li>${swatch(styles[i])}<strong>${richText(run.label)}</strong>
                <span class="verdict">${scene.revealed ? this.#state(run) : words.descent.hidden}</span></li>`,
            )}
          </ul>
          <fl-trace .scene=${scene} quantities="loss" y=${this.#lossScale} embedded></fl-trace>
        </div>
      </div>
      <fl-transport .scene=${scene}></fl-transport>
      <fl-controls .scene=${scene} show=${this.show ?? nothing}></fl-controls>
      ${this.#status()}
      ${figureText(this)}
    </figure>`;
  }

  /** A logarithm has no place for a loss below zero. */
  get #lossScale(): "log" | "linear" {
    const { now } = this.scene.field;
    if (now && now !== this.#scaledFor) {
      this.#scaledFor = now;
      this.#signed = now.values.some((value) => value < 0);
    }
    return this.#signed ? "linear" : "log";
  }

  get #flat(): boolean {
    return this.scene.problem.dimension === 1;
  }

  get #withSurface(): boolean {
    return this.hasAttribute("surface") && this.scene.surface.shown;
  }

  #surfaceToggle() {
    if (!this.hasAttribute("surface")) return nothing;
    const { shown } = this.scene.surface;
    return guarded(
      `${this.scene.key}.surface`,
      () => html`<div class="surface-toggle"><button type="button"
        @click=${() => {
          this.#asked = true;
          this.scene.showSurface(!shown);
        }}>${shown ? words.surface.hide : words.surface.show}</button></div>`,
    );
  }

  picture(): Picture | undefined {
    const plot = this.querySelector<DescentPlot | DescentCurve>(
      "fl-descent-plot, fl-descent-curve",
    );
    return plot?.picture({
      legend: legendIn(this),
      description: this.getAttribute("description") ?? this.#summary(),
    });
  }

  /** The loss at the selected step, and where the run is heading. */
  #state(run: SceneRun): string {
    const loss = run.traces.loss;
    if (!loss || !run.report) return "";
    const t = Math.min(this.scene.step, loss.length - 1);
    const now = words.descent.lossAt(t, numberText(loss[t] ?? Number.NaN));
    return `${now} ${words.verdict(run.report, this.scene.problem.dimension)}`;
  }

  #summary(): string {
    const lines = this.scene.runs.map((run) => `${plainText(run.label)}: ${this.#state(run)}`);
    return lines.join(" ");
  }
}
