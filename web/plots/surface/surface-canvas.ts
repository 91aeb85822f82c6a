import type { Camera } from "./camera.js";
import { type SurfaceColours, SurfacePicture } from "./picture.js";
import type { Relief } from "./relief.js";

/** A canvas with a surface in it; drawn only when something about it has changed. */
export class SurfaceCanvas {
  readonly element = document.createElement("canvas");
  readonly #picture: SurfacePicture | undefined;
  readonly #changed: () => void;
  #lost = false;
  #shown: unknown[] = [];

  /** `changed` is called when the browser has taken the picture away, and when it gives it back. */
  constructor(changed: () => void) {
    this.#changed = changed;
    this.element.className = "surface-canvas";
    // kept after drawing: printing and saving the page read it later
    const context = this.element.getContext("webgl2", { preserveDrawingBuffer: true });
    if (!context || context.isContextLost()) return;
    this.#picture = new SurfacePicture(this.element, context);
    // after the listeners of the renderer itself, which makes its programs anew
    this.element.addEventListener("webglcontextlost", this.#lose);
    this.element.addEventListener("webglcontextrestored", this.#restore);
  }

  /** Whether the browser lets anything be drawn in it. */
  get works(): boolean {
    return this.#picture !== undefined;
  }

  /** Whether the browser has taken the picture away. */
  get lost(): boolean {
    return this.#lost;
  }

  draw(relief: Relief, camera: Camera, colours: SurfaceColours): void {
    const ratio = Math.min(2, devicePixelRatio);
    const shown = [relief, colours, camera.orbit, camera.width, camera.height, ratio];
    if (this.#lost || shown.every((one, i) => one === this.#shown[i])) return;
    this.#shown = shown;
    this.#picture?.draw(relief, camera, colours, ratio);
  }

  dispose(): void {
    this.element.removeEventListener("webglcontextlost", this.#lose);
    this.element.removeEventListener("webglcontextrestored", this.#restore);
    this.#picture?.dispose();
  }

  readonly #lose = (): void => {
    this.#lost = true;
    this.#changed();
  };

  readonly #restore = (): void => {
    this.#lost = false;
    this.#shown = [];
    this.#changed();
  };
}
