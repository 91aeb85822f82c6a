import { html, nothing, svg } from "lit";
import { unsafeHTML } from "lit/directives/unsafe-html.js";
import type { Quantity } from "../../wasm/engine/types.js";
import { symbolMathml } from "../engine/page-math.js";
import { type Curve, CurveFrame, curveChart } from "../plots/curve-chart.js";
import { mark } from "../plots/mark.js";
import { quantityStyles } from "../plots/series-style.js";
import { legendIn, svgPicture } from "../take/svg-picture.js";
import type { Picture } from "../take/takeable.js";
import { words } from "../words/en.js";
import { numberText } from "../words/number-text.js";
import { figureText } from "./figure-text.js";
import { OwnWidth } from "./own-width.js";
import { plainText, richText } from "./rich-text.js";
import { rowTable } from "./row-table.js";
import { swatch } from "./swatch.js";
import { TableElement } from "./table-element.js";

interface Line extends Curve {
  quantity: Quantity;
  /** Its entry's name, empty for a scalar. */
  entry: string;
  /** Of the schedule it belongs to; empty where there is one at most. */
  label: string;
}

/**
 * `<fl-table-chart analysis="regularization_path" problem="linear_regression" x="strength"
 * y="training_error test_error" log-x>`: columns of an analysis against another one, with a row
 * that is selected by dragging across or with the arrow keys, and shared with every element of the
 * same scene. With `schedules="inverse_time as 1/t; cosine total=20"` each of these has its lines. `entries` names those of vectors; `show` names settings in sight, as for fl-controls.
 */
export class TableChart extends TableElement {
  static override properties = {
    x: {},
    y: {},
    logX: { type: Boolean, attribute: "log-x" },
    logY: { type: Boolean, attribute: "log-y" },
    entries: {},
    caption: {},
    show: {},
    tableOpen: { state: true },
  };
  declare x: string;
  declare y: string;
  declare logX: boolean;
  declare logY: boolean;
  declare entries: string | undefined;
  declare caption: string | undefined;
  declare show: string | undefined;
  declare tableOpen: boolean;
  readonly #width = new OwnWidth(this);
  #frame: CurveFrame | undefined;
  #positions: number[] = [];
  #dragging: number | undefined;

  constructor() {
    super();
    this.tableOpen = false;
  }

  protected override controls() {
    const { title, controls } = super.controls();
    return { title, controls: [...controls, `${this.scene.key}.table`] };
  }

  protected override async prepare(): Promise<void> {
    await super.prepare();
    for (const name of [this.x, ...this.y.split(/\s+/)]) this.quantity(name);
  }

