import { html, nothing, svg } from "lit";
import type { Table } from "../../../wasm/engine/types.js";
import { engine, isSuperseded } from "../../engine/page-engine.js";
import { mark } from "../../plots/mark.js";
import { Plane } from "../../plots/plane.js";
import type { SeriesStyle } from "../../plots/series-style.js";
import { Recomputation } from "../../scene/recomputation.js";
import { chosenOf } from "../../scene/setting-group.js";
import { controlAccess } from "../../state/control-access.js";
import { legendIn, svgPicture } from "../../take/svg-picture.js";
import type { Picture } from "../../take/takeable.js";
import { curvatureWords } from "../../words/curvature.js";
import { numberText } from "../../words/number-text.js";
import { figureText } from "../figure-text.js";
import { guarded, lockedSummary, lockedTitle } from "../guarded.js";
import { OwnWidth } from "../own-width.js";
import { swatch } from "../swatch.js";
import { TableElement } from "../table-element.js";
import { TaylorHands } from "./taylor-hands.js";

const words = curvatureWords.taylor;
const modelStyle: SeriesStyle = { className: "run-gradient", dash: [7, 4], mark: "diamond" };
const valueStyle: SeriesStyle = { className: "run-ink", dash: [], mark: "circle" };

/** What of each function is seen: x and y. */
const windows: Record<string, readonly [readonly [number, number], readonly [number, number]]> = {
  sine: [
    [-5, 7],
    [-3, 3],
  ],
  cosine: [
    [-5, 7],
    [-3, 3],
  ],
  exponential: [
    [-5, 3],
    [-3, 12],
  ],
  logarithm: [
    [-1, 6],
    [-4, 4],
  ],
  geometric: [
    [-3, 3],
    [-6, 6],
  ],
  flat: [
    [-4, 4],
    [-0.5, 1.5],
  ],
};

/** A factorial with all of its digits, as far as one can take them in: 3628800, not 3.6288×10⁶. */
function wholeText(value: number): string {
  return value < 1e8 ? String(value) : numberText(value, 4);
}

/**
 * `<fl-taylor analysis="taylor_model" settings="at=2 order=10" row="3">`: a function of one
 * variable and its Taylor polynomials. The centre slides along the curve, the position along the
 * axis; `row` is the order shown, up to `order`. Elements with the same scene share it, such as an
 * fl-derivation. `show` names settings in sight, as for fl-controls.
 */
export class Taylor extends TableElement {
  static override properties = { show: {} };
  declare show: string | undefined;
  plane = new Plane([0, 1], [0, 1], 1, 1);
  readonly #width = new OwnWidth(this);
  readonly #hands = new TaylorHands(this);
  readonly #curves = new Recomputation(() => this.#ask());
  #asked = "";
  /** Where both handles were when the core last had an answer. */
  #places = { center: 0, at: 0 };
  #table: Table | undefined;

  protected override async prepare(): Promise<void> {
    await super.prepare();
    if (this.scene.declared.analysis.name !== "taylor_model") {
      throw new Error(`analysis: got "${this.getAttribute("analysis")}"; allowed: taylor_model`);
    }
    await this.#ask();
    this.scene.subscribe(() => this.#curves.schedule());
  }

  protected override controls() {
    const { key, declared } = this.scene;
    return { title: declared.analysis.title, controls: [`${key}.row`, `${key}.table`] };
  }

  /** What the table was computed with. */
  setting(name: string): number | string {
    const [group] = this.scene.settingGroups();
    const parameter = group?.parameters.find((one) => one.name === name);
    if (parameter) return group?.settings[name] ?? parameter.default;
    const option = group?.options.find((one) => one.name === name);
    return group && option ? chosenOf(group, option) : "";
  }

  /** Where a handle is; what is typed and refused does not move it. */
  place(name: "center" | "at"): number {
    return this.#places[name];
  }

  set(name: "center" | "at", value: number): void {
    this.scene.settingGroups()[0]?.set(name, value);
  }

  key(name: "center" | "at"): string {
    return `${this.scene.key}.analysis.${name}`;
  }

  get #window() {
    return windows[String(this.setting("function"))] ?? (windows.sine as never);
  }

