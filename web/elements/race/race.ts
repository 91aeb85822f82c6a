import { html, nothing } from "lit";
import { catalog } from "../../engine/page-engine.js";
import { RaceScene } from "../../scene/race-scene.js";
import type { NumberTable, Picture } from "../../take/takeable.js";
import { raceWords as words } from "../../words/race.js";
import type { DescentPlot } from "../descent-plot.js";
import { figureText } from "../figure-text.js";
import type { ElementName } from "../kinds.js";
import { loadField } from "../load-field.js";
import { missingScripts } from "../missing-scripts.js";
import { OwnWidth } from "../own-width.js";
import { plainText } from "../rich-text.js";
import { SceneElement } from "../scene-element.js";
import { handleSceneKey } from "../scene-keys.js";
import { transportKey } from "../transport.js";
import { entrantTable, entrantTools, problemChoice, raceSummary } from "./entrant-table.js";

/**
 * `<fl-race scene="…" problem="booth" start="0,0" steps="100" rules="cost=evaluations"
 *   entrants="gradient_descent learning_rate=0.1; adam learning_rate=0.5; newton">`: methods side
 * by side on one function from one start. The reader chooses function, start, methods and their
 * settings, and what the race is measured in.
 *
 * - `entrants`, with semicolons between: methods with their settings, as `runs` of an fl-descent.
 * - `steps`: the budget, in what the race is measured in; `step` of it is shown at first.
 * - `rules`: settings of the analysis `race`: `cost`, `target`, and for fl-starts `count`, `seed`.
 * - `show`: settings in sight, as for fl-controls; the rules begin with `rules.`.
 * - `caption` or `description` say what is to be seen.
 */
export class Race extends SceneElement {
  static override properties = { show: {} };
  declare show: string | undefined;
  readonly #width = new OwnWidth(this);
  /** Fetched with the first search there is to show. */
  #searchView: typeof import("./tuning-view.js") | undefined;
  #searchViewAsked = false;

  protected override async prepare(): Promise<void> {
    await super.prepare();
    if (!(this.scene instanceof RaceScene)) {
      throw new Error('entrants: got nothing; allowed: "gradient_descent learning_rate=0.1; adam"');
    }
    await loadField(this.scene.field);
  }

  get #race(): RaceScene {
    return this.scene as RaceScene;
  }

  protected override controls() {
    const { key } = this.scene;
    const own = ["start", "problem", "methods", "tune"].map((name) => `${key}.${name}`);
    return { title: words.title, controls: [...own, transportKey(this.scene)] };
  }

  override render() {
    const scene = this.#race;
    const show = this.show ?? "rules.cost rules.budget rules.target";
    return html`<figure class="descent race" @keydown=${(event: KeyboardEvent) => handleSceneKey(event, scene)}>
      <div class="plots">
        <div><fl-descent-plot .scene=${scene} .field=${scene.field.now} lean></fl-descent-plot>
          <div class="figure-bar">${problemChoice(this.uid, scene)}${this.menu()}</div></div>
        <div class="side">
          ${entrantTable(this.uid, scene)}
          ${entrantTools(this.uid, scene)}
          <fl-trace .scene=${scene} quantities="loss" y="log" embedded></fl-trace>
        </div>
      </div>
      <fl-transport .scene=${scene}></fl-transport>
      <fl-controls .scene=${scene} show=${show}></fl-controls>
      <p class="race-note">${words.aboutCost[scene.cost]}${scene.cost === "time" ? this.#stepTimes() : nothing}</p>
      ${this.#searches()}
      <p class="visually-hidden" role="status">${scene.playing || !scene.revealed || scene.busy ? "" : raceSummary(scene)}</p>
      ${figureText(this)}
    </figure>`;
  }

  #searches() {
    const scene = this.#race;
    if (!scene.runs.some((run) => scene.tuning.of(run))) return nothing;
    if (!this.#searchViewAsked) void this.#fetchSearchView();
    return this.#searchView?.tuningView(scene, this.#width.now) ?? nothing;
  }

  async #fetchSearchView(): Promise<void> {
    this.#searchViewAsked = true;
    try {
      this.#searchView = await import("./tuning-view.js");
      this.requestUpdate();
    } catch {
      missingScripts.add("fl-race", () => this.#fetchSearchView());
    }
  }

  #stepTimes() {
    const scene = this.#race;
    const times = scene.runs.flatMap((run) => {
      const time = scene.clock.of(scene.specOf(run));
      return time === undefined ? [] : [`${plainText(run.label)}: ${words.stepTime(time)}`];
    });
    return html` <span class="step-times">${times.join("; ")}.</span>`;
  }

  picture(): Picture | undefined {
    const plot = this.querySelector<DescentPlot>("fl-descent-plot");
    const rows = [...this.querySelectorAll(".side .entrants tbody th")];
    return plot?.picture({
      legend: rows.map((row) => ({
        swatch: row.querySelector<SVGSVGElement>("svg.swatch"),
        label: row.querySelector("strong")?.textContent?.trim() ?? "",
      })),
      description: this.getAttribute("description") ?? raceSummary(this.#race),
    });
  }

  /** What is traced, at every tick of the race. */
  override async numbers(): Promise<NumberTable | undefined> {
    const { sceneNumbers } = await import("../../take/scene-numbers.js");
    const table = sceneNumbers(this.scene, await catalog);
    if (!table || this.#race.cost === "steps") return table;
    const [, ...columns] = table.columns;
    return { ...table, columns: [`${this.#race.cost}_tick`, ...columns] };
  }
}

/** The elements of this part of the site. */
export const elements = { "fl-race": Race } satisfies Partial<
  Record<ElementName, CustomElementConstructor>
>;
