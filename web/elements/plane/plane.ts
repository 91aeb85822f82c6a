import { html, nothing } from "lit";
import { seriesStyles } from "../../plots/series-style.js";
import { contradictions } from "../../scene/plane-points.js";
import { PlaneScene } from "../../scene/plane-scene.js";
import { controlAccess } from "../../state/control-access.js";
import type { NumberTable } from "../../take/takeable.js";
import { planeWords as words } from "../../words/plane.js";
import { figureText } from "../figure-text.js";
import { guarded, lockedSummary } from "../guarded.js";
import type { ElementName } from "../kinds.js";
import { SceneElement } from "../scene-element.js";
import { handleSceneKey } from "../scene-keys.js";
import { DataPanel } from "./data-panel.js";
import { ExampleTable } from "./example-table.js";
import { modelCard } from "./model-card.js";
import { modelState } from "./model-state.js";
import { planeNumbers } from "./plane-numbers.js";
import { PlanePen } from "./plane-pen.js";
import { PlaneView } from "./plane-view.js";
import { pointTools } from "./point-tools.js";
import { weightTable } from "./weight-table.js";

/**
 * `<fl-plane scene="…" data="blobs classes=3 seed=2" steps="100"
 *   models="softmax_regression gradient_descent learning_rate=0.5 as Softmax; linear_svm as SVM">`:
 * points of several classes that can be dragged, added, removed, pasted or generated, and what
 * each model makes of the plane while it is trained on them.
 *
 * - `models`, with semicolons between: a model, its method (gradient descent when absent), settings
 *   of the method and, after `problem.`, of the model; `as` names it.
 * - `data`: a dataset with its settings, test_share among them; `points="x,y,label; …"` with
 *   `data="points classes=3"` for points of one's own.
 * - `steps` and `step`, `batch` ("size=8"), `seed` of the minibatches.
 * - `show`: settings in sight, as for fl-controls, "data.noise" among them; `arrows`: the weight vectors are shown.
 * - `caption` or `description` say what is to be seen, as for every figure.
 * - `without`: parts that are left out, of `charts`, `weights`, `examples`, `data`, `tools`.
 */
export class Plane extends SceneElement {
  static override properties = { show: {}, without: {}, arrows: { type: Boolean } };
  declare show: string | undefined;
  declare without: string | undefined;
  declare arrows: boolean;
  readonly #pen = new PlanePen();

  protected override async prepare(): Promise<void> {
    this.#pen.subscribe(() => this.requestUpdate());
    await super.prepare();
    if (!(this.scene instanceof PlaneScene)) {
      throw new Error('models: got nothing; allowed: "softmax_regression; …"');
    }
    const shown = (this.show ?? "").split(/\s+/).filter((name) => name.startsWith("data."));
    this.scene.dataInSight = new Set(shown.map((name) => name.slice("data.".length)));
  }

