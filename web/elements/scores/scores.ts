import { html, nothing } from "lit";
import type { Quantity } from "../../../wasm/engine/types.js";
import { catalog } from "../../engine/page-engine.js";
import { words } from "../../words/en.js";
import { numberText, rowText } from "../../words/number-text.js";
import { scoreWords } from "../../words/scores.js";
import { figureText } from "../figure-text.js";
import { guarded } from "../guarded.js";
import { classPicture } from "./class-picture.js";
import { hasPicture } from "./pictured.js";
import { ScoreElement } from "./score-element.js";
import { type Unfolded, unfoldTable } from "./unfold-table.js";

/**
 * `<fl-scores data="image_scores" loss="softmax_cross_entropy" unfold="exponential probability">`,
 * `<fl-scores classes="cat car frog" scores="3.2,5.1,-1.7" labels="0" losses="…; …">`: scores of
 * one or more examples that can be dragged, typed or stepped. Each example shows its losses, all
 * together their mean (or, with `reduction="sum"`, their sum); of the selected one the quantities
 * of `unfold` stand beside each score. `show` names the settings in sight, as for fl-controls.
 */
export class Scores extends ScoreElement {
  static override properties = { unfold: {}, show: {} };
  declare unfold: string | undefined;
  declare show: string | undefined;
  #columns: Unfolded[] = [];

  protected override async prepare(): Promise<void> {
    await super.prepare();
    const { exampleQuantities } = await catalog;
    const names = (this.unfold ?? "").split(/\s+/).filter(Boolean);
    this.#columns = names.flatMap((name) => this.#columnsOf(name, exampleQuantities));
  }

  /** Of every loss that has the quantity; one that examples have belongs to each loss. */
  #columnsOf(name: string, exampleQuantities: Quantity[]): Unfolded[] {
    const found = this.scene.losses.flatMap((scored) => {
      const known = [...exampleQuantities, ...scored.loss.quantities];
      const quantity = known.find((one) => one.name === name);
      return quantity ? [{ scored, quantity }] : [];
    });
    if (found.length === 0) throw new Error(`unfold: got "${name}"; no loss of the figure has it`);
    return found;
  }

  override render() {
    const { scene } = this;
    return html`<figure class="scores">
      ${scene.scores.length > 1 ? guarded(`${scene.key}.example`, () => this.#examples()) : nothing}
      ${unfoldTable(this.uid, scene, this.#columns)}
      ${scene.revealed ? nothing : html`<p class="concealed">${words.descent.hidden}</p>`}
      <div class="scores-foot">${guarded(`${scene.key}.reset`, () => html`<button type="button" @click=${() => scene.reset()}>${words.transport.reset}</button>`)}${this.menu()}</div>
      <fl-controls .scene=${scene} show=${this.show ?? nothing}></fl-controls>
      <p class="visually-hidden" role="status">${scene.revealed ? this.#summary() : ""}</p>
      ${figureText(this)}
    </figure>`;
  }

  /** Every example with its losses, one of them selected, and what they come to together. */
  #examples() {
    const { scene } = this;
    return html`<div class="examples">
      <div class="example-cards" role="radiogroup" aria-label=${scoreWords.examples}>${scene.scores.map(
        (_, i) => html`<label class="example-card">
          <input type="radio" name="${this.uid}-example" .checked=${i === scene.example} @change=${() => scene.select(i)}>
          <span>${this.#head(i)}
          ${scene.losses.map((scored) => html`<span class="example-loss">${scene.losses.length > 1 ? `${scored.label} ` : ""}<output>${this.#shown(scored.answer?.table.columns.example_loss?.[i])}</output></span>`)}</span>
        </label>`,
      )}</div>
      <p class="all-examples">${scene.losses.map(
        (
          scored,
        ) => html`<span>${scoreWords.total(scene.declared.reduction, scene.losses.length > 1 ? scored.label : "")}
          <output>${this.#shown(scored.answer?.total)}</output></span>`,
      )}</p>
    </div>`;
  }

  /** What an example is; of classes that cannot be drawn, its scores. */
  #head(example: number) {
    const { classes, scores } = this.scene;
    const name = this.#nameOf(example);
    return classes.every(hasPicture)
      ? html`${classPicture(name)}<b>${name}</b>`
      : html`<b>${rowText(scores[example] ?? [])}</b>`;
  }

  #nameOf(example: number): string {
    return this.scene.classes[this.scene.labels[example] ?? 0] ?? "";
  }

  #shown(value: number | undefined): string {
    return this.scene.revealed ? numberText(value ?? Number.NaN, 4) : "?";
  }

  #summary(): string {
    const { losses, example } = this.scene;
    return losses
      .map(({ label, answer }) =>
        scoreWords.lossIs(
          label,
          numberText(answer?.table.columns.example_loss?.[example] ?? Number.NaN),
        ),
      )
      .join(" ");
  }
}
