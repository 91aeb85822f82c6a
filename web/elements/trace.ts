import { html, nothing, type PropertyValues } from "lit";
import { unsafeHTML } from "lit/directives/unsafe-html.js";
import type { Quantity } from "../../wasm/engine/types.js";
import { catalog } from "../engine/page-engine.js";
import { symbolMathml } from "../engine/page-math.js";
import { ChartFrame, lineChart } from "../plots/line-chart.js";
import { type SeriesStyle, seriesStyles } from "../plots/series-style.js";
import { parsePoint } from "../scene/run-text.js";
import type { SceneRun } from "../scene/scene.js";
import { controlAccess } from "../state/control-access.js";
import type { Picture } from "../take/takeable.js";
import { words } from "../words/en.js";
import { numberText } from "../words/number-text.js";
import { figureText } from "./figure-text.js";
import { OwnWidth } from "./own-width.js";
import { richText } from "./rich-text.js";
import type { TableColumn } from "./row-table.js";
import { SceneElement } from "./scene-element.js";
import { handleSceneKey } from "./scene-keys.js";
import { swatch } from "./swatch.js";
import { chartPicture, spokenName, type TraceLine } from "./trace-lines.js";
import { tableKey, traceTable } from "./trace-table.js";
import { transportKey } from "./transport.js";

/**
 * `<fl-trace scene="…" quantities="m m_hat" x="log" y="log">`: any traced quantities against
 * the step, as a chart that reads out what is under the pointer, and as a table. `caption` or
 * `description` say what is to be seen.
 */
export class Trace extends SceneElement {
  static override properties = {
    quantitiesText: { attribute: "quantities" },
    x: {},
    y: {},
    range: {},
    embedded: { type: Boolean },
    hovered: { state: true },
    tableOpen: { state: true },
  };
  declare quantitiesText: string;
  declare x: string | undefined;
  declare y: string | undefined;
  /** "low,high": fixes the vertical axis, so that a slider moves the line and not the axis. */
  declare range: string | undefined;
  declare embedded: boolean;
  declare hovered: number | undefined;
  declare tableOpen: boolean;
  #known: Quantity[] = [];
  readonly #width = new OwnWidth(this);

  #drawnFor = "";

  constructor() {
    super();
    this.tableOpen = false;
  }

  protected override quantities(): string[] {
    return this.#names();
  }

