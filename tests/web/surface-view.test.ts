import { PerspectiveCamera, Vector3 } from "three";
import { expect, test } from "vitest";
import { Camera, fieldOfView, type Point3 } from "../../web/plots/surface/camera.js";
import {
  between,
  compassPoint,
  firstOrbit,
  orbitText,
  parseOrbit,
  quarterTurns,
  turned,
  zoomed,
} from "../../web/plots/surface/orbit.js";

const middle: Point3 = [0, 0, 0.4];
const side = 500;
const seenFrom = (bearing: number, elevation: number, zoom = 1) =>
  new Camera({ bearing, elevation, zoom }, middle, side, side);

const places: Point3[] = [-1, 0.3, 1].flatMap((x) =>
  [-1, -0.2, 1].flatMap((y) => [0, 0.5, 1.1].map((z): Point3 => [x, y, z])),
);

test("the camera shows every place where three.js draws it", () => {
  for (const bearing of [0, 33, 90, 205, 300]) {
    for (const elevation of [5, 35, 90]) {
      const camera = seenFrom(bearing, elevation, 1.3);
      const theirs = new PerspectiveCamera(fieldOfView, 1, 1, 20);
      theirs.zoom = camera.zoom;
      theirs.position.set(...camera.position);
      theirs.up.set(...camera.up);
      theirs.lookAt(...camera.target);
      theirs.updateProjectionMatrix();
      theirs.updateMatrixWorld();
      for (const place of places) {
        const [px, py] = camera.project(place);
        const { x, y } = new Vector3(...place).project(theirs);
        expect(px).toBeCloseTo(((x + 1) / 2) * side, 6);
        expect(py).toBeCloseTo(((1 - y) / 2) * side, 6);
      }
    }
  }
});

test("the ray through the pixel of a place leads to the place", () => {
  const camera = seenFrom(205, 35, 1.7);
  for (const place of places) {
    const ray = camera.ray(...camera.project(place));
    const share = (place[2] - camera.position[2]) / ray[2];
    expect(camera.position[0] + share * ray[0]).toBeCloseTo(place[0], 9);
    expect(camera.position[1] + share * ray[1]).toBeCloseTo(place[1], 9);
  }
});

test("from straight above and from the south it is seen as the contour is", () => {
  const camera = seenFrom(180, 90);
  const [x, y] = camera.project(middle);
  expect([x, y]).toEqual([side / 2, side / 2]);
  expect(camera.project([1, 0, 0])[0]).toBeGreaterThan(x);
  expect(camera.project([0, 1, 0])[1]).toBeLessThan(y);
});

test("at zoom 1 the whole box is in sight from any side", () => {
  for (const width of [320, 544]) {
    for (let bearing = 0; bearing < 360; bearing += 15) {
      for (const elevation of [5, 35, 60, 90]) {
        const camera = new Camera({ bearing, elevation, zoom: 1 }, middle, width, width);
        for (const place of places) {
          const [px, py] = camera.project(place);
          expect(Math.min(px, width - px), `${bearing}, ${elevation}`).toBeGreaterThan(10);
          expect(Math.min(py, width - py), `${bearing}, ${elevation}`).toBeGreaterThan(2);
        }
      }
    }
  }
});

test("a turn goes round, ends above and at the horizon, and zooming has ends", () => {
  expect(turned(firstOrbit, 360, 0).bearing).toBe(firstOrbit.bearing);
  expect(turned(firstOrbit, -600, 0).bearing).toBe(325);
  expect(turned(firstOrbit, 0, 500).elevation).toBe(90);
  expect(turned(firstOrbit, 0, -500).elevation).toBe(5);
  expect(zoomed(firstOrbit, 100).zoom).toBe(3);
  expect(zoomed(firstOrbit, 0).zoom).toBe(0.7);
});

test("between two orbits lies the shorter way", () => {
  const from = { bearing: 350, elevation: 20, zoom: 1 };
  const to = { bearing: 30, elevation: 40, zoom: 2 };
  expect(between(from, to, 0)).toEqual(from);
  expect(between(from, to, 1)).toEqual(to);
  expect(between(from, to, 0.25)).toEqual({ bearing: 0, elevation: 25, zoom: 1.25 });
});

test.each([
  [0, 0, 2],
  [44, 1, 2],
  [46, 1, 3],
  [205, 5, 0],
  [90, 2, 3],
  [270, 6, 1],
  [359, 0, 2],
])("bearing %i is direction %i of the compass, %i quarters on", (bearing, direction, quarters) => {
  const orbit = { ...firstOrbit, bearing };
  expect(compassPoint(orbit)).toBe(direction);
  expect(quarterTurns(orbit)).toBe(quarters);
});

test("an orbit comes back from its text, and what is none does not", () => {
  expect(parseOrbit(orbitText({ bearing: 359.7, elevation: 12.4, zoom: 1.205 }))).toEqual({
    bearing: 0,
    elevation: 12,
    zoom: 1.21,
  });
  expect(parseOrbit(orbitText(firstOrbit))).toEqual(firstOrbit);
  const bad = ["", "1,2", "1,35,1,1", "x,35,1", "360,35,1", "-1,35,1", "1,4,1", "1,91,1"];
  for (const text of [...bad, "1,35,9", "1,,1", "NaN,35,1"]) {
    expect(parseOrbit(text), text).toBeUndefined();
  }
});