  async #ask(): Promise<void> {
    const [[low, high]] = this.#window;
    const [center, order, name] = [
      this.setting("center"),
      this.setting("order"),
      this.setting("function"),
    ];
    const asked = JSON.stringify([center, order, name]);
    if (asked === this.#asked) return;
    this.#asked = asked;
    try {
      this.#table = await engine.call("analyse", {
        analysis: {
          name: "taylor_curves",
          settings: { center, order, function: name, low, high, count: 241 },
        },
      });
      this.requestUpdate();
    } catch (error) {
      // what is refused is said below the sliders; the last good curves stay
      if (!isSuperseded(error) && !this.#table) throw error;
    }
  }

  get #function(): string {
    const option = this.scene.declared.analysis.options[0];
    const chosen = this.setting("function");
    return option?.choices.find(({ name }) => name === chosen)?.label ?? "";
  }

  override render() {
    const { scene } = this;
    const width = Math.max(250, Math.round(this.#width.now));
    const height = Math.round(Math.min(420, Math.max(250, 0.55 * width)));
    const [x, y] = this.#window;
    if (scene.refused === undefined) {
      this.#places = { center: Number(this.setting("center")), at: Number(this.setting("at")) };
    }
    this.plane = new Plane(x, y, width, height);
    const at = this.place("at");
    const number = (name: string) => scene.number(name, scene.row);
    const said = words.said(
      numberText(at, 4),
      numberText(number("model"), 7),
      numberText(number("value_there"), 7),
      numberText(number("model_error"), 3),
    );
    return html`<figure class="taylor">
      <svg class="chart taylor-chart" viewBox="0 0 ${width} ${height}" role="group" aria-label=${words.plot(this.#function, scene.row)}
        @pointerdown=${this.#hands.pointerDown} @pointermove=${this.#hands.pointerMove} @lostpointercapture=${this.#hands.pointerLost}
        @touchstart=${this.#hands.touchStart}>
        ${this.#axes()}${this.#lines()}${this.#handles()}
      </svg>
      <ul class="curve-key taylor-key">
        <li>${swatch(valueStyle)}<strong>${words.keys.value}</strong> <span>${this.#function}</span></li>
        <li>${swatch(modelStyle)}<strong>${words.keys.model}</strong></li>
        <li><svg class="swatch" viewBox="0 0 34 14" width="34" height="14" aria-hidden="true"><path class="taylor-lower" d="M1,7H33"></path></svg><strong>${words.keys.lower}</strong></li>
      </ul>
      ${guarded(`${scene.key}.row`, () => this.#orders())}
      <p class="taylor-said" role="status">${said}</p>
      ${this.show === "" ? nothing : html`<fl-controls .scene=${scene} show=${this.show ?? "function center at"}></fl-controls>`}
      ${this.#terms()}
      ${figureText(this, this.menu())}
      <p class="taylor-hint">${words.hint}</p>
    </figure>`;
  }

  #axes() {
    const { plane } = this;
    const { width, height } = plane;
    const [x0, y0] = [plane.px(0), plane.py(0)];
    return svg`<g class="axis" aria-hidden="true"><path class="zero-line" d="M0,${y0}H${width}M${x0},0V${height}"></path>
      ${plane
        .xTicks()
        .filter((t) => t !== 0 && plane.px(t) > 14 && plane.px(t) < width - 14)
        .map(
          (t) =>
            svg`<text x=${plane.px(t)} y=${y0 + 15} text-anchor="middle">${numberText(t)}</text>`,
        )}
      ${plane
        .yTicks()
        .filter((t) => t !== 0 && plane.py(t) > 10 && plane.py(t) < height - 10)
        .map(
          (t) => svg`<text x=${x0 + 6} y=${plane.py(t)} dy="0.32em">${numberText(t)}</text>`,
        )}</g>`;
  }

  /** The curve of a column, of `width` entries a row; it breaks where there is no number. */
  #path(name: string, entry = 0): string {
    const { columns, rows } = this.#table ?? { columns: {}, rows: 0 };
    const column = (columns as Table["columns"])[name] ?? new Float64Array();
    const positions = (columns as Table["columns"]).position ?? new Float64Array();
    const width = column.length / rows;
    let path = "";
    let down = false;
    for (let i = 0; i < rows; i += 1) {
      const y = this.plane.py(column[i * width + entry] ?? Number.NaN);
      // poles and high powers leave the picture, and an SVG need not follow them
      const drawn = Math.abs(y) < 4000;
      if (drawn)
        path += `${down ? "L" : "M"}${this.plane.px(positions[i] ?? 0).toFixed(1)},${y.toFixed(1)}`;
      down = drawn;
    }
    return path;
  }

  #lines() {
    const { row } = this.scene;
    const lower = Array.from({ length: row }, (_, k) => k);
    return svg`<g aria-hidden="true">
      ${lower.map((k) => svg`<path class="taylor-lower" d=${this.#path("model", k)}></path>`)}
      <path class="series run-ink taylor-value" d=${this.#path("value")}></path>
      <path class="series run-gradient" stroke-dasharray="7 4" d=${this.#path("model", row)}></path></g>`;
  }

  #handles() {
    const { plane, scene } = this;
    const { center, at } = this.#places;
    const clamped = (value: number) => Math.max(-50, Math.min(plane.height + 50, plane.py(value)));
    const model = clamped(scene.number("model", scene.row));
    const value = clamped(scene.number("value_there", scene.row));
    const [cx, ax] = [plane.px(center), plane.px(at)];
    const cy = clamped(scene.number("model", 0));
    return svg`<g class="taylor-error" aria-hidden="true"><path d="M${ax},${value}V${model}"></path>
        ${mark(valueStyle, ax, value, 4)}${mark(modelStyle, ax, model, 4.5)}</g>
      ${this.#handle("at", ax, plane.py(0), svg`<circle class="grip" r="22"></circle><path class="ring" d="M0,-9L9,0L0,9L-9,0z"></path>`)}
      ${this.#handle("center", cx, cy, svg`<circle class="grip" r="22"></circle><circle class="ring" r="9"></circle><circle class="dot" r="2.5"></circle>`)}`;
  }

  #handle(name: "center" | "at", x: number, y: number, sign: unknown) {
    const access = controlAccess.of(this.key(name));
    if (access === "hidden") return nothing;
    const [low, high] = this.plane.x;
    const value = this.place(name);
    return svg`<g class="start taylor-${name}" tabindex="0" role="slider" aria-label=${words[name]}
      aria-disabled=${access === "locked" ? "true" : nothing} aria-valuemin=${low} aria-valuemax=${high} aria-valuenow=${value}
      aria-valuetext=${numberText(value, 4)} transform="translate(${x.toFixed(1)},${y.toFixed(1)})"
      @keydown=${(event: KeyboardEvent) => this.#hands.key(name, event)}>${lockedTitle(access)}${sign}</g>`;
  }

  #orders() {
    const { row, lastRow } = this.scene;
    const button = (label: string, text: string, to: number) =>
      html`<button type="button" aria-label=${label} title=${label} ?disabled=${to < 0 || to > lastRow} @click=${() => this.scene.select(to)}>${text}</button>`;
    return html`<div class="taylor-order" role="group" aria-label=${words.order}>
      <span>${words.order} <output>${row}</output></span>
      ${button(words.lower, "−", row - 1)}
      <input type="range" min="0" max=${lastRow} step="1" .value=${String(row)} aria-label=${words.order}
        @input=${(event: Event) => this.scene.select(Number((event.target as HTMLInputElement).value))}>
      ${button(words.higher, "+", row + 1)}</div>`;
  }

  #terms() {
    const { scene } = this;
    const names = ["degree", "derivative", "factorial", "term", "model", "model_error"];
    const digits = [3, 4, 7, 4, 7, 3];
    const access = controlAccess.of(`${scene.key}.table`);
    if (access === "hidden") return nothing;
    return html`<details class="taylor-terms" open>${lockedSummary(access === "locked", words.table)}
      <div class="scrolls" tabindex="0" role="region" aria-label=${words.table}><table class="numbers">
      <thead><tr>${words.columns.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
      <tbody>${Array.from({ length: scene.lastRow + 1 }, (_, row) => {
        const cells = names.map((name, i) =>
          name === "factorial"
            ? wholeText(scene.number(name, row))
            : numberText(scene.number(name, row), digits[i]),
        );
        return html`<tr class=${row === scene.row ? "selected" : row > scene.row ? "ahead" : ""} aria-current=${row === scene.row ? "true" : nothing}>
          <th scope="row">${cells[0]}</th>${cells.slice(1).map((cell) => html`<td>${cell}</td>`)}</tr>`;
      })}</tbody></table></div></details>`;
  }

  picture(): Picture | undefined {
    const title = words.plot(this.#function, this.scene.row);
    return svgPicture(this.querySelector("svg.chart"), {
      legend: legendIn(this),
      title,
      description: this.getAttribute("description") ?? this.getAttribute("caption") ?? title,
    });
  }
}
