import { numberText } from "../../words/number-text.js";
import { Plane } from "../plane.js";
import type { Camera, Point3 } from "./camera.js";
import { top } from "./height-scale.js";
import type { Relief } from "./relief.js";

/** A text beside the box, by its pixel. */
export interface BoxLabel {
  text: string;
  px: number;
  py: number;
  anchor: "start" | "middle" | "end";
  /** Whether it names an axis. */
  name: boolean;
}

/** Labels stand this far outside of their edge. */
const outside = 1.12;
/** At most, in pixels. */
const digitWidth = 7;
/** From higher up than this, in degrees, heights can't be read. */
const steep = 72;

/** Ticks and names along the two edges of the floor that are nearest, and up the leftmost edge. */
export function boxLabels(relief: Relief, camera: Camera, heightName: string): BoxLabel[] {
  const { window, scale } = relief;
  const plane = new Plane(window.x, window.y, 1, 1);
  const [south, west] = [camera.position[1] < 0, camera.position[0] < 0];
  const [v, u] = [south ? -outside : outside, west ? -outside : outside];
  const label = (text: string, place: Point3, anchor: BoxLabel["anchor"], name = false) => {
    const [px, py] = camera.project(place);
    return { text, px, py, anchor, name };
  };
  const along = (places: { text: string; share: number }[], place: (share: number) => Point3) =>
    places
      .filter(({ share }) => Math.abs(share) < 0.93)
      .map(({ text, share }) => label(text, place(share), "middle"));
  const labels = [
    ...along(
      plane.xTicks().map((x) => ({ text: numberText(x), share: relief.across(x) })),
      (share) => [share, v, 0],
    ),
    ...along(
      plane.yTicks().map((y) => ({ text: numberText(y), share: relief.along(y) })),
      (share) => [u, share, 0],
    ),
    label("x", [0, v * outside * 1.04, 0], "middle", true),
    label("y", [u * outside * 1.04, 0, 0], "middle", true),
  ];
  if (camera.orbit.elevation > steep) return labels;
  const [corner] = [-1, 1]
    .flatMap((x) => [-1, 1].map((y) => ({ x, y, px: camera.project([x, y, 0])[0] })))
    .sort((a, b) => a.px - b.px);
  const { x = -1, y = -1 } = corner ?? {};
  const ticks = scale.ticks().map((value) => {
    const one = label(numberText(value), [x, y, scale.height(value)], "end");
    return { ...one, px: Math.max(one.text.length * digitWidth + 4, one.px - 7) };
  });
  const name = label(heightName, [x, y, top], "start", true);
  return [...labels, ...ticks, { ...name, px: Math.max(6, name.px - 24), py: name.py - 14 }];
}
