import { html, LitElement, nothing } from "lit";
import type { ModelNow } from "../../scene/models-now.js";
import type { PlaneRun, PlaneScene } from "../../scene/plane-scene.js";
import { controlAccess } from "../../state/control-access.js";
import { numberText, rowText } from "../../words/number-text.js";
import { planeWords as words } from "../../words/plane.js";
import { lockedSummary } from "../guarded.js";

const mostRows = 200;

/** The selected point's scores and losses under every model, and on demand those of all points. */
export class ExampleTable extends LitElement {
  static override properties = {
    scene: { attribute: false },
    all: { state: true },
  };
  declare scene: PlaneScene;
  /** Whether the table is open. */
  declare all: boolean;
  #unsubscribes: (() => void)[] = [];

  constructor() {
    super();
    this.all = false;
  }

  override createRenderRoot(): this {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const draw = () => this.requestUpdate();
    this.#unsubscribes = [this.scene.subscribe(draw), controlAccess.subscribe(draw)];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const stop of this.#unsubscribes) stop();
  }

  override render() {
    const { scene } = this;
    const { points } = scene.data.now;
    const point = points[scene.selected];
    const { selected } = scene;
    const access = controlAccess.of(`${scene.key}.examples`);
    return html`<div class="examples-of-plane">
      <p class="selected-point">${
        point
          ? html`<strong>${words.selectedPoint(selected + 1, scene.nameOf(point.label))}</strong>
            ${scene.runs.map((run) => {
              const found = this.#found(run, selected);
              return found && scene.revealed
                ? html`<span>${words.selectedUnder(run.label, this.#scores(found, selected), this.#loss(found, selected))}</span>`
                : nothing;
            })}`
          : access === "visible"
            ? words.noSelection
            : nothing
      }</p>
      ${access === "hidden" ? nothing : this.#drawer(access === "locked")}
    </div>`;
  }

  #drawer(locked: boolean) {
    return html`<details class="drawer" @toggle=${(event: Event) => {
      this.all = (event.target as HTMLDetailsElement).open;
      this.scene.showAllExamples(this.all);
    }}>${lockedSummary(locked, words.examples)}${this.all && this.scene.revealed ? this.#table() : nothing}</details>`;
  }

  /** What a model says of a point, where it is known; a model that is refused says nothing. */
  #found(run: PlaneRun, i: number): ModelNow | undefined {
    const now = this.scene.models.of(run);
    if (!now || run.refused !== undefined) return undefined;
    const { first, count } = now.examples;
    return i >= first && i < first + count ? now : undefined;
  }

  #scores({ examples, scores }: ModelNow, i: number): string {
    const width = scores.length / examples.count;
    const own = [...scores.subarray((i - examples.first) * width).subarray(0, width)];
    return rowText(own);
  }

  #loss({ examples, losses }: ModelNow, i: number): string {
    return losses ? numberText(losses[i - examples.first] ?? Number.NaN) : "";
  }

  #table() {
    const { scene } = this;
    const { points } = scene.data.now;
    return html`<div class="table-scroll" tabindex="0" role="group" aria-label=${words.exampleTable}><table>
      <caption class="visually-hidden">${words.exampleTable}</caption>
      <thead><tr><th scope="col">${words.number}</th><th scope="col">x</th><th scope="col">y</th><th scope="col">${words.class}</th>
        ${scene.runs.map(({ label }) => html`<th scope="col">${label}: ${words.scores}</th><th scope="col">${label}: ${words.loss}</th>`)}</tr></thead>
      <tbody>${points.slice(0, mostRows).map(
        ({ x, y, label }, i) => html`<tr aria-current=${i === scene.selected ? "true" : nothing}>
          <th scope="row"><button type="button" @click=${() => scene.lookAt(i)}>${i + 1}</button></th>
          <td>${numberText(x, 4)}</td><td>${numberText(y, 4)}</td><td>${scene.nameOf(label)}</td>
          ${scene.runs.map((run) => {
            const found = this.#found(run, i);
            return found
              ? html`<td>${this.#scores(found, i)}</td><td>${this.#loss(found, i)}</td>`
              : html`<td></td><td></td>`;
          })}</tr>`,
      )}</tbody></table></div>
      ${points.length > mostRows ? html`<p>${words.showing(mostRows, points.length)}</p>` : nothing}`;
  }
}
