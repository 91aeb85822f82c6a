import { html, nothing, svg } from "lit";
import { live } from "lit/directives/live.js";
import { unsafeHTML } from "lit/directives/unsafe-html.js";
import { symbolMathml } from "../engine/page-math.js";
import { CurveFrame, curveChart } from "../plots/curve-chart.js";
import { legendIn, svgPicture } from "../take/svg-picture.js";
import type { Picture } from "../take/takeable.js";
import { fitWords } from "../words/fit.js";
import { numberText } from "../words/number-text.js";
import { figureText } from "./figure-text.js";
import { guarded } from "./guarded.js";
import { OwnWidth } from "./own-width.js";
import { TableElement } from "./table-element.js";

/** One example, and what the line says of it. */
interface FittedPoint {
  name: string;
  x: number;
  y: number;
  said: number;
  aside: boolean;
}

/** Of the names in the picture, in pixels. */
const letterWidth = 7.2;
/** Scalars that are read out below the picture. */
const readouts = ["slope", "intercept", "training_error", "test_error"];

/**
 * `<fl-fit-chart analysis="ridge_line" problem="linear_regression" data="…" row="12" scene="…">`:
 * the examples of a dataset and the line through them, at the selected row of the table: a strength
 * of the penalty, chosen with a slider. `entries` names the examples, `x` and `y` the axes; `show`
 * the settings in sight, as for fl-controls.
 */
export class FitChart extends TableElement {
  static override properties = {
    x: {},
    y: {},
    caption: {},
    show: {},
  };
  declare x: string | undefined;
  declare y: string | undefined;
  declare caption: string | undefined;
  declare show: string | undefined;
  readonly #width = new OwnWidth(this);

  #points(): FittedPoint[] {
    const { scene } = this;
    const at = (quantity: string, k: number) => scene.number(quantity, scene.row, k);
    return scene.entryNames.map((name, k) => ({
      name,
      x: at("input", k),
      y: at("target", k),
      said: at("prediction", k),
      aside: at("set_aside", k) > 0,
    }));
  }

  /** Room for what any row has to say, so that the axes stay where they are. */
  #frame(points: FittedPoint[]): CurveFrame {
    const { target, prediction } = this.scene.table?.columns ?? {};
    const xs = points.map(({ x }) => x);
    const [low, high] = [Math.min(...xs), Math.max(...xs)];
    const aside = (high - low || 1) * 0.08;
    const width = Math.max(260, this.#width.now);
    const values = new Float64Array([...(target ?? []), ...(prediction ?? [])]);
    const style = { className: "", dash: [], mark: "circle" as const };
    return new CurveFrame([{ style, values }], {
      width,
      height: Math.min(340, Math.max(240, width * 0.5)),
      positions: [low - aside, high + aside],
      logY: false,
      xLabel: this.x ?? this.quantity("input").meaning,
    });
  }

  override render() {
    const { scene } = this;
    if (!scene.table) return html`<p class="refused" role="alert">${scene.refused ?? ""}</p>`;
    const points = this.#points();
    const frame = this.#frame(points);
    const { width, height } = frame.options;
    const inOrder = [...points].sort((a, b) => a.x - b.x);
    const line = inOrder.map(
      ({ x, said }) => `${frame.x(x).toFixed(1)},${frame.y(said).toFixed(1)}`,
    );
    return html`<figure class="fit-chart">
      <p class="axis-name">${this.y ?? this.quantity("target").meaning}</p>
      <svg class="chart" viewBox="0 0 ${width} ${height}" role="img" aria-label=${this.#said(points)}>
        ${curveChart(frame, [])}
        <path class="fit-line" d="M${line.join("L")}"></path>
        ${points.map(
          ({ x, y, said }) =>
            svg`<line class="residual" x1=${frame.x(x)} x2=${frame.x(x)} y1=${frame.y(y)} y2=${frame.y(said)}></line>`,
        )}
        ${this.#names(points, frame)}
        ${points.map(
          ({ name, x, y, aside }) =>
            svg`<circle class=${aside ? "aside" : "trains"} cx=${frame.x(x)} cy=${frame.y(y)} r="5.5"><title>${name}</title></circle>`,
        )}
      </svg>
      ${this.#strength()}
      <ul class="fit-key">${this.#legend(points)}</ul>
      <ul class="fit-numbers">${readouts.map((name) => this.#readout(name))}</ul>
      ${scene.refused === undefined ? nothing : html`<p class="refused" role="alert">${scene.refused}</p>`}
      ${figureText(this, this.menu())}
      ${this.show === undefined ? nothing : html`<fl-controls .scene=${scene} show=${this.show}></fl-controls>`}
    </figure>`;
  }

  /** Below its point where it would touch the name to the left of it. */
  #names(points: FittedPoint[], frame: CurveFrame) {
    const named = points.filter(({ name }) => !/^\d+$/.test(name)).sort((a, b) => a.x - b.x);
    let taken = Number.NEGATIVE_INFINITY;
    return named.map(({ name, x, y }) => {
      const at = frame.x(x);
      const half = name.length * letterWidth * 0.5;
      const below = at - half < taken;
      if (!below) taken = at + half;
      return svg`<text class="example-name" x=${Math.min(at, frame.options.width - half - 4)} y=${frame.y(y) + (below ? 20 : -11)} text-anchor="middle">${name}</text>`;
    });
  }

  /** The slider that goes from row to row. */
  #strength() {
    const { scene, uid } = this;
    const [first] = scene.declared.analysis.quantities;
    if (!first) return nothing;
    const here = numberText(scene.number(first.name, scene.row), 4);
    const id = `${uid}-row`;
    return html`<div class="fit-strength">
      <label for=${id}>${unsafeHTML(symbolMathml(first.symbol))} ${first.meaning}</label> <output>${here}</output>
      ${guarded(
        `${scene.key}.row`,
        () => html`<input id=${id} type="range" min="0" max=${scene.lastRow} step="1" .value=${live(String(scene.row))}
          aria-valuetext=${here} @input=${(event: Event) => scene.select(Number((event.target as HTMLInputElement).value))}>`,
      )}</div>`;
  }

  #legend(points: FittedPoint[]) {
    const dot = (name: string) =>
      html`<svg class="swatch" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><circle class=${name} cx="8" cy="8" r="5.5"></circle></svg>`;
    return html`<li>${dot("trains")} <strong>${fitWords.trains}</strong></li>
      ${points.some(({ aside }) => aside) ? html`<li>${dot("aside")} <strong>${fitWords.aside}</strong></li>` : nothing}`;
  }

  #readout(name: string) {
    const { scene } = this;
    const quantity = this.quantity(name);
    const value = scene.number(name, scene.row);
    if (Number.isNaN(value)) return nothing; // nothing was set aside
    return html`<li title=${quantity.meaning}>${unsafeHTML(symbolMathml(quantity.symbol))} = <output>${numberText(value, 4)}</output> <span>${quantity.meaning}</span></li>`;
  }

  #said(points: FittedPoint[]): string {
    return points
      .map(({ name, x, y, said }) =>
        fitWords.point(name, numberText(x), numberText(y), numberText(said)),
      )
      .join(" ");
  }

  picture(): Picture | undefined {
    return svgPicture(this.querySelector("svg.chart"), {
      legend: legendIn(this),
      title: this.caption ?? this.scene.declared.analysis.title,
      description: this.getAttribute("description") ?? this.#said(this.#points()),
    });
  }
}
