import { html, nothing } from "lit";
import { seriesStyles } from "../../plots/series-style.js";
import { RaceScene } from "../../scene/race-scene.js";
import type { StartsResult } from "../../scene/race-starts.js";
import type { NumberTable, Picture } from "../../take/takeable.js";
import { raceWords as words } from "../../words/race.js";
import { figureText } from "../figure-text.js";
import { guarded } from "../guarded.js";
import type { ElementName } from "../kinds.js";
import { loadField } from "../load-field.js";
import { plainText } from "../rich-text.js";
import { SceneElement } from "../scene-element.js";
import { standingsOf, standingsTable } from "./standings-table.js";
import { startText } from "./start-text.js";
import { StartsMap } from "./starts-map.js";

/**
 * `<fl-starts scene="…">`: the race of the scene from many starts that are drawn from a seed: a
 * map of the starts with the mark of each winner, and a table of how often each method wins, how
 * often it arrives and at what cost. `caption` or `description` say what is to be seen.
 */
export class Starts extends SceneElement {
  protected override async prepare(): Promise<void> {
    await super.prepare();
    if (!(this.scene instanceof RaceScene))
      throw new Error("scene: allowed only that of an fl-race");
    await loadField(this.scene.field);
    const { starts } = this.scene;
    starts.subscribe(() => this.requestUpdate());
    starts.follow();
  }

  get #race(): RaceScene {
    return this.scene as RaceScene;
  }

  protected override controls() {
    return { title: words.starts, controls: [`${this.scene.key}.standings`] };
  }

  /** It is the same at every step of the race. */
  protected override ignores(): boolean {
    return this.scene.stepping;
  }

  override render() {
    const scene = this.#race;
    const { starts } = scene;
    const { result, running } = starts;
    const styles = result ? seriesStyles(result.entrants) : [];
    return html`<figure class="race-starts" aria-busy=${running ? "true" : "false"}>
      <div class="starts-columns">
        <div class="starts-place"><fl-starts-map .scene=${scene} .styles=${scene.revealed ? styles : []}></fl-starts-map></div>
        <div class="side">
          ${this.#progress()}
          ${starts.refused ? html`<p class="refused" role="alert">${starts.refused}</p>` : nothing}
          ${scene.revealed ? (result ? this.#standings(result, styles) : nothing) : html`<p>${words.waiting}</p>`}
          ${this.#chosen(result)}
        </div>
      </div>
      ${figureText(this, this.menu())}
    </figure>`;
  }

  #progress() {
    const { starts } = this.#race;
    const { result, running, done } = starts;
    const wanted = this.#race.rules.of("count");
    if (running) {
      return html`<div class="starts-progress"><progress max=${wanted} value=${done} aria-label=${words.progress(done, wanted)}></progress>
        <span>${words.progress(done, wanted)}</span><button type="button" @click=${() => starts.stop()}>${words.stop}</button></div>`;
    }
    const broken = result && result.rows.length < result.wanted;
    return html`<div class="starts-progress" role="status">${
      broken
        ? html`<span>${words.stopped(result.rows.length, result.wanted)}</span><button type="button" @click=${() => starts.again()}>${words.again}</button>`
        : result
          ? html`<span>${words.standings}, ${words.startsOf(result.rows.length)}. ${this.#leader(result)}</span>`
          : nothing
    }</div>`;
  }

  #leader(result: StartsResult): string {
    const most = standingsOf(result).reduce((one, other) => (other.wins > one.wins ? other : one));
    if (!(most.wins > 0)) return words.wonByNobody;
    return words.summary(plainText(most.label), most.wins, most.starts);
  }

  #standings(result: StartsResult, styles: ReturnType<typeof seriesStyles>) {
    const { starts, key } = this.#race;
    const sortBy = (text: string) => starts.sortBy(text);
    return guarded(
      `${key}.standings`,
      () => html`${standingsTable(result, { sort: starts.sort, sortBy, styles })}
        <p class="race-note">${words.medianNote}</p>`,
    );
  }

  #chosen(result: StartsResult | undefined) {
    const scene = this.#race;
    const row = result?.rows[scene.starts.selected];
    const movable = scene.allows("start");
    if (!row || !scene.revealed) {
      return movable ? html`<p class="chosen">${words.chooseStart} ${words.mapHint}</p>` : nothing;
    }
    return html`<p class="chosen" role="status">${startText(result, row)}
      ${movable ? html`<button type="button" @click=${() => scene.setStart([row.x, row.y])}>${words.raceFromHere}</button>` : nothing}</p>`;
  }

  picture(): Picture | undefined {
    const { result } = this.#race.starts;
    const map = this.querySelector<StartsMap>("fl-starts-map");
    if (!result || !map || !this.scene.revealed) return undefined;
    const rows = [...this.querySelectorAll(".standings tbody th")];
    return map.picture({
      legend: rows.map((row) => ({
        swatch: row.querySelector<SVGSVGElement>("svg.swatch"),
        label: row.textContent?.trim() ?? "",
      })),
      description: this.getAttribute("description") ?? this.#leader(result),
    });
  }

  /** Every start with its winner, and what each method spent from there. */
  override async numbers(): Promise<NumberTable | undefined> {
    const { result } = this.#race.starts;
    if (!result || !this.scene.revealed) return undefined;
    const names = result.entrants.map(({ key }) => key);
    return {
      columns: [
        "start",
        "x",
        "y",
        "winner",
        ...names.flatMap((name) => [`cost_${name}`, `loss_${name}`]),
      ],
      rows: result.rows.map(({ number, x, y, winner, costs, losses }) => [
        number,
        x,
        y,
        names[winner] ?? "",
        ...names.flatMap((_, i) => [costs[i] ?? "", losses[i] ?? ""]),
      ]),
    };
  }
}

/** The elements of this part of the site, those that others contain first. */
export const elements = {
  "fl-starts-map": StartsMap,
  "fl-starts": Starts,
} satisfies Partial<Record<ElementName, CustomElementConstructor>>;
