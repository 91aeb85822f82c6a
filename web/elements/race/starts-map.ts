import { html, nothing, svg } from "lit";
import { FieldView } from "../../plots/field-view.js";
import type { Ink } from "../../plots/ink.js";
import { mark } from "../../plots/mark.js";
import { Plane } from "../../plots/plane.js";
import type { SeriesStyle } from "../../plots/series-style.js";
import type { RaceScene } from "../../scene/race-scene.js";
import type { StartRow } from "../../scene/race-starts.js";
import type { Picture } from "../../take/takeable.js";
import { raceWords as words } from "../../words/race.js";
import { CanvasFigure } from "../canvas-figure.js";
import { startText } from "./start-text.js";

/** The starts of a race on the contours of its function, each with the mark of its winner. */
export class StartsMap extends CanvasFigure {
  static override properties = { scene: { attribute: false }, styles: { attribute: false } };
  declare scene: RaceScene;
  /** Of the entrants that raced. */
  declare styles: readonly SeriesStyle[];
  #plane = new Plane([0, 1], [0, 1], 1, 1);
  #drawn = "";
  #field: unknown;

  protected override follows() {
    return [this.scene, this.scene.starts];
  }

  /** It is the same at every step of the race. */
  protected override ignores(): boolean {
    return this.scene.stepping;
  }

  protected override recoloured(): void {
    this.#drawn = "";
  }

  override render() {
    const { scene, styles } = this;
    const { starts, problem } = scene;
    const rows = starts.result?.rows ?? [];
    if (this.ownWidth.now === 0) return nothing;
    const size = Math.max(200, this.ownWidth.now);
    const plane = new Plane(problem.domain.x, problem.domain.y, size, size);
    this.#plane = plane;
    const r = rows.length > 300 ? 3 : rows.length > 120 ? 4 : 5;
    const selected = rows[starts.selected];
    const said = selected ? startText(starts.result, selected) : words.chooseStart;
    return html`<canvas></canvas>
      <svg viewBox="0 0 ${size} ${size}" role="slider" tabindex="0" aria-label=${words.map} aria-valuemin="0" aria-valuemax=${rows.length}
        aria-valuenow=${starts.selected + 1} aria-valuetext=${said} aria-disabled=${scene.allows("start") ? nothing : "true"}
        @keydown=${this.#key} @click=${this.#click}>
        ${rows.map((row) => this.#dot(row, plane, styles[row.winner], r))}
        ${
          selected
            ? svg`<circle class="chosen-start" cx=${plane.px(selected.x)} cy=${plane.py(selected.y)} r=${r + 5}></circle>`
            : nothing
        }
      </svg>`;
  }

  #dot({ x, y }: StartRow, plane: Plane, style: SeriesStyle | undefined, r: number) {
    const [px, py] = [plane.px(x), plane.py(y)];
    if (style) return mark(style, px, py, r);
    const cross = `M${-r},${-r}L${r},${r}M${-r},${r}L${r},${-r}`;
    return svg`<path class="nobody" d=${cross} transform="translate(${px.toFixed(1)},${py.toFixed(1)})"></path>`;
  }

  protected override updated(): void {
    const canvas = this.querySelector("canvas");
    const field = this.scene.field.now;
    const { width, height } = this.#plane;
    const key = `${width} ${devicePixelRatio}`;
    if (!canvas || !field || (key === this.#drawn && field === this.#field)) return;
    this.#drawn = key;
    this.#field = field;
    const ratio = Math.min(2, devicePixelRatio);
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
    const context = canvas.getContext("2d");
    if (!context) return;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    this.#ink(context);
  }

  #ink(ink: Ink): void {
    const field = this.scene.field.now;
    if (!field) return;
    FieldView.of(field).draw(ink, this.#plane.width, this.#plane.height, {
      low: this.colour("--field-low"),
      high: this.colour("--field-high"),
      line: this.colour("--field-line"),
    });
  }

  /** The map as it is now, for the reader to take along. */
  picture(about: Pick<Picture, "legend" | "description">): Picture | undefined {
    const overlay = this.querySelector("svg");
    if (!overlay) return undefined;
    const { width, height } = this.#plane;
    const layers = [(ink: Ink) => this.#ink(ink), overlay];
    return { ...about, width, height, title: words.map, layers };
  }

  readonly #click = (event: MouseEvent): void => {
    const { starts } = this.scene;
    if (!this.scene.allows("start")) return;
    const box = this.getBoundingClientRect();
    const scale = this.#plane.width / box.width;
    const [px, py] = [(event.clientX - box.left) * scale, (event.clientY - box.top) * scale];
    const rows = starts.result?.rows ?? [];
    const distances = rows.map(({ x, y }) =>
      Math.hypot(this.#plane.px(x) - px, this.#plane.py(y) - py),
    );
    const nearest = Math.min(...distances);
    if (nearest < 24) starts.select(distances.indexOf(nearest));
  };

  readonly #key = (event: KeyboardEvent): void => {
    const { starts } = this.scene;
    if (!this.scene.allows("start")) return;
    const last = (starts.result?.rows.length ?? 0) - 1;
    const places: Record<string, number> = {
      ArrowLeft: starts.selected - 1,
      ArrowDown: starts.selected - 1,
      ArrowRight: starts.selected + 1,
      ArrowUp: starts.selected + 1,
      Home: 0,
      End: last,
    };
    const place = places[event.key];
    const row = starts.result?.rows[starts.selected];
    if (place !== undefined) starts.select(Math.max(0, place));
    else if (event.key === "Enter" && row) this.scene.setStart([row.x, row.y]);
    else return;
    event.preventDefault();
  };
}
