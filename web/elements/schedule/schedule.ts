import { html, nothing } from "lit";
import type { PieceShape, Quantity } from "../../../wasm/engine/types.js";
import { catalog } from "../../engine/page-engine.js";
import { seriesStyles } from "../../plots/series-style.js";
import { Pieces, parsePieces, piecesText } from "../../scene/pieces.js";
import { type SceneRun, scheduleKey } from "../../scene/scene.js";
import { controlAccess } from "../../state/control-access.js";
import { legendIn, svgPicture } from "../../take/svg-picture.js";
import type { Picture } from "../../take/takeable.js";
import { words as pageWords } from "../../words/en.js";
import { numberText } from "../../words/number-text.js";
import { scheduleWords as words } from "../../words/schedule.js";
import { figureText } from "../figure-text.js";
import { guarded } from "../guarded.js";
import type { ElementName } from "../kinds.js";
import { OwnWidth } from "../own-width.js";
import { plainText, richText } from "../rich-text.js";
import { SceneElement } from "../scene-element.js";
import { swatch } from "../swatch.js";
import { transportKey } from "../transport.js";
import { pieceList } from "./piece-list.js";
import { rateChart, rateFrame } from "./rate-chart.js";
import { ScheduleHands } from "./schedule-hands.js";

/** A schedule to begin with, as its author has written it. */
interface Preset {
  label: string;
  pieces: string;
}

/**
 * `<fl-schedule scene="build" problem="noisy_bowl" steps="200" quantities="expected_loss"
 * runs="gradient_descent learning_rate=1 schedule=pieces schedule.pieces=constant:200:1 as Yours;
 * gradient_descent learning_rate=1 schedule=constant as Constant">`: the schedule of the run that
 * has `schedule=pieces`, put together by dragging, typing and keys, above what comes of it; the
 * other runs are there to compare. `<ul class="presets"><li data-pieces="…">` offers schedules to
 * begin with; `show` names the settings in sight, as for fl-controls.
 */
export class ScheduleBuilder extends SceneElement {
  static override properties = {
    show: {},
    quantitiesText: { attribute: "quantities" },
    fault: { state: true },
  };
  declare show: string | undefined;
  declare quantitiesText: string | undefined;
  /** What is wrong with what was typed. */
  declare fault: string;
  #shapes: PieceShape[] = [];
  #presets: Preset[] = [];
  #known: readonly Quantity[] = [];
  readonly #width = new OwnWidth(this);
  readonly #hands = new ScheduleHands(this);
  /** The top of the chart while an end is dragged: the axis must not move under the finger. */
  #heldTop: number | undefined;

  constructor() {
    super();
    this.fault = "";
  }

  protected override quantities(): string[] {
    return this.#names;
  }

