import { html } from "lit";
import { seriesStyles } from "../plots/series-style.js";
import type { Picture } from "../take/takeable.js";
import { words } from "../words/en.js";
import { figureText } from "./figure-text.js";
import { richText } from "./rich-text.js";
import { SceneElement } from "./scene-element.js";
import { handleSceneKey } from "./scene-keys.js";
import type { SurfaceView } from "./surface-view.js";
import { swatch } from "./swatch.js";
import { transportKey } from "./transport.js";

type Stage = "waiting" | "saving" | "loading" | "shown" | "missing" | "failed";

/** Whether the browser can draw in three dimensions; asked before anything is loaded for it. */
function webglWorks(): boolean {
  const context = document.createElement("canvas").getContext("webgl2");
  context?.getExtension("WEBGL_lose_context")?.loseContext();
  return context !== null;
}

/** Whether the reader has asked for pages to be sparing. */
function savesData(): boolean {
  const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
  return connection?.saveData === true;
}

/**
 * `<fl-surface scene="…">`: the problem of a scene in two dimensions as a surface that can be
 * turned, with the paths of its runs. What draws it is loaded when it comes into view; until
 * then, and where there is no WebGL, words stand here. `caption` or `description` say what is to
 * be seen.
 */
export class Surface extends SceneElement {
  static override properties = {
    embedded: { type: Boolean },
    asked: { attribute: false },
    stage: { state: true },
  };
  /** Part of a figure that says itself which line is whose. */
  declare embedded: boolean;
  /** The reader has pressed a button for it: it is loaded even where data is to be saved. */
  declare asked: boolean;
  declare stage: Stage;
  #failure: unknown;
  #observer: IntersectionObserver | undefined;

  constructor() {
    super();
    this.stage = "waiting";
  }

  protected override async prepare(): Promise<void> {
    await super.prepare();
    const { dimension, name } = this.scene.problem;
    if (dimension !== 2) throw new Error(`problem: got "${name}"; allowed: one in two dimensions`);
    await this.scene.field.load();
    this.#watch();
  }

  protected override controls() {
    const { key, problem } = this.scene;
    const controls = [`${key}.start`, transportKey(this.scene), `${key}.view`];
    return { title: problem.title, controls };
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#watch();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer?.disconnect();
  }

  override render() {
    if (this.embedded) return this.#content();
    return html`<figure @keydown=${(event: KeyboardEvent) => handleSceneKey(event, this.scene)}>
      ${this.#content()}${this.#legend()}${figureText(this)}</figure>`;
  }

  /** Inside another figure it is a part of that. */
  get partName(): string | undefined {
    return this.id ? undefined : "surface";
  }

  picture(): Picture | undefined {
    const items = (this.closest("figure") ?? this).querySelectorAll(":is(.runs, .surface-runs) li");
    return this.querySelector<SurfaceView>("fl-surface-view")?.picture({
      legend: [...items].map((item) => ({
        swatch: item.querySelector<SVGSVGElement>("svg.swatch"),
        label: item.querySelector("strong")?.textContent ?? "",
      })),
      description: this.getAttribute("description") ?? "",
    });
  }

  #content() {
    const w = words.surface;
    switch (this.stage) {
      case "shown":
        return html`<fl-surface-view .scene=${this.scene} .menu=${this.menu()}
          @unavailable=${() => {
            this.stage = "missing";
          }}></fl-surface-view>`;
      case "missing":
        return html`<p class="surface-words" role="status">${w.missing}</p>`;
      case "failed":
        return html`<p class="surface-words" role="status">${w.failed(this.#failure)}</p>`;
      case "saving":
        return html`<div class="surface-words"><p>${w.saving}</p>
          <button type="button" @click=${() => void this.#load()}>${w.loadAnyway}</button></div>`;
      default:
        return html`<div class="plot-space">${w.loading}</div><div class="surface-controls-space"></div>`;
    }
  }

  #legend() {
    const styles = seriesStyles(this.scene.runs);
    return html`<ul class="surface-runs" aria-label=${words.descent.runs}>${this.scene.runs.map(
      (run, i) => html`<li>${swatch(styles[i])} <strong>${richText(run.label)}</strong></li>`,
    )}</ul>`;
  }

  /** Waits until the element comes into view. */
  #watch(): void {
    if (this.stage !== "waiting") return;
    this.#observer?.disconnect();
    this.#observer = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      this.#observer?.disconnect();
      if (savesData() && !this.asked) this.stage = "saving";
      else void this.#load();
    });
    this.#observer.observe(this);
  }

  async #load(): Promise<void> {
    if (!webglWorks()) {
      this.stage = "missing";
      return;
    }
    this.stage = "loading";
    try {
      const { SurfaceView } = await import("./surface-view.js");
      if (!customElements.get("fl-surface-view")) {
        customElements.define("fl-surface-view", SurfaceView);
      }
      this.stage = "shown";
    } catch (error) {
      this.#failure = error;
      this.stage = "failed";
    }
  }
}