  protected override async prepare(): Promise<void> {
    const { stepQuantities, derivations } = await catalog;
    await super.prepare();
    this.#known = [
      ...stepQuantities,
      ...this.scene.runs.flatMap((run) => run.method.quantities),
      ...derivations.flatMap((derivation) => derivation.quantities),
      ...this.scene.ownQuantities,
    ];
  }

  protected override controls() {
    const { scene } = this;
    const title = scene.problem.title;
    return { title, controls: [transportKey(scene), tableKey(scene)] };
  }

  /** While a start is dragged the scene changes before its new numbers are there. */
  protected override shouldUpdate(changed: PropertyValues): boolean {
    if (!super.shouldUpdate(changed)) return false;
    const { generation, step, revealed } = this.scene;
    const access = [transportKey, tableKey].map((of) => controlAccess.of(of(this.scene)));
    const drawnFor = `${generation} ${step} ${revealed} ${this.#width.now} ${access}`;
    const same = changed.size === 0 && drawnFor === this.#drawnFor;
    this.#drawnFor = drawnFor;
    return !same;
  }

  override render() {
    const { scene } = this;
    const lines = this.#lines();
    const width = Math.max(260, this.#width.now);
    const height = this.embedded ? 210 : Math.min(320, Math.max(220, width * 0.42));
    const step = this.hovered ?? scene.step;
    const frame = new ChartFrame(scene.revealed ? lines : [], {
      width,
      height,
      steps: scene.steps,
      logX: this.x === "log",
      logY: this.y === "log",
      range: this.#range(),
      step,
      until: scene.step,
    });
    const readout = scene.revealed ? this.#readout(lines, step) : nothing;
    return html`<div class="trace" @keydown=${(event: KeyboardEvent) => this.#key(event)}>
      <figure role=${this.embedded ? "presentation" : nothing}><svg class="chart" viewBox="0 0 ${width} ${height}" width=${width} height=${height} tabindex="0" role="slider"
        aria-label=${words.trace.label(this.#names().join(", "))} aria-valuemin="0" aria-valuemax=${scene.steps}
        aria-valuenow=${scene.step} aria-valuetext=${this.#spoken(lines)}
        aria-disabled=${scene.allows("transport") ? nothing : "true"}
        @pointermove=${(event: PointerEvent) => this.#point(event, frame)}
        @pointerleave=${() => {
          this.hovered = undefined;
        }}
        @pointerdown=${(event: PointerEvent) => this.#choose(event, frame)}>
        ${lineChart(frame, scene.revealed ? lines : [], scene.ticks.name)}
      </svg>
      <div class="figure-bar"><p class="readout" aria-hidden="true">${readout}</p>${this.menu()}</div>
      ${figureText(this)}</figure>
      ${
        scene.revealed
          ? traceTable(scene, this.#columns(lines), this.tableOpen, (open) => {
              this.tableOpen = open;
            })
          : nothing
      }
    </div>`;
  }

  /** Which chart it is inside another figure. */
  get partName(): string | undefined {
    return this.id ? undefined : this.#names().join("-");
  }

  picture(): Picture | undefined {
    const lines = this.scene.revealed ? this.#lines() : [];
    return chartPicture(this, { lines, scene: this.scene, names: this.#names() });
  }

  #range(): [number, number] | undefined {
    const [low, high] = parsePoint(this.range ?? "") ?? [];
    return low !== undefined && high !== undefined ? [low, high] : undefined;
  }

  #names(): string[] {
    return (this.quantitiesText ?? "loss").split(/\s+/).filter(Boolean);
  }

  /** One line for every run, quantity and coordinate. */
  #lines(): TraceLine[] {
    const { scene } = this;
    const styles = seriesStyles(scene.runs);
    const names = this.#names();
    return scene.runs.flatMap((run, i) =>
      names.flatMap((name, k) => {
        const rows = run.traces[name];
        const quantity =
          run.method.quantities.find((one) => one.name === name) ??
          this.#known.find((one) => one.name === name);
        const style = styles[i];
        if (!rows || !quantity || !style) return [];
        const own = names.length > 1 ? this.#styleOf(style, { run, quantity, k }) : style;
        const width = quantity.shape === "vector" ? scene.problem.dimension : 1;
        return Array.from({ length: width }, (_, c) => ({
          run,
          quantity,
          coordinate: width > 1 ? (scene.coordinateNames[c] ?? String(c)) : "",
          style: c === 0 ? own : { ...own, dash: [1.5, 4] },
          values: width === 1 ? rows : rows.filter((_value, at) => at % width === c),
        }));
      }),
    );
  }

  /** Of one run they are told apart by the colour of their role, of several by their dots. */
  #styleOf(
    style: SeriesStyle,
    { run, quantity: { role }, k }: { run: SceneRun; quantity: Quantity; k: number },
  ): SeriesStyle {
    if (this.scene.runs.length > 1 && this.scene.ownQuantities.length > 0) {
      if (k === 0) return style;
      // one noisy run behind the mean over all noise
      return run.schedule
        ? { ...style, className: `${style.className} behind`, dash: [] }
        : { ...style, dash: [2, 3] };
    }
    return { ...style, className: `role-${role}`, dash: k % 2 ? [6, 4] : style.dash };
  }

  #readout(lines: TraceLine[], step: number) {
    const value = (line: TraceLine) => numberText(line.values[step] ?? Number.NaN, 4);
    return html`<span class="at">${this.scene.ticks.at(step)}</span> ${lines.map(
      (line) =>
        html`<span class="item">${swatch(line.style)} ${this.#name(line)} <b>${value(line)}</b></span>`,
    )}`;
  }

  #name({ run, quantity, coordinate }: TraceLine) {
    const symbol = html`${unsafeHTML(symbolMathml(quantity.symbol))}${coordinate ? html`<sub>${coordinate}</sub>` : nothing}`;
    if (this.scene.runs.length === 1) return symbol;
    const label = richText(run.label);
    return this.#names().length === 1 ? label : html`${label} ${symbol}`;
  }

  #columns(lines: TraceLine[]): TableColumn[] {
    return lines.map((line) => ({
      head: this.#name(line),
      spoken: spokenName(line),
      values: line.values,
    }));
  }

  #spoken(lines: TraceLine[]): string {
    const { step } = this.scene;
    const values = lines.map(
      (line) => `${spokenName(line)} ${numberText(line.values[step] ?? Number.NaN)}`,
    );
    return [this.scene.ticks.at(step), ...values].join(", ");
  }

  #stepUnder(event: PointerEvent, frame: ChartFrame): number {
    const box = (event.currentTarget as Element).getBoundingClientRect();
    return frame.stepAt(((event.clientX - box.left) / box.width) * frame.options.width);
  }

  #point(event: PointerEvent, frame: ChartFrame): void {
    this.hovered = this.#stepUnder(event, frame);
    if (event.buttons === 1) this.scene.select(this.hovered);
  }

  #choose(event: PointerEvent, frame: ChartFrame): void {
    this.scene.pause();
    this.scene.select(this.#stepUnder(event, frame));
  }

  #key(event: KeyboardEvent): void {
    const jumps: Record<string, number> = {
      ArrowLeft: -1,
      ArrowRight: 1,
      ArrowDown: -1,
      ArrowUp: 1,
      PageUp: 10,
      PageDown: -10,
    };
    const onChart = (event.target as Element).classList.contains("chart");
    const jump = jumps[event.key];
    if (!onChart || !this.scene.allows("transport")) return;
    if (event.key === "Home") this.scene.select(0);
    else if (event.key === "End") this.scene.select(this.scene.steps);
    else if (jump !== undefined) this.scene.select(this.scene.step + jump);
    else {
      if (!this.embedded) handleSceneKey(event, this.scene);
      return;
    }
    event.preventDefault();
  }
}