  get #points(): string {
    return `${this.#plane.key}.points`;
  }

  protected override controls() {
    const { key, runs } = this.#plane;
    const ofRuns = runs.flatMap((run) =>
      ["method", "weights"].map((name) => ({ key: `${key}.${run.key}.${name}`, part: run.label })),
    );
    const ofPlane = ["weights", "examples"].map((name) => `${key}.${name}`);
    return { title: words.title, controls: [this.#points, ...ofPlane, ...ofRuns] };
  }

  override async numbers(): Promise<NumberTable | undefined> {
    return planeNumbers(this.#plane);
  }

  get #plane(): PlaneScene {
    return this.scene as PlaneScene;
  }

  #has(part: string): boolean {
    return !(this.without ?? "").split(/\s+/).includes(part);
  }

  override render() {
    const scene = this.#plane;
    const styles = seriesStyles(scene.runs);
    const shared = { pen: this.#pen, arrows: this.arrows };
    return html`<figure class="plane" @keydown=${this.#key}>
      ${this.#has("tools") ? guarded(this.#points, () => pointTools(this.uid, scene, this.#pen)) : nothing}
      <div class="plane-models" data-count=${Math.min(2, scene.runs.length)}>${scene.runs.map(
        (run, i) => modelCard(this.uid, scene, run, styles[i], shared),
      )}</div>
      ${this.#about()}
      <p class="plane-hint">${this.#pen.adding ? words.addHint : words.moveHint(scene.data.now.classes)}</p>
      <fl-transport .scene=${scene}></fl-transport>
      ${this.#has("charts") ? this.#charts() : nothing}
      <fl-controls .scene=${scene} show=${this.show ?? nothing}></fl-controls>
      ${this.#has("data") ? guarded(this.#points, () => html`<fl-data-panel .scene=${scene} .uid=${this.uid}></fl-data-panel>`) : nothing}
      ${this.#has("weights") ? this.#weights() : nothing}
      ${this.#has("examples") ? html`<fl-example-table .scene=${scene}></fl-example-table>` : nothing}
      ${figureText(this, this.menu())}
      <p class="visually-hidden" role="status">${scene.playing || !scene.revealed ? "" : this.#summary()}</p>
    </figure>`;
  }

  /** What is to be known of the points: they cannot be told apart, or not be linked to. */
  #about() {
    const { data, link } = this.#plane;
    const { points } = data.now;
    const one = points.length > 0 && new Set(points.map(({ label }) => label)).size === 1;
    const wrong = contradictions(points);
    const sentences = [
      one ? words.oneClass : "",
      wrong > 0 ? words.contradicting(wrong) : "",
      data.aside.includes(true) ? words.keyAside : "",
      link === "rounded" ? words.linkRounded : link === "too long" ? words.linkTooLong : "",
    ].filter(Boolean);
    return html`<div class="about-points" role="status">${sentences.map((sentence) => html`<p>${sentence}</p>`)}</div>`;
  }

  #charts() {
    const scene = this.#plane;
    const tested = scene.runs.some(({ traces }) => traces.test_loss);
    return html`<div class="plane-charts">
      <div><p class="part-title">${words.lossChart}</p><fl-trace .scene=${scene} quantities=${tested ? "loss test_loss" : "loss"} embedded></fl-trace></div>
      <div><p class="part-title">${words.accuracyChart}</p><fl-trace .scene=${scene} quantities=${tested ? "accuracy test_accuracy" : "accuracy"} range="0,1" embedded></fl-trace></div>
    </div>`;
  }

  #weights() {
    const scene = this.#plane;
    const key = `${scene.key}.weights`;
    const access = controlAccess.of(key);
    if (access === "hidden") return nothing;
    return html`<details class="drawer plane-weights" open>${lockedSummary(access === "locked", words.weightsDrawer)}<div>
      ${guarded(key, () => this.#arrowsBox())}
      <div class="weight-tables">${scene.runs.map((run) => weightTable(this.uid, scene, run, controlAccess.of(key, `${scene.key}.${run.key}.weights`)))}</div>
    </div></details>`;
  }

  #arrowsBox() {
    return html`<label class="check"><input type="checkbox" .checked=${this.arrows} @change=${(
      event: Event,
    ) => {
      this.arrows = (event.target as HTMLInputElement).checked;
    }}> ${words.arrows}</label>`;
  }

  #summary(): string {
    const scene = this.#plane;
    return scene.runs
      .map((run) => `${run.label}: ${run.refused ?? modelState(scene, run)}`)
      .join(" ");
  }

  readonly #key = (event: KeyboardEvent): void => {
    const typing = (event.target as Element).closest(
      "input:not([type=range], [type=radio], [type=checkbox]), textarea",
    );
    const undoes = (event.ctrlKey || event.metaKey) && !event.altKey && !typing;
    const name = event.key.toLowerCase();
    if (undoes && name === "z") {
      event.preventDefault();
      this.#plane.change((data) => (event.shiftKey ? data.redo() : data.undo()));
    } else if (undoes && name === "y") {
      event.preventDefault();
      this.#plane.change((data) => data.redo());
    } else handleSceneKey(event, this.#plane);
  };
}

/** The elements of this part of the site, those that others contain first. */
export const elements = {
  "fl-plane-view": PlaneView,
  "fl-data-panel": DataPanel,
  "fl-example-table": ExampleTable,
  "fl-plane": Plane,
} satisfies Partial<Record<ElementName, CustomElementConstructor>>;
