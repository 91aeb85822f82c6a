import { expect, test } from "vitest";
import { describedFiguresRule } from "../../../web/lint/rules/described-figures.js";
import { pageOf, told } from "./page-of.js";

const inBody = (body: string) => told(describedFiguresRule(pageOf({ body })));

test.each([
  '<fl-descent caption="A valley from above, with two paths."></fl-descent>',
  '<fl-trace description="The step length rises and falls."></fl-trace>',
  "<fl-controls></fl-controls><fl-transport></fl-transport>",
  "<fl-predict><p>How long is it?</p></fl-predict>",
  '<fl-slip caption="Both runs, step by step."><div class="before"><h3>Lecture 1</h3></div></fl-slip>',
  '<img src="a.png" alt="A hill"> <img src="b.png" alt="">',
  '<svg aria-label="A hill"></svg><canvas aria-hidden="true"></canvas>',
  "<figure><p>A hill</p><figcaption>A hill.</figcaption></figure>",
  "<fl-lesson-list></fl-lesson-list>",
])("%s is fine", (body) => {
  expect(inBody(body)).toEqual([]);
});

test.each([
  [
    "<p>a</p>\n<fl-descent></fl-descent>",
    /^2: got <fl-descent> that says nothing of its picture; allowed: caption="…" .* description="…"/,
  ],
  ['<fl-trace caption=""></fl-trace>', /^1: got <fl-trace> that says nothing of its picture/],
  [
    '<fl-trace\n  caption="The chart"></fl-trace>',
    /^2: got caption="The chart" on <fl-trace>; allowed: a sentence/,
  ],
  [
    '<fl-slip><div class="before"><h3>Lecture 1</h3></div></fl-slip>',
    /got <fl-slip> that says nothing of its picture/,
  ],
  [
    '<fl-slip caption="Both runs, step by step."></fl-slip>',
    /got <fl-slip> without a heading in <div class="before">/,
  ],
  ["<fl-predict><ul><li>a</li></ul></fl-predict>", /got <fl-predict> without a question in a <p>/],
  ['<img src="a.png">', /got <img> without alt/],
  ["<svg></svg>", /got <svg> without words/],
  ["<canvas></canvas>", /got <canvas> without words/],
  ["<figure><p>A hill</p></figure>", /got <figure> without words/],
  ["<fl-tarce></fl-tarce>", /got <fl-tarce>, which is no element; allowed: .*fl-trace/],
])("%s is reported", (body, message) => {
  expect(inBody(body)).toEqual([expect.stringMatching(message)]);
});

test("words that two pictures share are reported", () => {
  const trace = '<fl-trace caption="The length of each step."></fl-trace>';
  expect(inBody(`${trace}\n${trace}`)).toEqual([
    expect.stringMatching(
      /^2: got caption="The length of each step\." on <fl-trace>, the words of line \d+; allowed: words of its own/,
    ),
  ]);
});
