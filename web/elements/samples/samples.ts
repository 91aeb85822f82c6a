import { html, nothing, svg } from "lit";
import { catalog } from "../../engine/page-engine.js";
import { CurveFrame, curveChart } from "../../plots/curve-chart.js";
import { mark } from "../../plots/mark.js";
import type { SeriesStyle } from "../../plots/series-style.js";
import { mostDraws, SamplesScene, samplesDeclarationFrom } from "../../scene/samples-scene.js";
import { legendIn, svgPicture } from "../../take/svg-picture.js";
import type { NumberTable, Picture } from "../../take/takeable.js";
import { numberText } from "../../words/number-text.js";
import { samplesWords as words } from "../../words/samples.js";
import { figureText } from "../figure-text.js";
import { FollowingElement } from "../following-element.js";
import { guarded } from "../guarded.js";
import type { ElementName } from "../kinds.js";
import { OwnWidth } from "../own-width.js";
import { swatch } from "../swatch.js";
import {
  fullStyle,
  gradientWindow,
  meanStyle,
  sampleStyle,
  samplesPlane,
} from "./samples-plane.js";

const expectedStyle: SeriesStyle = { className: "run-ink", dash: [6, 4], mark: "square" };
const measuredStyle: SeriesStyle = { className: "run-gradient", dash: [100], mark: "circle" };

/** What the buttons draw at once. */
const handfuls = [1, 10, 100];

/** Of all examples in a batch nothing is left to chance but rounding. */
const nothingLeft = 1e-9;

/**
 * `<fl-gradient-samples problem="linear_regression" data="line count=256" start="-1,2"
 * settings="size=1 replacement=without" drawn="1:12" entries="slope intercept">`: the gradient over
 * all examples at a point, and around it those of minibatches that the reader draws, a few or a
 * hundred at once. Below, how far off they are by the size of the minibatch: what probability
 * expects, and what came out for every size the reader has tried. `drawn` is what is drawn at
 * first, `entries` names the two parameters; `show` as for fl-controls.
 */
export class GradientSamples extends FollowingElement<SamplesScene> {
  static override properties = { show: {}, entries: {} };
  declare show: string | undefined;
  declare entries: string | undefined;
  readonly #width = new OwnWidth(this);
  #frame: CurveFrame | undefined;
  #dragging: number | undefined;

  protected override async findScene(): Promise<SamplesScene> {
    const key = this.getAttribute("scene") ?? (this.id || "samples");
    return new SamplesScene(key, samplesDeclarationFrom(this, await catalog));
  }

  protected override async prepare(): Promise<void> {
    await super.prepare();
    if (!this.scene.spread) throw new Error(this.scene.refused);
  }

  protected override controls() {
    return { title: words.title, controls: [{ key: this.scene.drawKey, label: words.drawing }] };
  }

