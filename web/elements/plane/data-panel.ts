import { html, LitElement, nothing } from "lit";
import { engine, isRefused } from "../../engine/page-engine.js";
import { mostClasses, mostPoints, pointsOf } from "../../scene/plane-data.js";
import { pointsCsv } from "../../scene/plane-points.js";
import type { PlaneScene } from "../../scene/plane-scene.js";
import { generatorSettings } from "../../scene/plane-settings.js";
import { planeWords as words } from "../../words/plane.js";
import { parameterSlider } from "../parameter-slider.js";

/** Other points for a plane: drawn by a dataset, pasted, from a file; and these as a file. */
export class DataPanel extends LitElement {
  static override properties = {
    scene: { attribute: false },
    uid: { attribute: false },
    text: { state: true },
    said: { state: true },
    bad: { state: true },
  };
  declare scene: PlaneScene;
  declare uid: string;
  /** What was pasted; it stays when it is refused. */
  declare text: string;
  /** What came of it. */
  declare said: string;
  declare bad: boolean;
  #unsubscribe: (() => void) | undefined;

  constructor() {
    super();
    this.text = "";
    this.said = "";
    this.bad = false;
  }

  override createRenderRoot(): this {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#unsubscribe = this.scene.subscribe(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unsubscribe?.();
  }

  override render() {
    const { scene, uid } = this;
    const { generator } = scene.data.now;
    return html`<details class="drawer data-panel"><summary>${words.newData}</summary><div class="data-forms">
      <form class="generate" @submit=${this.#generate}>
        <label for="${uid}-dataset">${words.dataset}</label>
        <select id="${uid}-dataset" name="dataset" .value=${generator?.name ?? ""}>
          ${scene.declared.offered.datasets.map(
            ({ name, title, summary }) =>
              html`<option value=${name} title=${summary} ?selected=${name === generator?.name}>${title}</option>`,
          )}</select>
        <button type="submit">${words.generate}</button>
      </form>
      ${this.#settings()}
      <form class="paste" @submit=${this.#use}>
        <label for="${uid}-csv">${words.csvLabel}</label>
        <textarea id="${uid}-csv" rows="4" spellcheck="false" autocomplete="off" placeholder=${words.csvExample}
          aria-describedby="${uid}-said" aria-invalid=${this.bad ? "true" : nothing}
          .value=${this.text} @input=${(event: Event) => {
            this.text = (event.target as HTMLTextAreaElement).value;
          }}></textarea>
        <div class="buttons">
          <button type="submit" class="primary">${words.csvUse}</button>
          <label class="file-button"><input type="file" accept=".csv,.tsv,.txt,text/csv,text/plain" @change=${this.#open}><span>${words.csvFile}</span></label>
          <button type="button" @click=${this.#save}>${words.csvSave}</button>
          <button type="button" @click=${() => scene.change((data) => data.clear())}>${words.clear}</button>
          <button type="button" @click=${() => scene.reset()}>${words.reset}</button>
        </div>
        <p id="${uid}-said" class=${this.bad ? "refused" : "said"} role="status">${this.said}</p>
      </form>
    </div></details>`;
  }

  /** What the dataset can be set up with; the points follow at once. */
  #settings() {
    const group = generatorSettings(this.scene);
    if (!group) return nothing;
    return html`<div class="in-sight">${group.parameters.map((parameter) =>
      parameterSlider(
        `${this.uid}-data-${parameter.name}`,
        parameter,
        group.settings[parameter.name] ?? parameter.default,
        (value) => group.set(parameter.name, value),
      ),
    )}</div>${group.refused ? html`<p class="refused" role="alert">${group.refused}</p>` : nothing}`;
  }

  #say(said: string, bad: boolean): void {
    this.said = said;
    this.bad = bad;
  }

  readonly #generate = (event: SubmitEvent): void => {
    event.preventDefault();
    const { dataset } = (event.currentTarget as HTMLFormElement).elements as unknown as {
      dataset: HTMLSelectElement;
    };
    const { scene } = this;
    if (!scene.allows("points")) return;
    const { generator } = scene.data.now;
    const same = generator?.name === dataset.value;
    const seed = same ? Number(generator.settings.seed ?? 1) + 1 : 1;
    const settings = { ...(same && generator.settings), seed };
    scene.change((data) => data.generate({ name: dataset.value, settings }));
  };

  readonly #use = (event: SubmitEvent): void => {
    event.preventDefault();
    void this.#take(this.text);
  };

  readonly #open = async (event: Event): Promise<void> => {
    const input = event.target as HTMLInputElement;
    const [file] = input.files ?? [];
    if (!file) return;
    this.text = await file.text();
    input.value = ""; // the same file may be opened again
    await this.#take(this.text);
  };

  /** Has the core read the text; what it cannot read changes nothing. */
  async #take(text: string): Promise<void> {
    if (!this.scene.allows("points")) return;
    try {
      const { dataset } = await engine.call("csv", { text, target: "classes" });
      const { features, classes, classNames, count } = dataset;
      if (features !== 2) this.#say(words.twoNumbers(features + 1), true);
      else if (classes > mostClasses) this.#say(words.manyClasses(classes, mostClasses), true);
      else if (count > mostPoints) this.#say(words.tooMany(count, mostPoints), true);
      else {
        this.scene.change((data) => data.paste(pointsOf(dataset), classes, classNames));
        this.#say(words.used(count, classes), false);
      }
    } catch (error) {
      if (!isRefused(error)) throw error;
      this.#say(error.message, true);
    }
  }

  readonly #save = (): void => {
    const { points, classes } = this.scene.data.now;
    const names = Array.from({ length: classes }, (_, k) => this.scene.nameOf(k));
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([pointsCsv(points, names)], { type: "text/csv" }));
    link.download = words.csvName;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  };
}