  #lines(): Line[] {
    const { tables, schedules } = this.scene;
    const names = (this.entries ?? "").split(/\s+/);
    const lines = tables.flatMap((table, i) =>
      this.y.split(/\s+/).flatMap((name) => {
        const quantity = this.quantity(name);
        const column = table.columns[name] ?? new Float64Array();
        const width = column.length / table.rows;
        return Array.from({ length: width }, (_, entry) => ({
          quantity,
          entry: width > 1 ? (names[entry] ?? String(entry + 1)) : "",
          label: schedules.length > 1 ? (schedules[i]?.label ?? "") : "",
          values: column.filter((_, k) => k % width === entry),
        }));
      }),
    );
    const styles = quantityStyles(lines.length);
    return lines.map((line, i) => ({ ...line, style: styles[i] as Line["style"] }));
  }

  override render() {
    const { scene } = this;
    const lines = this.#lines();
    const width = Math.max(260, this.#width.now);
    const height = Math.min(320, Math.max(220, width * 0.45));
    const x = this.quantity(this.x);
    this.#positions = [...(scene.table?.columns[this.x] ?? [])];
    const frame = new CurveFrame(lines, {
      width,
      height,
      positions: this.#positions,
      logX: this.logX,
      logY: this.logY,
      xLabel: x.meaning,
      least: Number.MIN_VALUE,
    });
    this.#frame = frame;
    const here = this.#positions[scene.row] ?? 0;
    const at = this.logX && here <= 0 ? (frame.x.domain()[0] ?? 0) : here;
    const names = this.y.replaceAll("_", " ");
    return html`<figure class="table-chart">
      <svg class="chart" viewBox="0 0 ${width} ${height}" tabindex="0" role="slider"
        aria-label=${words.tableChart.label(names, x.meaning)} aria-valuemin="0" aria-valuemax=${scene.lastRow}
        aria-valuenow=${scene.row} aria-valuetext=${this.#said(lines, here)}
        aria-disabled=${scene.allowsRow ? nothing : "true"}
        @pointerdown=${this.#pointerDown} @pointermove=${this.#pointerMove} @lostpointercapture=${this.#pointerLost}
        @keydown=${this.#keyDown}>
        ${curveChart(frame, lines)}
        <line class="cursor" x1=${frame.x(at)} x2=${frame.x(at)} y1="12" y2=${height - 40}></line>
        ${lines.map(({ style, values }) => {
          const value = values[scene.row] ?? Number.NaN;
          return Number.isFinite(value)
            ? svg`${mark(style, frame.x(at), frame.yOf(value), 5)}`
            : nothing;
        })}
      </svg>
      <p class="chart-place">${unsafeHTML(symbolMathml(x.symbol))} = <output>${numberText(here, 4)}</output></p>
      <ul class="curve-key">${lines.map(
        (line) =>
          html`<li>${swatch(line.style)}<strong>${this.#heading(line)}</strong> <output>${numberText(line.values[scene.row] ?? Number.NaN, 4)}</output> <span>${line.entry || line.label ? "" : line.quantity.meaning}</span></li>`,
      )}</ul>
      ${this.#table(x, lines)}
      ${figureText(this, this.menu())}
      ${this.show === undefined ? nothing : html`<fl-controls .scene=${scene} show=${this.show}></fl-controls>`}
    </figure>`;
  }

  picture(): Picture | undefined {
    const title = words.tableChart.label(
      this.y.replaceAll("_", " "),
      this.quantity(this.x).meaning,
    );
    return svgPicture(this.querySelector("svg.chart"), {
      legend: legendIn(this),
      title,
      description: this.getAttribute("description") ?? this.caption ?? title,
    });
  }

  /** The lines as a table of numbers, where the reader wants it. */
  #table(x: Quantity, lines: Line[]) {
    const { scene } = this;
    return rowTable({
      key: `${scene.key}.table`,
      head: unsafeHTML(symbolMathml(x.symbol)),
      spoken: x.meaning,
      count: this.#positions.length,
      position: (row) => this.#positions[row] ?? Number.NaN,
      row: scene.row,
      select: scene.allowsRow ? (row) => scene.select(row) : undefined,
      columns: lines.map((line) => ({
        head: this.#heading(line),
        spoken: this.#name(line),
        values: line.values,
      })),
      isOpen: this.tableOpen,
      setOpen: (open) => {
        this.tableOpen = open;
      },
    });
  }

  /** A line's name where formulas can be shown. */
  #heading(line: Line) {
    const several = this.y.includes(" ");
    return line.label && !several && !line.entry ? richText(line.label) : this.#name(line);
  }

  #name({ quantity, entry, label }: Line): string {
    const own = quantity.name.replaceAll("_", " ");
    const name = label ? `${plainText(label)}: ${own}` : own;
    return entry ? words.tableChart.entry(name, entry) : name;
  }

  #said(lines: Line[], here: number): string {
    const values = lines.map(
      (line) => `${this.#name(line)} ${numberText(line.values[this.scene.row] ?? Number.NaN)}`,
    );
    return `${numberText(here, 4)}: ${values.join(", ")}`;
  }

  /** The row nearest to the pointer. */
  #pointed(event: PointerEvent): number {
    const box = this.querySelector(".chart")?.getBoundingClientRect();
    if (!box || !this.#frame) return 0;
    const { x, options } = this.#frame;
    const pixel = ((event.clientX - box.left) / box.width) * options.width;
    let best = 0;
    let distance = Number.POSITIVE_INFINITY;
    for (const [row, position] of this.#positions.entries()) {
      if (this.logX && position <= 0) continue;
      const away = Math.abs(x(position) - pixel);
      if (away < distance) [best, distance] = [row, away];
    }
    return best;
  }

  readonly #pointerDown = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    // a finger may scroll the page from here, or move the cursor sideways
    if (event.pointerType !== "touch") event.preventDefault();
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    this.#dragging = event.pointerId;
    this.querySelector<SVGElement>(".chart")?.focus({ preventScroll: true });
    this.scene.select(this.#pointed(event));
  };

  readonly #pointerMove = (event: PointerEvent): void => {
    if (event.pointerId === this.#dragging) this.scene.select(this.#pointed(event));
  };

  readonly #pointerLost = (): void => {
    this.#dragging = undefined;
  };

  readonly #keyDown = (event: KeyboardEvent): void => {
    const { row, lastRow } = this.scene;
    const to = {
      ArrowRight: row + 1,
      ArrowUp: row + 1,
      ArrowLeft: row - 1,
      ArrowDown: row - 1,
      PageUp: row + 10,
      PageDown: row - 10,
      Home: 0,
      End: lastRow,
    }[event.key];
    if (to === undefined || !this.scene.allowsRow) return;
    event.preventDefault();
    this.scene.select(to);
  };
}
