import { nothing, svg } from "lit";
import { mark } from "../plots/mark.js";
import { boxLabels } from "../plots/surface/box-labels.js";
import { quarterTurns } from "../plots/surface/orbit.js";
import type { Picked } from "../plots/surface/pick.js";
import type { Scene } from "../scene/scene.js";
import { words } from "../words/en.js";
import { surfaceWords } from "../words/en-surface-view.js";
import { numberText } from "../words/number-text.js";
import { plainText } from "./rich-text.js";
import type { SeenSurface } from "./seen-surface.js";
import { startHandle } from "./start-handle.js";

/** Labels of the box, the minimum, the mark of every run, the start, and what is pointed at. */
export function surfaceOverlay(scene: Scene, seen: SeenSurface, hovered: Picked | undefined) {
  const { relief, camera } = seen;
  const labels = boxLabels(relief, camera, surfaceWords.heightName[relief.scale.kind]);
  return svg`
    <g class="axis" aria-hidden="true">
      ${labels.map(
        ({ text, px, py, anchor, name }) =>
          svg`<text class=${name ? "axis-name" : ""} x=${px.toFixed(1)} y=${py.toFixed(1)} dy="0.32em" text-anchor=${anchor}>${text}</text>`,
      )}
    </g>
    ${minimum(scene, seen)}
    ${seen.paths.map((path, i) => {
      const style = seen.styles[i];
      const place = path?.step(Math.min(scene.step, path.steps));
      if (!place || !style) return nothing;
      return svg`<g class=${place.hidden ? "behind" : ""}>${mark(style, place.px, place.py, 5.5)}</g>`;
    })}
    ${start(scene, seen)}
    ${hovered ? hoverLabel(scene, seen, hovered) : nothing}`;
}

function minimum(scene: Scene, { relief, camera }: SeenSurface) {
  const [x, y] = scene.problem.minimizer;
  if (x === undefined || y === undefined) return nothing;
  const [u, v] = [relief.across(x), relief.along(y)];
  const place = [u, v, relief.at(u, v)] as const;
  const [px, py] = camera.project(place);
  const behind = relief.hides(place, camera.position) ? "behind" : "";
  return svg`<g class="minimizer ${behind}" transform="translate(${px.toFixed(1)},${py.toFixed(1)})"><title>${words.descent.minimum}</title><path d="M-6,0H6M0,-6V6"></path></g>`;
}

function start(scene: Scene, { relief, camera }: SeenSurface) {
  const [x = 0, y = 0] = scene.start;
  const [u, v] = [relief.across(x), relief.along(y)];
  if (!(Math.abs(u) <= 1 && Math.abs(v) <= 1)) return nothing;
  const place = [u, v, relief.at(u, v)] as const;
  const [px, py] = camera.project(place);
  return svg`<g class=${relief.hides(place, camera.position) ? "behind" : ""}>
    ${startHandle(scene, px, py, quarterTurns(camera.orbit))}</g>`;
}

function hoverLabel(scene: Scene, { camera }: SeenSurface, { path, step, px, py }: Picked) {
  const run = scene.runs[path];
  if (!run) return nothing;
  const loss = numberText(run.traces.loss?.[step] ?? Number.NaN);
  const leftwards = px > camera.width / 2;
  return svg`<g class="pointed-at" aria-hidden="true"><circle cx=${px.toFixed(1)} cy=${py.toFixed(1)} r="7"></circle>
    <text x=${(px + (leftwards ? -12 : 12)).toFixed(1)} y=${(py - 12).toFixed(1)} text-anchor=${leftwards ? "end" : "start"}>${surfaceWords.at(plainText(run.label), step, loss)}</text></g>`;
}