  protected override async prepare(): Promise<void> {
    this.#presets = [...this.querySelectorAll<HTMLElement>(":scope > .presets > li")].map(
      ({ textContent, dataset }) => ({ label: textContent ?? "", pieces: dataset.pieces ?? "" }),
    );
    const all = await catalog;
    this.#shapes = all.pieceShapes ?? [];
    await super.prepare();
    await this.scene.caughtUp(); // the legend has what is wanted here, and takes its room
    if (!this.scene.runs.some(isOwn)) {
      const got = this.getAttribute("runs") ?? "nothing";
      throw new Error(`runs: got "${got}"; allowed: one of them with schedule=pieces`);
    }
    for (const { label, pieces } of this.#presets) {
      if (parsePieces(pieces, this.#shapes)) continue;
      throw new Error(`data-pieces of "${label}": got "${pieces}"; allowed: shape:length:from:to`);
    }
    this.#known = [...all.stepQuantities, ...all.derivations.flatMap((one) => one.quantities)];
  }

  get own(): SceneRun {
    return this.scene.runs.find(isOwn) as SceneRun;
  }

  /** What a teacher locks the whole schedule by. */
  get piecesKey(): string {
    return `${this.scene.key}.${scheduleKey(this.own)}.pieces`;
  }

  get pieces(): Pieces {
    const { settings, offered } = this.own.schedule ?? {};
    const usual = offered?.texts.find(({ name }) => name === "pieces")?.default ?? "";
    const text = String(settings?.pieces ?? usual);
    return new Pieces(parsePieces(text, this.#shapes) ?? [], this.#shapes);
  }

  /** Takes other pieces; what a drag asks for is not yet in the address. */
  take(pieces: Pieces): void {
    this.fault = "";
    this.scene.setScheduleSetting(this.own, "pieces", piecesText(pieces.all));
  }

  get steps(): number {
    return this.scene.steps;
  }

  /** The learning rate that shares are of. */
  get base(): number {
    const { parameters } = this.own.method;
    const parameter = parameters.find(({ name }) => name === "learning_rate");
    return parameter ? this.scene.value(this.own, parameter) : 1;
  }

  get #names(): string[] {
    return (this.quantitiesText ?? "loss").split(/\s+/).filter(Boolean);
  }

  protected override controls() {
    const { key } = this.scene;
    return {
      title: words.rate,
      controls: [
        { key: this.piecesKey, label: words.list },
        transportKey(this.scene),
        `${key}.table`,
      ],
    };
  }

  /** Largest share on the chart. */
  get top(): number {
    if (this.#heldTop !== undefined) return this.#heldTop;
    const shares = this.pieces.all.flatMap(({ from, to }) => [from, to]);
    return Math.max(1, ...shares) * 1.15;
  }

  hold(held: boolean): void {
    this.#heldTop = held ? this.top : undefined;
    if (!held) this.requestUpdate();
  }

  get frame() {
    const width = Math.max(240, this.#width.now);
    return rateFrame(this.scene, { width, height: 200, top: this.top * this.base });
  }

  override render() {
    const { scene } = this;
    const access = controlAccess.of(this.piecesKey);
    const styles = seriesStyles(scene.runs);
    return html`<figure class="schedule">
      <p class="chart-title">${words.rate}</p>
      <div class="rate-sheet" @pointerdown=${this.#hands.pointerDown} @pointermove=${this.#hands.pointerMove}
        @lostpointercapture=${this.#hands.pointerLost} @touchstart=${this.#hands.touchStart} @keydown=${this.#hands.keyDown}>
        ${rateChart(scene, this.frame, access === "visible" || access === "locked" ? { pieces: this.pieces, base: this.base, locked: access === "locked" } : undefined)}
      </div>
      ${access === "visible" ? html`<p class="schedule-hint">${words.hint}</p>` : nothing}
      <ul class="runs">${scene.runs.map(
        (run, i) =>
          html`<li>${swatch(styles[i])}<strong>${richText(run.label)}</strong> <span class="verdict">${scene.revealed ? this.#result(run) : pageWords.descent.hidden}</span></li>`,
      )}</ul>
      <fl-trace .scene=${scene} quantities=${this.#names.join(" ")} y="log" embedded></fl-trace>
      <fl-transport .scene=${scene}></fl-transport>
      ${guarded(this.piecesKey, () =>
        pieceList({
          uid: this.uid,
          pieces: this.pieces,
          shapes: this.#shapes,
          presets: this.#presets,
          steps: scene.steps,
          fault: this.fault || this.own.refused || "",
          take: (pieces) => this.take(pieces),
          takePreset: (text) =>
            this.take(new Pieces(parsePieces(text, this.#shapes) ?? [], this.#shapes)),
          refuse: (fault) => {
            this.fault = fault;
          },
          focus: (...selectors) => void this.keepFocus(...selectors),
        }),
      )}
      <fl-controls .scene=${scene} show=${this.show ?? "learning_rate"}></fl-controls>
      ${figureText(this, this.menu())}
      <p class="visually-hidden" role="status">${scene.playing || !scene.revealed || scene.busy ? "" : this.#summary()}</p>
    </figure>`;
  }

  /** The first of the quantities at the selected step. */
  #result(run: SceneRun): string {
    const [name = "loss"] = this.#names;
    const values = run.traces[name];
    if (!values) return "";
    const t = Math.min(this.scene.step, values.length - 1);
    const meaning = this.#known.find((one) => one.name === name)?.name.replaceAll("_", " ") ?? name;
    const what = meaning.charAt(0).toUpperCase() + meaning.slice(1);
    return words.result(what, numberText(values[t] ?? Number.NaN, 3), t);
  }

  #summary(): string {
    return this.scene.runs.map((run) => `${plainText(run.label)}: ${this.#result(run)}`).join(" ");
  }

  picture(): Picture | undefined {
    return svgPicture(this.querySelector("svg.rate-chart"), {
      legend: legendIn(this),
      title: words.rate,
      description: this.getAttribute("description") ?? this.getAttribute("caption") ?? words.chart,
    });
  }
}

function isOwn(run: SceneRun): boolean {
  return run.schedule?.entry.name === "pieces";
}

/** The elements of this part of the site. */
export const elements = {
  "fl-schedule": ScheduleBuilder,
} satisfies Partial<Record<ElementName, CustomElementConstructor>>;
