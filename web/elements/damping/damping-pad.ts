import { html, nothing } from "lit";
import { quantityStyles } from "../../plots/series-style.js";
import { DampingScene, regimes } from "../../scene/damping-scene.js";
import { svgPicture } from "../../take/svg-picture.js";
import type { Picture } from "../../take/takeable.js";
import { dampingWords as words } from "../../words/damping.js";
import { numberText } from "../../words/number-text.js";
import { figureText } from "../figure-text.js";
import { guarded } from "../guarded.js";
import type { ElementName } from "../kinds.js";
import { loadField } from "../load-field.js";
import { parameterSlider } from "../parameter-slider.js";
import { SceneElement } from "../scene-element.js";
import { handleSceneKey } from "../scene-keys.js";
import { swatch } from "../swatch.js";
import { transportKey } from "../transport.js";
import { DampingChart } from "./damping-chart.js";
import { DampingPlane } from "./damping-plane.js";
import { modeLegend } from "./mode-legend.js";

/**
 * `<fl-damping-pad problem="quadratic" runs="momentum learning_rate=0.04 beta=0.7" steps="60">`:
 * learning rate times curvature against β as a plane, coloured by what momentum does there and how
 * fast. Every eigen-direction of the problem is a mark on it; dragging one sets learning rate and
 * β, and the run and its way along each eigenvector follow. `show` names settings of the problem in
 * sight, as for fl-controls; `caption` or `description` say what is to be seen.
 */
export class DampingPad extends SceneElement {
  static override properties = { show: {} };
  declare show: string | undefined;
  declare protected scene: DampingScene;

  protected override quantities(): string[] {
    return ["gradient", "velocity", "delta"];
  }

  protected override async prepare(): Promise<void> {
    await super.prepare();
    if (!(this.scene instanceof DampingScene)) {
      throw new Error("scene: the fl-damping-pad has to come first of all that share it");
    }
    if (this.scene.problem.dimension !== 2) {
      throw new Error(`problem: got "${this.scene.problem.name}"; allowed: one in two dimensions`);
    }
    if (this.scene.modes.length === 0) {
      const got = this.scene.problem.name;
      throw new Error(`problem: got "${got}"; allowed: one whose minimum and curvature are known`);
    }
    await loadField(this.scene.field);
  }

  get #bestKey(): string {
    return `${this.scene.key}.best`;
  }

  protected override controls() {
    const { scene } = this;
    return {
      title: words.title,
      controls: [
        `${scene.key}.start`,
        transportKey(scene),
        ...this.#sliders().map(({ key }) => key),
        { key: this.#bestKey, label: words.best },
      ],
    };
  }

  /** Those of the steered run, and of the problem those of `show`. */
  #sliders() {
    const { scene } = this;
    const shown = (this.show ?? "").split(/\s+/);
    return scene.settingGroups().flatMap((group) =>
      group.parameters
        .filter(({ name }) =>
          group.key === scene.steered.key
            ? name === "learning_rate" || name === "beta"
            : group.key === "problem" && shown.includes(`problem.${name}`),
        )
        .map((parameter) => ({
          key: `${scene.key}.${group.key}.${parameter.name}`,
          view: () =>
            parameterSlider(
              `${this.uid}-${group.key}-${parameter.name}`,
              parameter,
              group.settings[parameter.name] ?? parameter.default,
              (value) => group.set(parameter.name, value),
            ),
        })),
    );
  }

  override render() {
    const { scene } = this;
    const sliders = this.#sliders();
    return html`<figure class="damping" @keydown=${(event: KeyboardEvent) => handleSceneKey(event, scene)}>
      <div class="damping-plots">
        <div class="damping-pad"><fl-damping-plane .scene=${scene}></fl-damping-plane>${this.#key()}</div>
        <div class="damping-run"><fl-descent-plot .scene=${scene} .field=${scene.field.now}></fl-descent-plot>${this.#rates()}${this.#modes()}</div>
        <div class="damping-modes"><fl-damping-chart .scene=${scene}></fl-damping-chart></div>
      </div>
      <fl-transport .scene=${scene}></fl-transport>
      <div class="controls"><div class="in-sight"><div class="control-group">
        ${sliders.map(({ key, view }) => guarded(key, view))}
        ${guarded(
          [this.#bestKey, ...scene.settingKeys],
          () =>
            html`<div class="damping-best"><button type="button" title=${words.bestTitle} ?disabled=${!scene.best} @click=${() => scene.steerToBest()}>${words.best}</button></div>`,
        )}
        ${scene.steered.refused ? html`<p class="refused" role="alert">${scene.steered.refused}</p>` : nothing}
      </div></div></div>
      ${figureText(this, this.menu())}
      <p class="visually-hidden" role="status">${scene.busy || scene.playing ? nothing : this.#summary()}</p>
    </figure>`;
  }

  #key() {
    return html`<p class="damping-hint">${this.scene.speaksOfRun ? words.hint : words.otherForm} ${words.darker}</p>
      <ul class="damping-key" aria-label=${words.key}>${regimes.map(
        (regime) =>
          html`<li><span class="regime-swatch ${regime}"></span><span><strong>${words.regimes[regime]}</strong> ${words.meanings[regime]}</span></li>`,
      )}</ul>`;
  }

  /** The rate that the slowest direction promises, and that of the run. */
  #rates() {
    const { scene } = this;
    const rates: [string, number | undefined][] = [
      [words.predicted, scene.speaksOfRun ? scene.predicted : undefined],
      [words.measured, scene.revealed ? scene.measured : undefined],
    ];
    return html`<dl class="damping-rates">${rates.map(
      ([name, rate]) =>
        html`<div><dt>${name}</dt><dd>${rate === undefined ? words.none : numberText(rate, 3)}</dd></div>`,
    )}</dl>`;
  }

  #modes() {
    const { scene } = this;
    const styles = quantityStyles(scene.modes.length);
    return html`<table class="damping-table" aria-label=${words.modes}><thead><tr>${words.columns.map(
      (column) => html`<th scope="col">${column}</th>`,
    )}</tr></thead><tbody>${scene.modes.map(
      ({ eigenvalue, stepCurvature, regime, rate }, i) =>
        html`<tr><th scope="row">${swatch(styles[i])} ${numberText(eigenvalue, 3)}</th>
          <td>${numberText(stepCurvature, 3)}</td>
          <td>${scene.speaksOfRun ? words.regimes[regime] : words.none}</td>
          <td>${scene.speaksOfRun ? numberText(rate, 3) : words.none}</td></tr>`,
    )}</tbody></table>`;
  }

  #summary(): string {
    const { scene } = this;
    const modes = scene.modes.map(({ eigenvalue, regime, rate }) =>
      words.mode(numberText(eigenvalue, 3), words.regimes[regime], numberText(rate, 3)),
    );
    const measured = scene.measured === undefined ? words.none : numberText(scene.measured, 3);
    return words.summary(modes, numberText(scene.predicted, 3), measured);
  }

  picture(): Picture | undefined {
    return svgPicture(this.querySelector<SVGSVGElement>("svg.damping-sheet"), {
      legend: modeLegend(this),
      title: words.plane,
      description: this.getAttribute("description") ?? this.#summary(),
    });
  }
}

/** The elements of this part of the site, those that others contain first. */
export const elements = {
  "fl-damping-chart": DampingChart,
  "fl-damping-plane": DampingPlane,
  "fl-damping-pad": DampingPad,
} satisfies Partial<Record<ElementName, CustomElementConstructor>>;
