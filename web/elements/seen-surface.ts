import type { Ink } from "../plots/ink.js";
import { drawPaths } from "../plots/path-layer.js";
import { Plane } from "../plots/plane.js";
import { type SeriesStyle, seriesStyles } from "../plots/series-style.js";
import { Camera, type Point3 } from "../plots/surface/camera.js";
import { DrapedPath } from "../plots/surface/draped-path.js";
import { top } from "../plots/surface/height-scale.js";
import type { Orbit } from "../plots/surface/orbit.js";
import type { Relief } from "../plots/surface/relief.js";
import type { ThemeColours } from "../plots/surface/theme-colours.js";
import type { Scene } from "../scene/scene.js";

/** A surface as it is seen: what everything that stands on it needs. */
export interface SeenSurface {
  relief: Relief;
  camera: Camera;
  /** By run; undefined where there is none to show. */
  paths: (DrapedPath | undefined)[];
  styles: SeriesStyle[];
}

/** The relief of a scene with its paths, seen from an orbit in a square of `size` pixels. */
export function seeSurface(scene: Scene, relief: Relief, orbit: Orbit, size: number): SeenSurface {
  const camera = new Camera(orbit, [0, 0, 0.42 * top], size, size);
  const paths = scene.runs.map(({ traces: { theta, loss } }) =>
    scene.revealed && theta && loss ? new DrapedPath(relief, camera, theta, loss) : undefined,
  );
  return { relief, camera, paths, styles: seriesStyles(scene.runs) };
}

/** Draws the paths, up to the selected step strongly. */
export function inkPaths(
  ink: Ink,
  { paths, styles }: SeenSurface,
  step: number,
  colours: ThemeColours,
): void {
  const drawn = paths.flatMap((path, i) => {
    const style = styles[i];
    return path && style
      ? [path.drawn({ style, colour: colours.css(`--${style.className}`) })]
      : [];
  });
  drawPaths(ink, drawn, step, colours.css("--field-low"));
}

/** Where a start dragged to a pixel goes, in the problem's coordinates. */
export function draggedTo(
  { relief, camera }: SeenSurface,
  [x = 0, y = 0]: readonly number[],
  px: number,
  py: number,
): [number, number] {
  const [u, v] = [relief.across(x), relief.along(y)];
  const ray = camera.ray(px, py);
  // where the pixel shows several sides of the surface, the start stays on its own
  const far = (place: readonly [number, number]) => Math.hypot(place[0] - u, place[1] - v);
  const [nearest] = relief.crossings(camera.position, ray).sort((a, b) => far(a) - far(b));
  // beside the surface it goes on at the height it has, up to the window's edge
  const [toU, toV] = nearest ?? onLevel(camera.position, ray, relief.at(u, v)) ?? [u, v];
  const plane = new Plane(relief.window.x, relief.window.y, 1, 1);
  return plane.at((toU + 1) / 2, (1 - toV) / 2);
}

function onLevel(
  [ox, oy, oz]: Point3,
  [dx, dy, dz]: Point3,
  height: number,
): [number, number] | undefined {
  const s = (height - oz) / dz;
  return s > 0 && Number.isFinite(s) ? [ox + s * dx, oy + s * dy] : undefined;
}
