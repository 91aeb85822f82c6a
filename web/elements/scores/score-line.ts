import { scaleLinear } from "d3-scale";
import { html, nothing, svg } from "lit";
import type { ScoredLoss } from "../../scene/score-scene.js";
import { controlAccess } from "../../state/control-access.js";
import { svgPicture } from "../../take/svg-picture.js";
import type { Picture } from "../../take/takeable.js";
import { numberText } from "../../words/number-text.js";
import { scoreWords } from "../../words/scores.js";
import { figureText } from "../figure-text.js";
import { lockedTitle } from "../guarded.js";
import { OwnWidth } from "../own-width.js";
import { ScoreElement } from "./score-element.js";
import { draggable, keyedStep } from "./score-keys.js";

const lane = 46;
const top = 34;
const left = 58;
const right = 16;

/**
 * `<fl-score-line scene="…">`: the scores of the selected example on one axis, a lane a class, with
 * the margin that the multiclass SVM loss keeps before the right class. Scores and margin are
 * dragged along the axis; what reaches into the margin is what the loss charges.
 */
export class ScoreLine extends ScoreElement {
  readonly #width = new OwnWidth(this);
  /** The pointer that drags, and what it moves: a class, or the margin. */
  #dragging: { pointer: number; handle: string } | undefined;

