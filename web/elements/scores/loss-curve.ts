import { html, nothing, svg } from "lit";
import { engine, isSuperseded } from "../../engine/page-engine.js";
import { type Curve, CurveFrame, curveChart } from "../../plots/curve-chart.js";
import { mark } from "../../plots/mark.js";
import { lossStyles } from "../../plots/series-style.js";
import type { ScoredLoss } from "../../scene/score-scene.js";
import { controlAccess } from "../../state/control-access.js";
import { legendIn, svgPicture } from "../../take/svg-picture.js";
import type { NumberTable, Picture } from "../../take/takeable.js";
import { numberText } from "../../words/number-text.js";
import { scoreWords } from "../../words/scores.js";
import { figureText } from "../figure-text.js";
import { guarded, lockedTitle } from "../guarded.js";
import { OwnWidth } from "../own-width.js";
import { swatch } from "../swatch.js";
import { ScoreElement } from "./score-element.js";
import { draggable, keyedStep } from "./score-keys.js";

const samples = 241;
/** On either side of the score, to tell a kink from a slope. */
const besides = 1e-7;

/** What a loss does as one score moves. */
interface Course extends Curve {
  scored: ScoredLoss;
  /** Slopes just below and just above the score that stands. */
  slopes: readonly [number, number];
  value: number;
}

/**
 * `<fl-loss-curve scene="…" y="log">`: every loss of the scene as one score moves and the others
 * stay: that of the class that is looked at, in the example that is. The score is dragged along the
 * axis; at the point stands the tangent or, at a kink, the fan of all subgradients.
 */
export class LossCurve extends ScoreElement {
  static override properties = { y: {}, courses: { state: true } };
  declare y: string | undefined;
  declare courses: Course[] | undefined;
  #askedFor = "";
  #positions: number[] = [];
  #frame: CurveFrame | undefined;
  readonly #width = new OwnWidth(this);
  #dragging: number | undefined;

  protected override async prepare(): Promise<void> {
    await super.prepare();
    await this.#load();
  }

  protected override updated(): void {
    void this.#load();
  }