  get #names(): string[] {
    const given = (this.entries ?? "").split(/\s+/).filter(Boolean);
    return [0, 1].map((i) => given[i]?.replaceAll("_", " ") ?? words.parameter(i));
  }

  override render() {
    const { scene } = this;
    const whole = Math.max(240, this.#width.now);
    const width = whole >= 700 ? Math.round(0.5 * whole) - 12 : whole;
    return html`<figure class="samples">
      <div class="samples-plots">
        ${this.#plane(width)}
        <div class="samples-side">${this.#spreadChart(width)}${this.#numbers()}</div>
      </div>
      ${this.#key()}
      <div class="samples-bar">${guarded(scene.drawKey, () => this.#buttons())}<output>${words.count(scene.count)}</output></div>
      <fl-controls .scene=${scene} show=${this.show ?? "size replacement"}></fl-controls>
      <p class="samples-hint">${words.hint}</p>
      ${figureText(this, this.menu())}
      <p class="visually-hidden" role="status">${scene.busy ? nothing : this.#summary()}</p>
    </figure>`;
  }

  #plane(width: number) {
    const { spread, cloud } = this.scene;
    if (!spread) return nothing;
    const height = Math.round(Math.min(width, 460));
    return html`<svg class="samples-plane" viewBox="0 0 ${width} ${height}" role="img" aria-label=${words.plane}>
      ${samplesPlane(gradientWindow(spread, width, height), spread, cloud, this.#names)}</svg>`;
  }

  #buttons() {
    const { scene } = this;
    const full = scene.count >= mostDraws || scene.refused !== undefined;
    return html`${handfuls.map(
      (count) =>
        html`<button type="button" ?disabled=${full} @click=${() => scene.draw(count)}>${words.draw(count)}</button>`,
    )}<button type="button" title=${words.againTitle} @click=${() => scene.startOver()}>${words.again}</button>`;
  }

  /** A column of the table of sizes. */
  #column(name: string): Float64Array {
    return this.scene.spread?.columns[name] ?? new Float64Array();
  }

  #spreadChart(width: number) {
    const { scene } = this;
    const sizes = [...this.#column("size")];
    const least = nothingLeft * (this.#column("spread")[0] ?? 0);
    const shown = (values: Float64Array) =>
      values.map((value) => (value > least ? value : Number.NaN));
    const expected = { style: expectedStyle, values: shown(this.#column("spread")) };
    const measured = shown(this.#column("measured"));
    const frame = new CurveFrame([expected], {
      width,
      height: 230,
      positions: sizes,
      logX: true,
      logY: true,
      xLabel: words.size,
    });
    this.#frame = frame;
    const here = Math.max(1, Math.min(sizes.at(-1) ?? 1, scene.size || 1));
    return html`<svg class="chart spread-chart" viewBox="0 0 ${width} 230" role="img" aria-label=${words.spread}
      @pointerdown=${this.#pointerDown} @pointermove=${this.#pointerMove} @lostpointercapture=${this.#pointerLost}>
      ${curveChart(frame, [expected])}
      <line class="cursor" x1=${frame.x(here)} x2=${frame.x(here)} y1="12" y2="190"></line>
      ${sizes.map((size, i) => {
        const value = measured[i] ?? Number.NaN;
        return Number.isFinite(value)
          ? svg`${mark(measuredStyle, frame.x(size), frame.yOf(value), size === scene.size ? 6 : 4.5)}`
          : nothing;
      })}</svg>`;
  }

  /** What the draws of the size that is set amount to. */
  #numbers() {
    const last = (name: string) => this.scene.cloud?.columns[name]?.at(-1) ?? Number.NaN;
    const text = (name: string) => numberText(last(name), 3);
    const rows = [
      { what: words.one, yours: "spread", theory: "expected_spread" },
      { what: words.all, yours: "mean_error", theory: "expected_error" },
    ];
    return html`<table class="samples-numbers"><caption>${words.numbers(words.examples(this.scene.size))}</caption>
      <thead><tr><th scope="col">${words.quantity}</th><th scope="col">${words.yours}</th><th scope="col">${words.theory}</th></tr></thead>
      <tbody>${rows.map(
        ({ what, yours, theory }) =>
          html`<tr><th scope="row">${what}</th><td>${text(yours)}</td><td>${text(theory)}</td></tr>`,
      )}</tbody></table>`;
  }

  #key() {
    const items = [
      { style: fullStyle, text: words.full },
      { style: sampleStyle, text: words.sample },
      { style: meanStyle, text: words.mean },
      { style: expectedStyle, text: words.expected, line: true },
      { style: measuredStyle, text: words.measured },
    ];
    return html`<ul class="samples-key" aria-label=${words.key}>${items.map(
      ({ style, text, line }) =>
        html`<li>${swatch(line ? style : { ...style, dash: [0, 100] })}<strong>${text}</strong></li>`,
    )}</ul>`;
  }

  #summary(): string {
    const { cloud, count, size } = this.scene;
    if (!cloud) return words.nothing;
    const [spread, expected, mean] = ["spread", "expected_spread", "mean_error"].map((name) =>
      numberText(cloud.columns[name]?.at(-1) ?? Number.NaN, 3),
    ) as [string, string, string];
    return words.said(count, words.examples(size), spread, expected, mean);
  }

  /** The size, of those on the chart, that is nearest to the pointer. */
  #pointTo(event: PointerEvent): void {
    const box = this.querySelector(".spread-chart")?.getBoundingClientRect();
    const frame = this.#frame;
    if (!box || !frame) return;
    const pixel = ((event.clientX - box.left) / box.width) * frame.options.width;
    const away = (size: number) => Math.abs(frame.x(size) - pixel);
    const [nearest] = [...this.#column("size")].sort((a, b) => away(a) - away(b));
    if (nearest !== undefined && nearest !== this.scene.size) this.scene.set("size", nearest);
  }

  readonly #pointerDown = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    if (event.pointerType !== "touch") event.preventDefault();
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    this.#dragging = event.pointerId;
    this.#pointTo(event);
  };

  readonly #pointerMove = (event: PointerEvent): void => {
    if (event.pointerId === this.#dragging) this.#pointTo(event);
  };

  readonly #pointerLost = (): void => {
    this.#dragging = undefined;
  };

  picture(): Picture | undefined {
    return svgPicture(this.querySelector("svg.samples-plane"), {
      legend: legendIn(this).slice(0, 3),
      title: words.plane,
      description: this.getAttribute("description") ?? this.#summary(),
    });
  }

  /** The draws of the size that is set, or, where there are none, what is expected of each size. */
  async numbers(): Promise<NumberTable | undefined> {
    const { tableNumbers } = await import("../../take/table-numbers.js");
    const table = this.scene.cloud ?? this.scene.spread;
    return table && tableNumbers([{ label: "", table }]);
  }
}

/** The elements of this part of the site. */
export const elements = {
  "fl-gradient-samples": GradientSamples,
} satisfies Partial<Record<ElementName, CustomElementConstructor>>;