  get #scored(): ScoredLoss {
    const scored = this.scene.losses.find(({ loss }) => loss.name === "multiclass_svm");
    if (!scored) throw new Error("scene: its losses must include multiclass_svm");
    return scored;
  }

  get #margin(): number {
    const parameter = this.#scored.loss.parameters.find(({ name }) => name === "margin");
    return parameter ? this.scene.setting(this.#scored, parameter) : 0;
  }

  protected override async prepare(): Promise<void> {
    await super.prepare();
    void this.#scored;
  }

  get #x() {
    const width = Math.max(280, this.#width.now);
    return scaleLinear()
      .domain(this.scene.declared.range)
      .range([left, width - right]);
  }

  override render() {
    const { scene } = this;
    const scores = scene.scores[scene.example] ?? [];
    const own = scores[scene.label] ?? 0;
    const width = Math.max(280, this.#width.now);
    const bottom = top + lane * scores.length;
    const x = this.#x;
    const edge = own - this.#margin;
    const terms = this.#scored.answer?.table.columns.terms;
    const wall = Math.max(left, Math.min(width - right, x(edge)));
    return html`<figure class="score-line">
      <svg viewBox="0 0 ${width} ${bottom + 26}" role="group" aria-label=${scoreWords.line}
        @pointerdown=${this.#pointerDown} @pointermove=${this.#pointerMove} @lostpointercapture=${this.#pointerLost}>
        <rect class="charged" x=${wall} y=${top} width=${Math.max(0, width - right - wall)} height=${bottom - top}></rect>
        <g class="axis">${x.ticks(Math.max(4, width / 80)).map(
          (t) => svg`<line class="grid" x1=${x(t)} x2=${x(t)} y1=${top} y2=${bottom}></line>
            <text x=${x(t)} y=${bottom + 17} text-anchor="middle">${numberText(t, 4)}</text>`,
        )}</g>
        <line class="wall" x1=${wall} x2=${wall} y1=${top - 6} y2=${bottom}></line>
        <line class="margin" x1=${wall} x2=${x(own)} y1=${top - 10} y2=${top - 10}></line>
        <text class="margin-label" x=${Math.max(wall + 12, Math.min(width - right - 40, x(own) + 8))} y=${top - 6}>Δ ${numberText(this.#margin, 4)}</text>
        ${scores.map((score, k) => this.#lane(k, score, edge, terms?.[scene.example * scores.length + k]))}
        ${this.#handle("margin", wall, top - 10, scoreWords.margin, this.#margin, 0, 10)}
      </svg>
      ${figureText(this, this.menu())}
    </figure>`;
  }

  picture(): Picture | undefined {
    const title = scoreWords.line;
    const description = this.getAttribute("description") ?? this.getAttribute("caption") ?? title;
    return svgPicture(this.querySelector("svg"), { legend: [], title, description });
  }

  #lane(k: number, score: number, edge: number, term: number | undefined) {
    const { scene } = this;
    const x = this.#x;
    const y = top + lane * (k + 0.5);
    const isOwn = k === scene.label;
    const over = !isOwn && score > edge;
    const [low, high] = scene.declared.range;
    return svg`<g class="lane ${isOwn ? "right-class" : ""}">
      <text class="lane-name" x="4" y=${y} dy="0.32em">${scene.classes[k]}${isOwn ? " ✓" : ""}</text>
      <line class="rail" x1=${left} x2=${x.range()[1] ?? 0} y1=${y} y2=${y}></line>
      ${
        over
          ? svg`<line class="violation" x1=${Math.max(left, x(edge))} x2=${x(score)} y1=${y} y2=${y}></line>
        <text class="violation-label" x=${(Math.max(left, x(edge)) + x(score)) / 2} y=${y - 11} text-anchor="middle">${scene.revealed ? numberText(term ?? Number.NaN, 4) : "?"}</text>`
          : nothing
      }
      ${this.#handle(String(k), x(Math.max(low, Math.min(high, score))), y, scoreWords.scoreOf(scene.classes[k] ?? ""), score, low, high)}
    </g>`;
  }

  #handle(
    name: string,
    x: number,
    y: number,
    label: string,
    value: number,
    low: number,
    high: number,
  ) {
    const access = controlAccess.of(this.#keyOf(name));
    if (access === "hidden") return nothing;
    return svg`<g class="knob ${name === "margin" ? "margin-knob" : ""}" data-handle=${name} tabindex="0" role="slider" aria-label=${label}
      aria-disabled=${access === "locked" ? "true" : nothing}
      aria-valuemin=${low} aria-valuemax=${high} aria-valuenow=${value} aria-valuetext=${numberText(value, 4)}
      transform="translate(${x},${y})" @keydown=${(event: KeyboardEvent) => {
        const by = keyedStep(event, low, high);
        if (by === undefined || access !== "visible") return;
        event.preventDefault();
        // to the left the margin grows: the wall moves away from the right class
        const sideways = name === "margin" && /Left|Right/.test(event.key) ? -1 : 1;
        this.#set(name, draggable(value + sideways * by, low, high));
      }}>${lockedTitle(access)}<circle class="grip" r="20"></circle>${
        name === "margin"
          ? svg`<path class="ring" d="M-6,-7h12v8l-6,6l-6,-6z"></path>`
          : svg`<circle class="ring" r="8"></circle>`
      }</g>`;
  }

  /** The control that a handle is, for a teacher. */
  #keyOf(handle: string): string {
    const { key } = this.scene;
    return handle === "margin" ? `${key}.${this.#scored.key}.margin` : `${key}.scores`;
  }

  #set(handle: string, value: number): void {
    const { scene } = this;
    if (handle === "margin") scene.setSetting(this.#scored, "margin", value);
    else scene.setScore(scene.example, Number(handle), value);
  }

  #drag(event: PointerEvent): void {
    const box = this.querySelector("svg")?.getBoundingClientRect();
    if (!box || !this.#dragging) return;
    const { scene } = this;
    const [low, high] = scene.declared.range;
    const at = this.#x.invert(
      ((event.clientX - box.left) / box.width) * Math.max(280, this.#width.now),
    );
    const own = scene.scores[scene.example]?.[scene.label] ?? 0;
    if (this.#dragging.handle === "margin") this.#set("margin", draggable(own - at, 0, high - low));
    else this.#set(this.#dragging.handle, draggable(at, low, high));
  }

  readonly #pointerDown = (event: PointerEvent): void => {
    const knob = (event.target as Element).closest<SVGElement>(".knob");
    if (event.button !== 0 || !knob) return;
    if (!controlAccess.allows(this.#keyOf(knob.dataset.handle ?? ""))) return;
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    this.#dragging = { pointer: event.pointerId, handle: knob.dataset.handle ?? "" };
    event.preventDefault();
    knob.focus({ preventScroll: true });
  };

  readonly #pointerMove = (event: PointerEvent): void => {
    if (event.pointerId === this.#dragging?.pointer) this.#drag(event);
  };

  readonly #pointerLost = (): void => {
    this.#dragging = undefined;
  };
}
