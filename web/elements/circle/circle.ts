import { html, nothing } from "lit";
import { unsafeHTML } from "lit/directives/unsafe-html.js";
import { symbolMathml } from "../../engine/page-math.js";
import { SceneField } from "../../scene/scene-field.js";
import { legendIn } from "../../take/svg-picture.js";
import type { Picture } from "../../take/takeable.js";
import { circleWords as words } from "../../words/circle.js";
import { numberText } from "../../words/number-text.js";
import { figureText } from "../figure-text.js";
import type { ElementName } from "../kinds.js";
import { loadField } from "../load-field.js";
import { swatch } from "../swatch.js";
import { TableElement } from "../table-element.js";
import { CirclePlot, planeStyle, valueStyle } from "./circle-plot.js";

/**
 * `<fl-circle analysis="small_circle" problem="booth" start="-4,2" settings="radius=1">`: a
 * point of a problem in two dimensions with a circle around it. Inside, the level lines of the
 * linear model; on it, the best step by the model (against the gradient), the best one there is,
 * and a direction that the reader turns. It is the selected row of the table, so that a chart or
 * a derivation of the same scene follows. `window`, `show`, `caption` as for fl-descent.
 */
export class Circle extends TableElement {
  static override properties = { ...TableElement.properties, show: {} };
  declare show: string | undefined;
  #field!: SceneField;

  protected override async prepare(): Promise<void> {
    await super.prepare();
    const { scene } = this;
    const { analysis, problem } = scene.declared;
    if (analysis.name !== "small_circle") {
      throw new Error(`analysis: got "${analysis.name}"; allowed: small_circle`);
    }
    if (problem?.dimension !== 2) {
      throw new Error(`problem: got "${problem?.name}"; allowed: one in two dimensions`);
    }
    if (!scene.start) throw new Error("start: got none; allowed: two numbers, like -4,2");
    this.#field = new SceneField(
      {
        key: scene.key,
        problem,
        get problemSettings() {
          return scene.problemSettings;
        },
        subscribe: (told) => scene.subscribe(told),
      },
      () => this.requestUpdate(),
    );
    await loadField(this.#field);
  }

  protected override controls() {
    const { startKey, key, declared } = this.scene;
    return {
      title: declared.analysis.title,
      controls: [startKey, { key: `${key}.row`, label: words.direction.split(";")[0] as string }],
    };
  }

  override render() {
    const { scene } = this;
    const summary = this.#outcome();
    return html`<figure class="circle">
      <div class="circle-plots">
        <fl-circle-plot .scene=${scene} .field=${this.#field.now}></fl-circle-plot>
        <div class="circle-side">${this.#numbers()}
          <p class="circle-rate">${unsafeHTML(symbolMathml("circlerate"))} = <output>${this.#text("implied_rate")}</output> <span>${words.rate}</span></p>
          <p class="circle-outcome">${summary}</p>
          ${this.#key()}
          <fl-controls .scene=${scene} show=${this.show ?? "radius"}></fl-controls>
          <p class="circle-hint">${words.hint}</p></div>
      </div>
      ${figureText(this, this.menu())}
      <p class="visually-hidden" role="status">${scene.busy ? nothing : summary}</p>
    </figure>`;
  }

  #text(quantity: string): string {
    const { scene } = this;
    return numberText(scene.number(quantity, scene.row), 4);
  }

  #numbers() {
    const own = words.own(words.degrees(this.#text("angle")));
    const rows = [
      { place: words.here, plane: "value_here", value: "value_here" },
      { place: own, plane: "model", value: "value_there" },
      { place: words.best, plane: "best_model", value: "value_at_best" },
      { place: words.lowest, plane: "lowest_model", value: "lowest_value" },
    ];
    return html`<table class="circle-numbers"><caption class="visually-hidden">${words.numbers}</caption>
      <thead><tr><td></td><th scope="col">${swatch(planeStyle)} ${words.plane}</th><th scope="col">${swatch(valueStyle)} ${words.value}</th></tr></thead>
      <tbody>${rows.map(
        ({ place, plane, value }) =>
          html`<tr><th scope="row">${place}</th><td>${this.#text(plane)}</td><td>${this.#text(value)}</td></tr>`,
      )}</tbody></table>`;
  }

  #key() {
    const items = [
      { style: planeStyle, text: words.keyBest },
      { style: valueStyle, text: words.keyLowest },
    ];
    return html`<ul class="circle-key" aria-label=${words.key}>${items.map(
      ({ style, text }) =>
        html`<li>${swatch({ ...style, dash: [100] })}<strong>${text}</strong></li>`,
    )}<li><svg class="swatch" viewBox="0 0 34 14" width="34" height="14" aria-hidden="true"><path class="plane-lines ${planeStyle.className}" d="M1,2H33M1,7H33M1,12H33"></path></svg><strong>${words.keyPlane}</strong></li></ul>`;
  }

  /** What has come of following the plane. */
  #outcome(): string {
    const { scene } = this;
    const at = (name: string) => scene.number(name, scene.row);
    if (Number.isNaN(at("implied_rate"))) return words.flat;
    const share = at("descent_share");
    if (Number.isNaN(share)) return words.nothingLower;
    if (share <= 0) return words.climbs;
    return words.share(numberText(100 * share, 3));
  }

  picture(): Picture | undefined {
    const description = this.getAttribute("description") ?? this.#outcome();
    return this.querySelector<CirclePlot>("fl-circle-plot")?.picture({
      legend: legendIn(this),
      description,
    });
  }
}

/** The elements of this part of the site, those that others contain first. */
export const elements = {
  "fl-circle-plot": CirclePlot,
  "fl-circle": Circle,
} satisfies Partial<Record<ElementName, CustomElementConstructor>>;
