import { html, nothing } from "lit";
import type { Table } from "../../../wasm/engine/types.js";
import { engine } from "../../engine/page-engine.js";
import { controlAccess } from "../../state/control-access.js";
import { notices } from "../../state/notices.js";
import { legendIn, svgPicture } from "../../take/svg-picture.js";
import type { NumberTable, Picture } from "../../take/takeable.js";
import { curvatureWords, durationText } from "../../words/curvature.js";
import { words as pageWords } from "../../words/en.js";
import { numberText } from "../../words/number-text.js";
import { figureText } from "../figure-text.js";
import { guarded, lockedSummary } from "../guarded.js";
import { OwnWidth } from "../own-width.js";
import { PageElement } from "../page-element.js";
import { swatch } from "../swatch.js";
import { costChart, costStyles } from "./cost-chart.js";
import { type StepKind, timeOfStep } from "./time-of-step.js";

const words = curvatureWords.cost;
const sizes = [10, 20, 30, 50, 75, 100, 150, 200, 300, 400, 500];
const kinds: readonly StepKind[] = ["gradient", "newton"];
/** Below it a call costs more than its work, and the points lie above the line. */
const fittedFrom = 100;
const power = { newton: 3, gradient: 1 };

/** A measured step: parameters and milliseconds. */
export interface MeasuredStep {
  size: number;
  time: number;
}

/**
 * `<fl-step-cost>`: a button that measures, in this browser and now, how long a step of Newton's
 * method and one of gradient descent take as the parameters become many; points on two logarithmic
 * axes, the power that they grow with, and n³ beside them.
 */
export class StepCost extends PageElement {
  static override properties = { state: { state: true } };
  declare state: "idle" | "running" | "stopped" | "done";
  readonly points: Record<StepKind, MeasuredStep[]> = { newton: [], gradient: [] };
  readonly laws: Partial<Record<StepKind, Table>> = {};
  readonly #width = new OwnWidth(this);
  #now = "";
  #run = 0;

  constructor() {
    super();
    this.state = "idle";
  }

  protected override async prepare(): Promise<void> {}

  get #name(): string {
    return this.id || "cost";
  }

  get #key(): string {
    return `${this.#name}.measure`;
  }

  protected override controls() {
    return {
      title: words.title,
      controls: [{ key: this.#key, label: words.measure }, `${this.#name}.table`],
    };
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#run += 1;
  }

  async #measure(): Promise<void> {
    if (!controlAccess.allows(this.#key)) return;
    this.#run += 1;
    const own = this.#run;
    for (const kind of kinds) {
      this.points[kind] = [];
      delete this.laws[kind];
    }
    this.state = "running";
    try {
      for (const size of sizes) {
        for (const kind of kinds) {
          this.#now = words.running(words.kinds[kind], String(size));
          this.requestUpdate();
          const time = await timeOfStep(kind, size, () => own === this.#run);
          if (time === undefined) return;
          this.points[kind].push({ size, time });
          await this.#fit(kind);
        }
      }
      this.state = "done";
    } catch (error) {
      if (own !== this.#run) return;
      notices.add(pageWords.notices.engineFailed(error));
      this.state = "stopped";
    }
    void this.keepFocus(".cost-button");
  }

  #stop(): void {
    this.#run += 1;
    this.state = "stopped";
    void this.keepFocus(".cost-button");
  }

  async #fit(kind: StepKind): Promise<void> {
    const points = this.points[kind];
    if (points.filter(({ size }) => size >= fittedFrom).length < 2) return;
    this.laws[kind] = await engine.call("analyse", {
      analysis: {
        name: "power_law",
        settings: {
          x: points.map(({ size }) => size).join(","),
          y: points.map(({ time }) => time).join(","),
          from: fittedFrom,
          power: power[kind],
        },
      },
    });
  }

  override render() {
    const running = this.state === "running";
    const said = { idle: words.idle, running: this.#now, stopped: words.stopped, done: words.done };
    const width = Math.max(250, Math.round(this.#width.now));
    return html`<figure class="step-cost">
      <div class="buttons">${guarded(
        this.#key,
        () =>
          html`<button type="button" class="primary cost-button" @click=${() => (running ? this.#stop() : void this.#measure())}>${running ? words.cancel : this.state === "idle" ? words.measure : words.again}</button>`,
      )}<span role="status" class="cost-state">${said[this.state]}</span></div>
      ${costChart(width, this.points, this.laws)}
      <ul class="curve-key cost-key">${kinds.map(
        (kind) =>
          html`<li>${swatch(costStyles[kind])}<strong>${words.kinds[kind]}</strong> <span>${this.#law(kind)}</span></li>`,
      )}
        <li><svg class="swatch" viewBox="0 0 34 14" width="34" height="14" aria-hidden="true"><path class="cost-reference" d="M1,7H33"></path></svg><strong>${words.reference(3)}</strong></li></ul>
      <p class="cost-predicted">${this.#predicted()}</p>
      ${this.#table()}
      ${figureText(this, this.menu())}
    </figure>`;
  }

  #law(kind: StepKind) {
    const exponent = this.laws[kind]?.columns.exponent?.[0];
    if (exponent === undefined) return "";
    return words.law(words.kinds[kind], String(fittedFrom), numberText(exponent, 3));
  }

  #predicted() {
    const predicted = this.laws.newton?.columns.predicted?.[0];
    if (predicted === undefined) return "";
    return words.predicted(durationText(predicted, (value) => numberText(value, 2)));
  }

  #table() {
    const { newton, gradient } = this.points;
    const time = (step: MeasuredStep | undefined) =>
      step ? durationText(step.time, (value) => numberText(value, 3)) : "";
    const access = controlAccess.of(`${this.#name}.table`);
    if (access === "hidden") return nothing;
    return html`<details class="taylor-terms">${lockedSummary(access === "locked", words.table)}${gradient.length === 0 ? html`<p>${words.idle}</p>` : nothing}<div class="scrolls" tabindex="0" role="region" aria-label=${words.table}><table class="numbers">
      <thead><tr>${words.columns.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
      <tbody>${gradient.map(
        (step, i) =>
          html`<tr><th scope="row">${step.size}</th><td>${time(newton[i])}</td><td>${time(step)}</td></tr>`,
      )}</tbody></table></div></details>`;
  }

  picture(): Picture | undefined {
    if (this.points.newton.length === 0) return undefined;
    return svgPicture(this.querySelector("svg.chart"), {
      legend: legendIn(this),
      title: words.title,
      description: words.chart,
    });
  }

  async numbers(): Promise<NumberTable | undefined> {
    const { newton, gradient } = this.points;
    if (newton.length === 0) return undefined;
    return {
      columns: ["parameters", "newton_milliseconds", "gradient_milliseconds"],
      rows: newton.map(({ size, time }, i) => [size, time, gradient[i]?.time ?? ""]),
    };
  }
}
