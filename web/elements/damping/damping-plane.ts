import { html, LitElement, nothing, svg } from "lit";
import { DampingFrame } from "../../plots/damping-frame.js";
import { mark } from "../../plots/mark.js";
import { quantityStyles } from "../../plots/series-style.js";
import type { DampedMode, DampingMap, DampingScene, Regime } from "../../scene/damping-scene.js";
import { controlAccess } from "../../state/control-access.js";
import { dampingWords as words } from "../../words/damping.js";
import { numberText } from "../../words/number-text.js";
import { lockedTitle } from "../guarded.js";
import { OwnWidth } from "../own-width.js";
import { DampingHands } from "./damping-hands.js";

const margin = { left: 34, right: 12, top: 12, bottom: 38 };

/** The regimes that cover ground, from the left, with the edges between which they lie. */
const regions: [Regime, string | undefined, string | undefined][] = [
  ["overdamped", undefined, "critical_curvature"],
  ["underdamped", "critical_curvature", "flip_curvature"],
  ["alternating", "flip_curvature", "stable_curvature"],
  ["divergent", "stable_curvature", undefined],
];

/** Where the names of the regimes stand: αλ, β. */
const places: [Regime, number, number][] = [
  ["overdamped", 0.16, 0.1],
  ["underdamped", 0.8, 0.62],
  ["divergent", 3.3, 0.14],
];

/** The plane of αλ against β, with a mark for every eigen-direction that can be dragged. */
export class DampingPlane extends LitElement {
  static override properties = { scene: { attribute: false } };
  declare scene: DampingScene;
  frame: DampingFrame | undefined;
  readonly #width = new OwnWidth(this);
  readonly #hands = new DampingHands(this);
  #unsubscribe: (() => void)[] = [];
  #ground: unknown = nothing;
  #groundKey: [DampingMap | undefined, number] = [undefined, 0];

  override createRenderRoot(): this {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const draw = () => this.requestUpdate();
    this.#unsubscribe = [this.scene, controlAccess].map((store) => store.subscribe(draw));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const stop of this.#unsubscribe) stop();
  }

  get sheet(): SVGSVGElement | null {
    return this.querySelector("svg.damping-sheet");
  }

  focusOn(mode: number): void {
    this.querySelectorAll<SVGElement>(".damping-mode")[mode]?.focus({ preventScroll: true });
  }

  override render() {
    const { map } = this.scene;
    if (this.#width.now === 0 || !map) return html`<div class="damping-square"></div>`;
    const size = Math.max(220, Math.round(this.#width.now));
    this.frame = new DampingFrame(
      map,
      size - margin.left - margin.right,
      size - margin.top - margin.bottom,
    );
    const hands = this.#hands;
    return html`<div class="damping-square"><svg class="damping-sheet" viewBox="0 0 ${size} ${size}" role="group" aria-label=${words.plane}
      @pointerdown=${hands.pointerDown} @pointermove=${hands.pointerMove} @lostpointercapture=${hands.pointerLost}
      @touchstart=${hands.touchStart}>
      <g transform="translate(${margin.left},${margin.top})">${this.#drawGround(map, this.frame)}${this.#modes(this.frame)}</g>
    </svg></div>`;
  }

  /** What stays as it is while marks are dragged: drawn once a size. */
  #drawGround(map: DampingMap, frame: DampingFrame): unknown {
    const [known, width] = this.#groundKey;
    if (known === map && width === frame.width) return this.#ground;
    this.#groundKey = [map, frame.width];
    const bottom = frame.height;
    this.#ground = svg`<g aria-hidden="true">
      <rect class="plane-area" width=${frame.width} height=${frame.height}></rect>
      ${regions.map(([regime, left, right]) => svg`<path class="regime ${regime}" d=${frame.region(left, right)}></path>`)}
      ${frame.slowerThan().map((path) => svg`<path class="slower" d=${path}></path>`)}
      <path class="regime-veil divergent" d=${frame.region("stable_curvature", undefined)}></path>
      ${["critical_curvature", "flip_curvature", "stable_curvature"].map(
        (edge) => svg`<path class="regime-edge ${edge}" d=${frame.edge(edge)}></path>`,
      )}
      ${places.map(
        ([regime, product, beta]) =>
          svg`<text class="regime-name" x=${frame.px(product)} y=${frame.py(beta)} text-anchor="middle">${words.regimes[regime]}</text>`,
      )}
      <text class="regime-name" text-anchor="middle" transform="translate(${frame.px(1.86)},${frame.py(0.16)}) rotate(-72)">${words.regimes.alternating}</text>
      <g class="axis">${frame
        .ticks()
        .map(
          (tick) =>
            svg`<text x=${frame.px(tick)} y=${bottom + 15} text-anchor="middle">${numberText(tick)}</text>`,
        )}
        ${[0, 0.25, 0.5, 0.75, 1].map(
          (tick) =>
            svg`<text x="-6" y=${frame.py(tick)} dy="0.32em" text-anchor="end">${numberText(tick)}</text>`,
        )}
        <text class="axis-name" x=${frame.width} y=${bottom + 33} text-anchor="end">${words.axes[0]}</text>
        <text class="axis-name" x="8" y="16">${words.axes[1]}</text></g></g>`;
    return this.#ground;
  }

  #modes(frame: DampingFrame) {
    const { scene } = this;
    if (!scene.speaksOfRun) return nothing;
    const styles = quantityStyles(scene.modes.length);
    const y = frame.py(scene.beta);
    const along = scene.modes.map(({ stepCurvature }) =>
      Math.max(0, Math.min(frame.width, frame.px(stepCurvature))),
    );
    const access = controlAccess.of(...scene.settingKeys);
    return svg`<path class="mode-line" d="M${Math.min(...along)},${y}H${Math.max(...along)}"></path>
      ${scene.modes.map((mode, i) => {
        const x = along[i] ?? 0;
        const style = styles[i];
        if (!style) return nothing;
        const name = numberText(mode.eigenvalue, 3);
        const after = x < frame.width - 74;
        return svg`<g class="damping-mode" tabindex=${access === "visible" ? "0" : nothing} role="slider" aria-label=${words.pan(name)}
          aria-disabled=${access === "visible" ? nothing : "true"} aria-valuemin="0" aria-valuemax="1" aria-valuenow=${scene.beta}
          aria-valuetext=${this.#said(mode)} @keydown=${this.#hands.key}>
          ${lockedTitle(access)}<circle class="grip" cx=${x} cy=${y} r="22"></circle><circle class="focus-ring" cx=${x} cy=${y} r="13"></circle>
          ${mark(style, x, y, 7)}<text class="mode-name" x=${x + (after ? 13 : -13)} y=${y - 10} text-anchor=${after ? "start" : "end"}>${words.point(name)}</text></g>`;
      })}`;
  }

  #said({ stepCurvature, regime, rate }: DampedMode): string {
    return words.at(
      numberText(stepCurvature, 3),
      numberText(this.scene.beta, 4),
      words.regimes[regime],
      numberText(rate, 3),
    );
  }
}