  /** Asks for the curves where the scores or settings are others than at the last time. */
  async #load(): Promise<void> {
    const { generation, example, coordinate } = this.scene;
    const key = `${generation} ${example} ${coordinate}`;
    if (key === this.#askedFor) return;
    this.#askedFor = key;
    try {
      const styles = lossStyles(this.scene.losses);
      const [low, high] = this.scene.declared.range;
      this.#positions = Array.from(
        { length: samples },
        (_, i) => low + ((high - low) * i) / (samples - 1),
      );
      this.courses = await Promise.all(
        this.scene.losses.map((scored, i) =>
          this.#course(scored, styles[i] as Course["style"], this.#positions),
        ),
      );
    } catch (error) {
      if (!isSuperseded(error)) throw error;
    }
  }

  async #course(scored: ScoredLoss, style: Course["style"], positions: number[]): Promise<Course> {
    const { scene } = this;
    const { coordinate } = scene;
    const row = scene.scores[scene.example] ?? [];
    const here = row[coordinate] ?? 0;
    const moved = [...positions, here - besides, here + besides, here];
    const { table } = await engine.call(
      "loss",
      {
        loss: { name: scored.loss.name, settings: scored.settings },
        scores: moved.map((score) => row.map((value, k) => (k === coordinate ? score : value))),
        labels: moved.map(() => scene.label),
      },
      `${scene.key} ${this.uid} ${scored.key}`,
    );
    const losses = table.columns.example_loss as Float64Array;
    const slopes = table.columns.score_gradient as Float64Array;
    const slopeAt = (i: number) => slopes[i * row.length + coordinate] ?? Number.NaN;
    return {
      scored,
      style,
      values: losses.slice(0, samples),
      slopes: [slopeAt(samples), slopeAt(samples + 1)],
      value: losses[samples + 2] ?? Number.NaN,
    };
  }

  override render() {
    const { scene } = this;
    const courses = scene.revealed ? (this.courses ?? []) : [];
    const width = Math.max(260, this.#width.now);
    const height = Math.min(320, Math.max(220, width * 0.45));
    const name = scene.classes[scene.coordinate] ?? "";
    const frame = new CurveFrame(courses, {
      width,
      height,
      positions: this.#positions,
      logY: this.y === "log",
      xLabel: scoreWords.scoreOf(name),
    });
    this.#frame = frame;
    const [low, high] = scene.declared.range;
    const here = scene.scores[scene.example]?.[scene.coordinate] ?? 0;
    const access = controlAccess.of(`${scene.key}.scores`);
    return html`<figure class="loss-curve">
      ${guarded(
        `${scene.key}.coordinate`,
        () => html`<div class="option"><span class="visually-hidden">${scoreWords.move}</span><div class="segments" role="radiogroup" aria-label=${scoreWords.move}>
        ${scene.classes.map(
          (one, k) =>
            html`<label><input type="radio" name="${this.uid}-class" .checked=${k === scene.coordinate} @change=${() => scene.selectCoordinate(k)}><span>${one}</span></label>`,
        )}</div></div>`,
      )}
      <svg class="chart" viewBox="0 0 ${width} ${height}" role="group" aria-label=${scoreWords.curve(name)}
        @pointerdown=${this.#pointerDown} @pointermove=${this.#pointerMove} @lostpointercapture=${this.#pointerLost}>
        ${curveChart(frame, courses)}
        ${courses.map((course) => this.#touching(frame, course, here))}
        ${
          access === "hidden"
            ? nothing
            : svg`<g class="knob" tabindex="0" role="slider" aria-label=${scoreWords.scoreOf(name)} aria-valuemin=${low}
          aria-disabled=${access === "locked" ? "true" : nothing}
          aria-valuemax=${high} aria-valuenow=${here} aria-valuetext=${this.#said(courses, here)}
          transform="translate(${frame.x(Math.max(low, Math.min(high, here)))},${height - 40})" @keydown=${this.#keyDown}>
          ${lockedTitle(access)}<line class="cursor" y1=${-(height - 52)} y2="0"></line>
          <circle class="grip" r="22"></circle><circle class="ring" r="7"></circle></g>`
        }
      </svg>
      <ul class="curve-key">${courses.map(
        ({ scored, style, value, slopes }) =>
          html`<li>${swatch(style)}<strong>${scored.label}</strong> <span>${scoreWords.at(numberText(value, 4), ...this.#slopeText(slopes))}</span></li>`,
      )}</ul>
      ${figureText(this, this.menu())}
    </figure>`;
  }

  picture(): Picture | undefined {
    const title = scoreWords.curve(this.scene.classes[this.scene.coordinate] ?? "");
    return svgPicture(this.querySelector("svg.chart"), {
      legend: legendIn(this),
      title,
      description: this.getAttribute("description") ?? this.getAttribute("caption") ?? title,
    });
  }

  /** The points of the curves, not the scores alone. */
  override async numbers(): Promise<NumberTable | undefined> {
    if (!this.scene.revealed || !this.courses) return undefined;
    const courses = [...this.courses];
    return {
      columns: ["score", ...courses.map(({ scored }) => scored.label)],
      rows: this.#positions.map((score, i) => [
        score,
        ...courses.map(({ values }) => values[i] ?? ""),
      ]),
    };
  }

  #slopeText([below, above]: Course["slopes"]): [string, string] {
    // a smooth loss's slope changes by curvature times the distance, which is far less
    const kink = Math.abs(above - below) > 1e-5;
    return [numberText(kink ? below : (below + above) / 2), kink ? numberText(above) : ""];
  }

  #said(courses: Course[], here: number): string {
    const parts = courses.map(({ scored, value }) =>
      scoreWords.lossIs(scored.label, numberText(value)),
    );
    return `${numberText(here, 4)}. ${parts.join(" ")}`;
  }

  /** The tangent at the point, or the fan of subgradients. */
  #touching(frame: CurveFrame, { style, value, slopes }: Course, here: number) {
    if (!Number.isFinite(value) || this.y === "log") return nothing;
    const [low, high] = this.scene.declared.range;
    const reach = (high - low) / 8;
    const line = (slope: number) => svg`<line class="tangent ${style.className}"
      x1=${frame.x(here - reach)} y1=${frame.yOf(value - slope * reach)}
      x2=${frame.x(here + reach)} y2=${frame.yOf(value + slope * reach)}></line>`;
    const [below, above] = slopes;
    const [x, y] = [frame.x(here), frame.yOf(value)];
    const side = (slope: number, by: number) =>
      `${frame.x(here + by)},${frame.yOf(value + slope * by)}`;
    const fan = Math.abs(above - below) > 1e-5;
    return svg`${
      fan
        ? svg`<path class="fan ${style.className}" d="M${x},${y}L${side(below, reach)}L${side(above, reach)}ZM${x},${y}L${side(below, -reach)}L${side(above, -reach)}Z"></path>`
        : nothing
    }${line(below)}${fan ? line(above) : nothing}${mark(style, x, y, 5)}`;
  }

  #move(value: number): void {
    const [low, high] = this.scene.declared.range;
    this.scene.setScore(this.scene.example, this.scene.coordinate, draggable(value, low, high));
  }

  #pointed(event: PointerEvent): number {
    const box = this.querySelector(".chart")?.getBoundingClientRect();
    if (!box || !this.#frame) return 0;
    const scale = this.#frame.options.width / box.width;
    return this.#frame.x.invert((event.clientX - box.left) * scale);
  }

  readonly #pointerDown = (event: PointerEvent): void => {
    const grip = (event.target as Element).closest(".knob");
    // a finger that lands beside the knob wants to scroll the page
    if (event.button !== 0 || (!grip && event.pointerType === "touch")) return;
    if (!this.scene.allows("scores")) return;
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    this.#dragging = event.pointerId;
    event.preventDefault();
    this.querySelector<SVGElement>(".knob")?.focus({ preventScroll: true });
    this.#move(this.#pointed(event));
  };

  readonly #pointerMove = (event: PointerEvent): void => {
    if (event.pointerId === this.#dragging) this.#move(this.#pointed(event));
  };

  readonly #pointerLost = (): void => {
    this.#dragging = undefined;
  };

  readonly #keyDown = (event: KeyboardEvent): void => {
    const [low, high] = this.scene.declared.range;
    const by = keyedStep(event, low, high);
    if (by === undefined || !this.scene.allows("scores")) return;
    event.preventDefault();
    this.#move((this.scene.scores[this.scene.example]?.[this.scene.coordinate] ?? 0) + by);
  };
}
