import { html, nothing } from "lit";
import { catalog } from "../../engine/page-engine.js";
import { axes, BandScene, bandDeclarationFrom, places } from "../../scene/band-scene.js";
import { parsePoint } from "../../scene/run-text.js";
import { controlAccess } from "../../state/control-access.js";
import { svgPicture } from "../../take/svg-picture.js";
import type { NumberTable, Picture } from "../../take/takeable.js";
import { bandWords as words } from "../../words/band.js";
import { numberText } from "../../words/number-text.js";
import { figureText } from "../figure-text.js";
import { FollowingElement } from "../following-element.js";
import { guarded } from "../guarded.js";
import type { ElementName } from "../kinds.js";
import { OwnWidth } from "../own-width.js";
import { plainText, richText } from "../rich-text.js";
import { swatch } from "../swatch.js";
import { BandFrame, type BandLine, bandChart, bandLines, rowAt } from "./band-chart.js";

/**
 * `<fl-seed-band problem="linear_regression" data="line count=64" runs="gradient_descent
 * learning_rate=0.05 batch.size=1 as One example; gradient_descent learning_rate=0.05 as All"
 * steps="400" evaluations="8" seeds="20">`: the loss above the lowest of runs under many seeds, each
 * run as a band from its 10 % to its 90 % quantile with the median in it, against iterations or
 * against gradient evaluations, as the reader chooses; `against` is what is shown at first. `range`
 * are the ends of the vertical axis, `1e-4,100`; `show` as for fl-controls.
 */
export class SeedBand extends FollowingElement<BandScene> {
  static override properties = { show: {}, range: {} };
  declare show: string | undefined;
  declare range: string | undefined;
  readonly #width = new OwnWidth(this);
  #range: [number, number] | undefined;
  #frame: BandFrame | undefined;
  #dragging: number | undefined;

  protected override async findScene(): Promise<BandScene> {
    const key = this.getAttribute("scene") ?? (this.id || "band");
    return new BandScene(key, bandDeclarationFrom(this, await catalog));
  }

  protected override async prepare(): Promise<void> {
    if (this.range) {
      const [low = 0, high = 0] = parsePoint(this.range) ?? [];
      if (!(low > 0 && high > low)) {
        throw new Error(`range: got "${this.range}"; allowed: two numbers above 0, like 1e-4,100`);
      }
      this.#range = [low, high];
    }
    await super.prepare();
    const refused = this.scene.runs.find(({ table }) => !table)?.refused;
    if (refused) throw new Error(refused);
  }

  protected override controls() {
    const { againstKey, placeKey } = this.scene;
    return { title: words.title, controls: [{ key: againstKey, label: words.against }, placeKey] };
  }

