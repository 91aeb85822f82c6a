import { expect, test } from "vitest";
import { lessonPartsRule } from "../../../web/lint/rules/lesson-parts.js";
import { pageOf, told, usualHead } from "./page-of.js";

const parts = {
  lead: '<p class="lead">Drag the ring.</p>',
  descent: "<fl-descent></fl-descent>",
  predict: "<fl-predict></fl-predict>",
  derivation: "<fl-derivation></fl-derivation>",
  slip: "<fl-slip></fl-slip>",
  quiz: "<fl-quiz></fl-quiz>",
  takeaway: '<ul class="takeaway"><li>a</li><li>b</li><li>c</li></ul>',
  sources: '<section class="sources"><ul><li>CS5330, lecture 2</li></ul></section>',
};

const lesson = (change: Partial<typeof parts> = {}) =>
  Object.values({ ...parts, ...change })
    .filter(Boolean)
    .join("\n");

const messages = (change: Partial<typeof parts>, head = usualHead) =>
  told(lessonPartsRule(pageOf({ body: lesson(change), head })));

const headWithout = (what: string) => `${usualHead}<meta name="lesson-without" content="${what}">`;

test("a lesson with all its parts is fine", () => {
  expect(messages({})).toEqual([]);
});

const words = (count: number) => `<p>${"word ".repeat(count)}</p>`;

test.each([
  [
    "descent",
    "",
    /^has no experiment \(<fl-descent> or <fl-controls>\); allowed: .*lesson-without" content="experiment"/,
  ],
  ["predict", "", /^has no prediction/],
  ["derivation", "", /^has no derivation/],
  ["slip", "", /^has no slip to find .*<meta name="lesson-without" content="slip">/],
  ["quiz", "", /^has 0 <fl-quiz>; allowed: exactly one/],
  ["quiz", "<fl-quiz></fl-quiz><fl-quiz></fl-quiz>", /^has 2 <fl-quiz>/],
  ["takeaway", "", /^has 0 <ul class="takeaway">/],
  [
    "takeaway",
    '<ul class="takeaway"><li>a</li><li>b</li></ul>',
    /^7: got 2 lines to take away; allowed: 3/,
  ],
  ["sources", "", /^has 0 <section class="sources">/],
  [
    "sources",
    '<section class="sources"><ul><li>A book</li></ul></section>',
    /^8: got sources without a lecture/,
  ],
  [
    "lead",
    words(81),
    /^has 81 words before its first figure; allowed: a figure after at most 80 words/,
  ],
] as const)("a lesson with %s “%s” is reported", (part, text, message) => {
  expect(messages({ [part]: text })).toEqual(
    expect.arrayContaining([expect.stringMatching(message)]),
  );
});

test("so many words before the first figure are fine", () => {
  expect(messages({ lead: words(80) })).toEqual([]);
  expect(messages({ descent: "", slip: "" })).toContain(
    "has no figure; allowed: a figure after at most 80 words",
  );
});

test("a lesson may say what it does without, and then must", () => {
  expect(messages({ slip: "", derivation: "" }, headWithout("slip derivation"))).toEqual([]);
  expect(messages({}, headWithout("slip"))).toEqual([
    expect.stringMatching(/got lesson-without slip, but the lesson has one/),
  ]);
  expect(messages({}, headWithout("quiz"))).toEqual([
    expect.stringMatching(
      /got lesson-without quiz; allowed: prediction, derivation, experiment, slip$/,
    ),
  ]);
});

test("controls of a chart are an experiment too", () => {
  const descent = "<fl-trace></fl-trace><fl-controls></fl-controls>";
  expect(messages({ descent })).toEqual([]);
});

test("the built page links to the lesson after it", () => {
  const built = (link: string) => pageOf({ body: lesson(), built: link, next: "adam/" });
  expect(lessonPartsRule(built('<a rel="next" href="../adam/">Next</a>'))).toEqual([]);
  expect(lessonPartsRule(built('<a rel="next" href="../race/">Next</a>'))).toEqual([
    {
      file: "dist/lesson/index.html",
      line: undefined,
      message: "links to ../race/ as the next lesson; allowed: ../adam/",
    },
  ]);
  expect(told(lessonPartsRule(built("")))).toEqual([
    "links to nothing as the next lesson; allowed: ../adam/",
  ]);
});

test.each(["home", "tool"] as const)("a page that is %s has no parts to have", (kind) => {
  expect(lessonPartsRule(pageOf({ body: "<p>a</p>", kind }))).toEqual([]);
});
