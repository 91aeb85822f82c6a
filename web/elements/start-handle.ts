import { nothing, svg } from "lit";
import type { Scene } from "../scene/scene.js";
import { controlAccess } from "../state/control-access.js";
import { words } from "../words/en.js";
import { numberText } from "../words/number-text.js";
import { lockedTitle } from "./guarded.js";

const radius = 9;

/** A finger on the handle must not scroll the page; inside an SVG, touch-action has no say in it. */
const holdStill = {
  handleEvent: (event: Event) => event.preventDefault(),
  passive: false,
};

/** Clockwise, so that a turned picture takes the key that many places further. */
const directions = [
  { key: "ArrowUp", x: 0, y: 1 },
  { key: "ArrowRight", x: 1, y: 0 },
  { key: "ArrowDown", x: 0, y: -1 },
  { key: "ArrowLeft", x: -1, y: 0 },
];

/**
 * The start of a scene at a pixel of a plot, as far as the teacher lets the reader have it;
 * `turns`: quarters the plot is turned, clockwise.
 */
export function startHandle(scene: Scene, px: number, py: number, turns = 0) {
  const { domain } = scene.problem;
  const [x = 0, y = 0] = scene.start;
  const flat = scene.problem.dimension === 1;
  const access = controlAccess.of(`${scene.key}.start`);
  if (access === "hidden") return nothing;
  return svg`<g class="start" tabindex="0" role="slider" aria-label=${words.descent.start}
    aria-disabled=${access === "locked" ? "true" : nothing} aria-valuemin=${domain.x[0]} aria-valuemax=${domain.x[1]} aria-valuenow=${x}
    aria-valuetext=${flat ? words.descent.place(numberText(x, 4)) : words.descent.point(numberText(x, 4), numberText(y, 4))}
    transform="translate(${px},${py})" @keydown=${(event: KeyboardEvent) => moveStart(event, scene, turns)} @touchstart=${holdStill}>
    ${lockedTitle(access)}
    <circle class="grip" r="24"></circle><circle class="ring" r=${radius}></circle><circle class="dot" r="2.5"></circle>
  </g>`;
}

function moveStart(event: KeyboardEvent, scene: Scene, turns: number): void {
  const pressed = directions.findIndex(({ key }) => key === event.key);
  const direction = directions[(pressed + turns) % directions.length];
  if (pressed < 0 || !direction || !scene.allows("start")) return;
  event.preventDefault();
  const share = event.shiftKey ? 0.05 : 0.01;
  const { x, y } = scene.problem.domain;
  const [sx = 0, sy = 0] = scene.start;
  const moved = (value: number, by: number, [low, high]: readonly [number, number]) =>
    Number(Math.max(low, Math.min(high, value + by * share * (high - low))).toPrecision(6));
  // on a line up is more, as for every slider
  if (scene.start.length === 1) scene.setStart([moved(sx, direction.x + direction.y, x)]);
  else scene.setStart([moved(sx, direction.x, x), moved(sy, direction.y, y)]);
}
