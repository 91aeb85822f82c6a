import { load } from "cheerio";
import { expect, test } from "vitest";
import { nameFigures } from "../../web/site/figure-ids.js";

function idsIn(main: string, rest = ""): (string | undefined)[] {
  const $ = load(`${rest}<main>${main}</main>`);
  nameFigures($, "adam");
  return $("main [id]")
    .toArray()
    .map(({ attribs }) => attribs.id);
}

test("a figure keeps its own id, and gets one of its scene and its element where it has none", () => {
  expect(
    idsIn(`<fl-descent scene="race"></fl-descent><fl-trace id="mine" scene="race"></fl-trace>
      <fl-transport scene="race"></fl-transport><fl-quiz></fl-quiz>`),
  ).toEqual(["race-descent", "mine", "race-transport", "quiz"]);
});

test("no two figures get the same id, nor one that something else has", () => {
  expect(
    idsIn(`<h2 id="race-trace-2">Heading</h2><fl-trace scene="race"></fl-trace>
      <fl-trace scene="race"></fl-trace><fl-trace scene="race"></fl-trace>`),
  ).toEqual(["race-trace-2", "race-trace", "race-trace-3", "race-trace-4"]);
});

test("a figure of its own is not called like a scene: both would write to the same address", () => {
  expect(idsIn(`<fl-trace></fl-trace><fl-descent scene="trace"></fl-descent>`)).toEqual([
    "trace-2",
    "trace-descent",
  ]);
});

test("numbers in the text and parts of the page are no figures; what is inside another is one", () => {
  expect(
    idsIn(
      `<p><fl-value></fl-value></p><fl-notice></fl-notice>
      <fl-slip scene="s"><div class="after"><fl-trace scene="t"></fl-trace></div></fl-slip>`,
      "<fl-theme></fl-theme>",
    ),
  ).toEqual(["s-slip", "t-trace"]);
});

test("the build ends where two elements of a page have the same id", () => {
  expect(() => idsIn(`<h2 id="one">One</h2><fl-trace id="one"></fl-trace>`)).toThrow(
    'adam: two elements have the id "one"',
  );
});

test("the build ends where a derivation is named like a scene", () => {
  expect(() =>
    idsIn(`<fl-damping-pad scene="pad"></fl-damping-pad><fl-derivation id="pad"></fl-derivation>`),
  ).toThrow('adam: a derivation and a scene are named "pad"');
});