  get #at(): number {
    return (this.scene.place / places) * this.scene.furthest;
  }

  override render() {
    const { scene } = this;
    const lines = bandLines(scene);
    const width = Math.max(260, this.#width.now);
    const height = Math.round(Math.min(380, Math.max(250, width * 0.48)));
    const frame = new BandFrame(lines, scene.furthest, this.#range, width, height);
    this.#frame = frame;
    const x = words[scene.against];
    return html`<figure class="band">
      ${guarded(scene.againstKey, () => this.#choice())}
      <svg class="chart band-chart" viewBox="0 0 ${width} ${height}" tabindex="0" role="slider" aria-label=${words.chart(x)}
        aria-valuemin="0" aria-valuemax=${places} aria-valuenow=${scene.place} aria-valuetext=${this.#said(lines)}
        aria-disabled=${!controlAccess.allows(scene.placeKey) ? "true" : nothing}
        @pointerdown=${this.#pointerDown} @pointermove=${this.#pointerMove} @lostpointercapture=${this.#pointerLost} @keydown=${this.#keyDown}>
        ${bandChart(frame, lines, this.#at, x)}</svg>
      ${this.#numbers(lines, x)}
      <fl-controls .scene=${scene} show=${this.show ?? nothing}></fl-controls>
      ${figureText(this, this.menu())}
      <p class="visually-hidden" role="status">${scene.busy ? nothing : this.#said(lines)}</p>
    </figure>`;
  }

  #choice() {
    const { scene } = this;
    return html`<fieldset class="option band-against"><legend>${words.against}</legend><div class="segments">${axes.map(
      (axis) => html`<label><input type="radio" name="${this.uid}-against" value=${axis}
        .checked=${axis === scene.against} @change=${() => scene.setAgainst(axis)}><span>${words[axis]}</span></label>`,
    )}</div></fieldset>`;
  }

  #numbers(lines: BandLine[], x: string) {
    const [name, median, range] = words.columns;
    return html`<table class="band-numbers"><caption>${words.at(words.cursor(x, numberText(this.#at, 4)))}</caption>
      <thead><tr><th scope="col">${name}</th><th scope="col">${median}</th><th scope="col">${range}</th></tr></thead>
      <tbody>${lines.map((line) => {
        const [middle, low, high] = this.#valuesAt(line);
        return html`<tr><th scope="row">${swatch(line.run.style)} <strong>${richText(line.run.label)}</strong></th>
          <td>${middle ?? words.over}</td><td>${middle === undefined ? nothing : words.range(low ?? "", high ?? "")}</td></tr>`;
      })}</tbody></table>`;
  }

  /** Median and the ends of the band at the cursor; nothing where the run has ended. */
  #valuesAt(line: BandLine): string[] {
    const row = rowAt(line, this.#at);
    if (row < 0) return [];
    return [line.median, line.low, line.high].map((one) => numberText(one[row] ?? Number.NaN, 3));
  }

  #said(lines: BandLine[]): string {
    const sentences = lines.map((line) => {
      const [median, low = "", high = ""] = this.#valuesAt(line);
      const name = plainText(line.run.label);
      return median === undefined ? `${name}: ${words.over}` : words.run(name, median, low, high);
    });
    return `${words.cursor(words[this.scene.against], numberText(this.#at, 4))}. ${sentences.join(". ")}.`;
  }

  #pointTo(event: PointerEvent): void {
    const box = this.querySelector(".band-chart")?.getBoundingClientRect();
    if (!box || !this.#frame) return;
    const pixel = ((event.clientX - box.left) / box.width) * this.#frame.width;
    this.scene.setPlace(places * this.#frame.shareAt(pixel));
  }

  readonly #pointerDown = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    // a finger may scroll the page from here, or move the cursor sideways
    if (event.pointerType !== "touch") event.preventDefault();
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    this.#dragging = event.pointerId;
    this.querySelector<SVGElement>(".band-chart")?.focus({ preventScroll: true });
    this.#pointTo(event);
  };

  readonly #pointerMove = (event: PointerEvent): void => {
    if (event.pointerId === this.#dragging) this.#pointTo(event);
  };

  readonly #pointerLost = (): void => {
    this.#dragging = undefined;
  };

  readonly #keyDown = (event: KeyboardEvent): void => {
    const { place } = this.scene;
    const far = event.shiftKey ? 10 : 1;
    const to = {
      ArrowRight: place + far,
      ArrowUp: place + far,
      ArrowLeft: place - far,
      ArrowDown: place - far,
      PageUp: place + 10,
      PageDown: place - 10,
      Home: 0,
      End: places,
    }[event.key];
    if (to === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    this.scene.setPlace(to);
  };

  picture(): Picture | undefined {
    const title = words.chart(words[this.scene.against]);
    return svgPicture(this.querySelector("svg.band-chart"), {
      legend: [...this.querySelectorAll("th:has(> svg.swatch)")].map((item) => ({
        swatch: item.querySelector<SVGSVGElement>("svg.swatch"),
        label: item.querySelector("strong")?.textContent?.trim() ?? "",
      })),
      title,
      description: this.getAttribute("description") ?? this.getAttribute("caption") ?? title,
    });
  }

  /** Every row of every run. */
  async numbers(): Promise<NumberTable | undefined> {
    const lines = bandLines(this.scene);
    const rows = Math.max(...lines.map(({ x }) => x.length));
    const parts = ["x", "low", "median", "high"] as const;
    const name = (part: (typeof parts)[number]) => (part === "x" ? this.scene.against : part);
    return {
      columns: lines.flatMap(({ run }) =>
        parts.map((part) => `${plainText(run.label)}: ${name(part)}`),
      ),
      rows: Array.from({ length: rows }, (_, row) =>
        lines.flatMap((line) => parts.map((part) => line[part][row] ?? Number.NaN)),
      ),
    };
  }
}

/** The elements of this part of the site. */
export const elements = {
  "fl-seed-band": SeedBand,
} satisfies Partial<Record<ElementName, CustomElementConstructor>>;
