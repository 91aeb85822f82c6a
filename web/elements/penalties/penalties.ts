import { html, nothing } from "lit";
import { catalog } from "../../engine/page-engine.js";
import { penaltyDeclarationFrom } from "../../scene/penalty-declaration.js";
import { PenaltyScene } from "../../scene/penalty-scene.js";
import type { NumberTable } from "../../take/takeable.js";
import { penaltyWords as words } from "../../words/penalties.js";
import { figureText } from "../figure-text.js";
import { FollowingElement } from "../following-element.js";
import { guarded } from "../guarded.js";
import type { ElementName } from "../kinds.js";
import { penaltyCard } from "./penalty-card.js";
import { penaltyKey } from "./penalty-key.js";
import { penaltyNumbers } from "./penalty-numbers.js";
import { PenaltyPlane } from "./penalty-plane.js";
import { summaryOf } from "./penalty-text.js";
import { strengthSlider } from "./strength-slider.js";

/**
 * `<fl-penalties penalties="l2 l1 elastic_net" data="two_inputs correlation=0.5" strength="1">`:
 * a regression of two weights without a bias as a plane, under each penalty: the ellipses of the
 * data loss, the weights that cost as much as the best ones, and the path of the best weights as λ
 * grows. The best weights without a penalty can be dragged where the data follow them.
 *
 * - `penalties`: of l2, half_l2, l1, elastic_net; side by side where there is room, else one of them.
 * - `data`: a dataset of two inputs with its settings; those of two_inputs have best weights
 *   `weight_1` and `weight_2`.
 * - `strength`: λ at first; `strengths="0.01,100"`: ends of its slider and of the paths, 0 aside.
 * - `settings`: `problem.square_share=0.5`, `problem.reduction=sum`.
 * - `range="-3,3"`: the window, the same for both weights.
 * - `show`: settings in sight, as for fl-controls: `data.correlation problem.square_share`.
 * - `caption` or `description` say what is to be seen, as for every figure.
 */
export class Penalties extends FollowingElement<PenaltyScene> {
  static override properties = { show: {} };
  declare show: string | undefined;

  protected override async findScene(): Promise<PenaltyScene> {
    const key = this.getAttribute("scene") ?? (this.id || "penalties");
    return new PenaltyScene(key, penaltyDeclarationFrom(this, await catalog));
  }

  protected override async prepare(): Promise<void> {
    await super.prepare();
    if (this.scene.answers.size === 0) throw new Error(this.scene.refused);
  }

  protected override controls() {
    const { strengthKey, shownKey } = this.scene;
    const chosen = this.scene.declared.penalties.length > 1;
    return {
      title: words.title,
      controls: [
        { key: strengthKey, label: words.strength },
        ...(chosen ? [{ key: shownKey, label: words.choose }] : []),
      ],
    };
  }

  override render() {
    const { scene } = this;
    const { penalties } = scene.declared;
    const summary = penalties.map((one) => summaryOf(scene, one)).join(" ");
    return html`<figure class="penalties">
      ${penalties.length > 1 ? guarded(scene.shownKey, () => this.#choice()) : nothing}
      <div class="penalty-cards" data-count=${penalties.length}>${penalties.map((one) => penaltyCard(scene, one))}</div>
      ${guarded(scene.strengthKey, () => strengthSlider(this.uid, scene))}
      ${penaltyKey()}
      <p class="penalty-hint">${scene.movesLeast ? words.hint : words.hintFixed}</p>
      <fl-controls .scene=${scene} show=${this.show ?? "data.correlation"}></fl-controls>
      ${figureText(this, this.menu())}
      <p class="visually-hidden" role="status">${scene.busy ? nothing : summary}</p>
    </figure>`;
  }

  /** Seen where there is room for one plane only. */
  #choice() {
    const { scene } = this;
    return html`<fieldset class="option penalty-choice"><legend class="visually-hidden">${words.choose}</legend><div class="segments">${scene.declared.penalties.map(
      ({ name, label }) => html`<label><input type="radio" name="${this.uid}-penalty" value=${name}
        .checked=${name === scene.shown} @change=${() => scene.show(name)}><span>${label}</span></label>`,
    )}</div></fieldset>`;
  }

  /** The paths and where on them the reader is; pictures are taken of each plane. */
  async numbers(): Promise<NumberTable | undefined> {
    return penaltyNumbers(this.scene);
  }
}

/** The elements of this part of the site, those that others contain first. */
export const elements = {
  "fl-penalty-plane": PenaltyPlane,
  "fl-penalties": Penalties,
} satisfies Partial<Record<ElementName, CustomElementConstructor>>;
