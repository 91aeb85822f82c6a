import { expect, test } from "vitest";
import { beginnings, faultOf, Pieces, parsePieces, piecesText } from "../../web/scene/pieces.js";
import { engine } from "./browser/own-engine.js";

const { pieceShapes } = engine.catalog();

function pieces(text: string): Pieces {
  const all = parsePieces(text, pieceShapes);
  if (!all) throw new Error(text);
  return new Pieces(all, pieceShapes);
}

/** The core's own judgement of a text. */
function taken(text: string): boolean {
  try {
    engine.analyse({
      analysis: "schedule",
      schedule: { name: "pieces", settings: { pieces: text } },
    });
    return true;
  } catch {
    return false;
  }
}

test.each([
  ["linear:10:0:1,constant:30:1,cosine:60:1:0", true],
  [" linear : 10 : 0 : 1 , constant:30:1", true],
  ["exponential:10:1:0.5,inverse_time:9:0.5:0.1,inverse_root:2:0.1:0.2,step:8:1:0.1", true],
  ["", false],
  ["linear:10:0", false],
  ["constant:10:1:1", false],
  ["wave:10:0:1", false],
  ["linear:0:0:1", false],
  ["linear:-3:0:1", false],
  ["linear:1e7:0:1", false],
  ["linear:5:0:x", false],
  ["linear:5::1", false],
  ["exponential:5:1:0", false],
  [Array.from({ length: 51 }, () => "constant:1:1").join(","), false],
])("%j is understood here as in the core", (text, good) => {
  expect(parsePieces(text, pieceShapes) !== undefined).toBe(good);
  expect(taken(text)).toBe(good);
});

test("pieces are written as they are read", () => {
  const text = "linear:10:0:1,constant:30:1,cosine:60:1:0";
  expect(piecesText(pieces(text).all)).toBe(text);
  expect(beginnings(pieces(text).all)).toEqual([0, 10, 40, 100]);
});

test("an end takes along what goes on from there, through a constant", () => {
  const moved = pieces("linear:10:0:1,constant:30:1,cosine:60:1:0").withTo(0, 0.5);
  expect(piecesText(moved.all)).toBe("linear:10:0:0.5,constant:30:0.5,cosine:60:0.5:0");
  const apart = pieces("constant:10:1,constant:10:0.5").withTo(0, 0.8);
  expect(piecesText(apart.all)).toBe("constant:10:0.8,constant:10:0.5");
  const middle = pieces("linear:10:0:1,constant:30:1,cosine:60:1:0").withTo(1, 0.7);
  expect(piecesText(middle.all)).toBe("linear:10:0:0.7,constant:30:0.7,cosine:60:0.7:0");
  const levels = pieces("constant:10:1,constant:10:1,cosine:10:1:0").withTo(1, 0.6);
  expect(piecesText(levels.all)).toBe("constant:10:1,constant:10:0.6,cosine:10:0.6:0");
});

test("an end in time moves the border of two pieces, and the last one the end", () => {
  const three = pieces("linear:10:0:1,constant:30:1,cosine:60:1:0");
  expect(beginnings(three.withEnd(0, 25, 100).all)).toEqual([0, 25, 40, 100]);
  expect(beginnings(three.withEnd(0, -9, 100).all)).toEqual([0, 1, 40, 100]);
  expect(beginnings(three.withEnd(0, 99, 100).all)).toEqual([0, 39, 40, 100]);
  expect(beginnings(three.withEnd(2, 80, 100).all)).toEqual([0, 10, 40, 80]);
  expect(beginnings(three.withEnd(2, 500, 100).all)).toEqual([0, 10, 40, 100]);
});

test("a form that never comes down to zero keeps its ends above it", () => {
  const exponential = pieces("cosine:60:1:0").withShape(0, "exponential");
  expect(piecesText(exponential.all)).toBe("exponential:60:1:0.01");
  expect(piecesText(exponential.withTo(0, 0).all)).toBe("exponential:60:1:0.01");
  expect(faultOf({ shape: "exponential", length: 9, from: 1, to: 0 }, pieceShapes)).toBe("zero");
});

test("pieces are added, removed and put earlier", () => {
  const one = pieces("cosine:60:1:0.2");
  expect(piecesText(one.withMore(100).all)).toBe("cosine:60:1:0.2,constant:40:0.2");
  expect(piecesText(one.withMore(50).all)).toBe("cosine:60:1:0.2,constant:20:0.2");
  const two = one.withMore(100);
  expect(piecesText(two.withEarlier(1).all)).toBe("constant:40:0.2,cosine:60:1:0.2");
  expect(piecesText(two.without(0).all)).toBe("constant:40:0.2");
});

test("every change gives a schedule that the core takes", () => {
  for (const shape of pieceShapes) {
    const changed = pieces("linear:10:0:1,cosine:60:1:0").withShape(0, shape.name);
    for (const one of [
      changed,
      changed.withTo(0, 0),
      changed.withFrom(0, 0),
      changed.withEarlier(1),
    ]) {
      expect(taken(piecesText(one.all)), piecesText(one.all)).toBe(true);
    }
  }
});
