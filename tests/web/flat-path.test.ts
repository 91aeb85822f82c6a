import { expect, test } from "vitest";
import { flatPath } from "../../web/plots/path-layer.js";
import { Plane } from "../../web/plots/plane.js";

const plane = new Plane([0, 1], [0, 1], 500, 500);

/** The lines that a path strokes, each with its two ends. */
function linesOf(points: [number, number][]): string[] {
  const lines: string[] = [];
  let at = "";
  const go = (x: number, y: number) => `${x.toFixed(1)},${y.toFixed(1)}`;
  const pen = {
    beginPath: () => {},
    stroke: () => {},
    moveTo: (x: number, y: number) => {
      at = go(x, y);
    },
    lineTo: (x: number, y: number) => {
      lines.push(`${at} ${go(x, y)}`);
      at = go(x, y);
    },
  };
  const look = { style: {} as never, colour: "" };
  const path = flatPath(plane, Float64Array.from(points.flat()), look);
  path.stroke(pen as never, 0, points.length - 1);
  return lines;
}

test("a run that swings between two points for thousands of steps is one line there", () => {
  const swing = (i: number): [number, number] => (i % 2 ? [0.2, 0.3] : [0.7, 0.6]);
  const way: [number, number][] = [
    [0.1, 0.9],
    ...Array.from({ length: 20_000 }, (_, i) => swing(i)),
  ];
  const lines = linesOf([...way, [0.5, 0.1]]);
  expect(lines).toHaveLength(3);
  const ends = lines.map((line) => line.split(" "));
  expect(ends[0]?.[1]).toBe(ends[1]?.[0]);
  expect(ends[2]?.[0], "it goes on from where the run is").toBe(ends[1]?.[1]);
});

test("what goes over nothing is stroked step by step, however long it is", () => {
  const way = Array.from({ length: 3000 }, (_, i): [number, number] => {
    const turn = i / 40;
    const r = 0.02 + i / 7000;
    return [0.5 + r * Math.cos(turn), 0.5 + r * Math.sin(turn)];
  });
  const steps = way.slice(1).filter(([x, y], i) => {
    const [fromX = 0, fromY = 0] = way[i] ?? [];
    return Math.abs(x - fromX) + Math.abs(y - fromY) >= 0.5 / 500;
  });
  expect(linesOf(way).length).toBeGreaterThan(0.9 * steps.length);
});
