import { html } from "lit";
import type { Scene } from "../scene/scene.js";
import { words } from "../words/en.js";
import { icon } from "./icons.js";
import { SceneElement } from "./scene-element.js";

/** What every element that lets one choose a scene's step offers to a teacher. */
export function transportKey(scene: Scene): string {
  return `${scene.key}.transport`;
}

/** `<fl-transport scene="…">`: play, pause, step, back, scrub and reset of a scene. */
export class Transport extends SceneElement {
  protected override controls() {
    return { title: this.scene.problem.title, controls: [transportKey(this.scene)] };
  }

  override render() {
    return this.guardedWhole(transportKey(this.scene), () => this.#bar());
  }

  #bar() {
    const { scene } = this;
    const w = words.transport;
    const button = (name: string, shape: Parameters<typeof icon>[0], act: () => void) =>
      html`<button type="button" class="icon-button" aria-label=${name} title=${name} @click=${act}>${icon(shape)}</button>`;
    return html`<div class="transport" role="group" aria-label=${w.label}>
      ${
        scene.playing
          ? button(w.pause, "pause", () => scene.pause())
          : button(w.play, "play", () => scene.play())
      }
      ${button(w.back, "back", () => this.#step(-1))}
      ${button(w.step, "step", () => this.#step(1))}
      <label class="scrub">
        <span class="visually-hidden">${w.scrub}</span>
        <input type="range" min="0" max=${scene.steps} step="1" .value=${String(scene.step)}
          aria-valuetext=${scene.ticks.of(scene.step, scene.steps)}
          @input=${(event: Event) => {
            scene.pause();
            scene.select(Number((event.target as HTMLInputElement).value));
          }}>
      </label>
      <output class="step-count">${scene.ticks.of(scene.step, scene.steps)}</output>
      ${button(w.reset, "reset", () => scene.reset())}
    </div>`;
  }

  #step(by: number): void {
    this.scene.pause();
    this.scene.select(this.scene.step + by);
  }
}
