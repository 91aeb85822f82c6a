import { html, nothing, svg } from "lit";
import { engine, isSuperseded } from "../../engine/page-engine.js";
import { type Field, FieldView } from "../../plots/field-view.js";
import type { Ink } from "../../plots/ink.js";
import { levelPath } from "../../plots/level-path.js";
import { Plane } from "../../plots/plane.js";
import { Recomputation } from "../../scene/recomputation.js";
import type { SettingGroup } from "../../scene/setting-group.js";
import type { TableScene } from "../../scene/table-scene.js";
import { Store } from "../../state/store.js";
import { curvatureWords } from "../../words/curvature.js";
import { numberText } from "../../words/number-text.js";
import { CanvasFigure } from "../canvas-figure.js";

const words = curvatureWords.matrix;
const gridPoints = 61;
/** The window of the form, the same for both coordinates. */
const range = [-2, 2] as const;

/** The entries alone of what can be set: what the scene judges by is not the reader's to change. */
class Entries extends Store {
  readonly #scene: TableScene;

  constructor(scene: TableScene) {
    super();
    this.#scene = scene;
    scene.subscribe(() => this.changed());
  }

  get key(): string {
    return this.#scene.key;
  }

  settingGroups(): SettingGroup[] {
    return this.#scene.settingGroups().filter(({ key }) => key === "problem");
  }
}

/**
 * The 2×2 matrix of a quadratic form whose critical point a scene's table judges: its entries, the
 * level lines it makes with its eigenvectors, and both verdicts. Drawn by fl-slip.
 */
export class MatrixShape extends CanvasFigure {
  static override properties = { scene: { attribute: false }, other: { attribute: false } };
  /** Judged as printed, by the diagonal; the settings of both are the same. */
  declare scene: TableScene;
  /** Judged by the eigenvalues. */
  declare other: TableScene;
  #entries: Entries | undefined;
  #field: Field | undefined;
  #vectors: number[] = [];
  #asked = "";
  #drawn: unknown[] = [];
  readonly #pictures = new Recomputation(() => this.#ask());
  #unfollow: (() => void) | undefined;

  protected override follows() {
    return [this.scene, this.other];
  }

  protected override recoloured(): void {
    this.#drawn = [];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#entries ??= new Entries(this.scene);
    this.#unfollow = this.scene.subscribe(() => this.#pictures.schedule());
    this.#pictures.schedule();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unfollow?.();
  }

  #entry(name: string): number {
    const [group] = this.scene.settingGroups();
    const usual = group?.parameters.find((one) => one.name === name)?.default;
    return Number(group?.settings[name] ?? usual);
  }

  async #ask(): Promise<void> {
    const settings = { a: this.#entry("a"), b: this.#entry("b"), d: this.#entry("d") };
    const asked = JSON.stringify(settings);
    if (asked === this.#asked) return;
    this.#asked = asked;
    const problem = { name: "quadratic_form", settings };
    const axis = [...range, gridPoints] as const;
    try {
      const [values, { columns }] = await Promise.all([
        engine.call("field", { problem, x: axis, y: axis }),
        engine.call("analyse", { problem, analysis: { name: "spectrum" } }),
      ]);
      this.#field = { values, columns: gridPoints, rows: gridPoints };
      this.#vectors = [...(columns.eigenvector ?? [])];
      this.requestUpdate();
    } catch (error) {
      // an entry that is refused is said so beside its slider; the last good picture stays
      if (!isSuperseded(error) && !(error instanceof Error)) throw error;
    }
  }

  override render() {
    const size = Math.max(160, Math.min(340, Math.round(this.ownWidth.now || 300)));
    const plane = new Plane(range, range, size, size);
    const { scene } = this;
    const number = (name: string) => scene.number(name, 0);
    const [low, high] = [number("smallest_eigenvalue"), number("largest_eigenvalue")];
    const verdicts = [this.other, scene].map((one) => one.number("verdict", 0));
    const rows = [
      ["a", "b"],
      ["b", "d"],
    ];
    return html`<div class="matrix-shape">
      <div class="matrix-square"><canvas></canvas>
        <svg viewBox="0 0 ${size} ${size}" role="img" aria-label=${words.plot}>${this.#levels(plane)}${this.#axes(plane, [low, high])}</svg></div>
      <div class="matrix-numbers">
        <table class="matrix-entries" aria-label=${words.title}><tbody>${rows.map(
          (row) =>
            html`<tr>${row.map((name) => html`<td>${numberText(this.#entry(name), 4)}</td>`)}</tr>`,
        )}</tbody></table>
        <dl>
          <dt>${words.byEigenvalues}</dt>
          <dd><output>${numberText(low, 4)}</output>, <output>${numberText(high, 4)}</output>: <strong>${words.verdict(verdicts[0] ?? Number.NaN)}</strong></dd>
          <dt>${words.byDiagonal}</dt>
          <dd><output>${numberText(this.#entry("a"), 4)}</output>, <output>${numberText(this.#entry("d"), 4)}</output>: <strong>${words.verdict(verdicts[1] ?? Number.NaN)}</strong></dd>
        </dl>
        <p role="status">${verdicts[0] === verdicts[1] ? words.agree : words.differ}</p>
      </div></div>
      <fl-controls .scene=${this.#entries} show="problem.a problem.b problem.d"></fl-controls>`;
  }

  /** Level lines, evenly spaced along every direction; those below zero are dotted. */
  #levels(plane: Plane) {
    const field = this.#field;
    if (!field) return nothing;
    const most = field.values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    const heights = [1, 2, 3, 4].map((k) => most * (k / 5) ** 2);
    const path = (levels: number[]) =>
      levels.map((level) => levelPath(field, level, plane)).join("");
    return svg`<path class="matrix-level" d=${path(heights)}></path>
      <path class="matrix-level below" d=${path(heights.map((height) => -height))}></path>`;
  }

  /** The directions of the eigenvectors; along those the form curves down they are dashed. */
  #axes(plane: Plane, eigenvalues: number[]) {
    return eigenvalues.map((value, i) => {
      const [u = 0, v = 0] = this.#vectors.slice(2 * i, 2 * i + 2);
      const reach = 1.7;
      const d = `M${plane.px(-reach * u)},${plane.py(-reach * v)}L${plane.px(reach * u)},${plane.py(reach * v)}`;
      const [x, y] = [plane.px(1.45 * u), plane.py(1.45 * v)];
      return svg`<g class="matrix-axis"><path class=${value < 0 ? "down" : "up"} d=${d}></path>
        <text class="matrix-value" x=${x} y=${y - 6} text-anchor="middle">${numberText(value)}</text></g>`;
    });
  }

  protected override updated(): void {
    const canvas = this.querySelector("canvas");
    const size = canvas?.clientWidth ?? 0;
    const key = [this.#field, size, devicePixelRatio];
    if (!canvas || !this.#field || size === 0 || key.every((one, i) => one === this.#drawn[i]))
      return;
    this.#drawn = key;
    const ratio = Math.min(2, devicePixelRatio);
    canvas.width = canvas.height = Math.round(size * ratio);
    const context = canvas.getContext("2d");
    context?.setTransform(ratio, 0, 0, ratio, 0, 0);
    if (context) this.#ink(context, size);
  }

  #ink(ink: Ink, size: number): void {
    if (!this.#field) return;
    FieldView.of(this.#field).draw(ink, size, size, {
      low: this.colour("--field-low"),
      high: this.colour("--field-high"),
      line: this.colour("--field-line"),
    });
  }
}
