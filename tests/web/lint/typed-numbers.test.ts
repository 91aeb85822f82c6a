import { expect, test } from "vitest";
import { typedNumbersRule } from "../../../web/lint/rules/typed-numbers.js";
import { pageOf, told, usualHead } from "./page-of.js";

const inBody = (body: string) => told(typedNumbersRule(pageOf({ body })));

test.each([
  [
    "<p>It takes 200 steps.</p>",
    /^1: got the number 200 in “It takes 200 steps\.”; allowed: <fl-value>.*<span data-plain>200</,
  ],
  ["<p>It takes\n200 steps.</p>", /^2: got the number 200/],
  ["<p>After 10&#8239;000 steps</p>", /got the number 10\u202f000 in/],
  ["<h2>The 3 ways</h2>", /got the number 3/],
  ["<ul><li>one</li>\n<li>2</li></ul>", /^2: got the number 2/],
  ["<table><caption>of 7</caption></table>", /got the number 7/],
  ["<p>10<sup>−8</sup></p>", /got the number 10⁻⁸/],
  ["<p>1<b>00</b></p>", /got the number 100/],
  ["<p><code>steps = 50</code></p>", /got the number 50/],
  [
    "<p>With $\\lrate = 0.001$</p>",
    /the number 0\.001 in the formula “\\lrate = 0\.001”; allowed: <fl-value>.*\\plain\{0\.001\}/,
  ],
  ["<p>With\n$x$ and\n$a + 10^{-8}$</p>", /^3: got the number 10\^\{-8\}/],
  ["<p>$$x\n= 4$$</p>", /got the result 4/],
  ["<p>Just $5$.</p>", /got the number 5/],
  ["<fl-predict><p>After 2 steps?</p></fl-predict>", /got the number 2/],
  [
    '<fl-trace\n caption="The slope is 3."></fl-trace>',
    /^2: got the number 3 in the caption of <fl-trace>, “The slope is 3\.”; allowed: words, or data-plain/,
  ],
  ['<fl-trace description="Drawn 5 times"></fl-trace>', /the number 5 in the description/],
  ['<fl-trace runs="adam learning_rate=1 as With 2; adam"></fl-trace>', /the number 2 in the runs/],
  ['<img src="a.png" alt="A hill of 30 metres">', /the number 30 in the alt/],
  ['<section class="other"><p>See 4.</p></section>', /got the number 4/],
  [
    "<p>It has <span data-plain>no</span> number.</p>",
    /got data-plain on <span>, “no”, where no number needs it/,
  ],
  ["<p><span data-plain>lecture 3</span></p>", /where no number needs it/],
  ["<p data-plain>In <b data-plain>1964</b></p>", /got data-plain on <b> inside of another/],
  ["<div data-plain><p>200</p></div>", /got data-plain on <div>; allowed: on what holds little/],
  ["<p>$\\plain{x} + 1$</p>", /got \\plain\{x\} in a formula/],
  ["<fl-predict data-plain><p>After 2 steps?</p></fl-predict>", /got the number 2/],
])("%s is reported", (body, message) => {
  expect(inBody(body)).toEqual(expect.arrayContaining([expect.stringMatching(message)]));
});

test.each([
  '<p>It takes <fl-value problem="booth" method="adam" steps="1" quantity="loss"></fl-value> steps.</p>',
  "<p>It takes <fl-value>7</fl-value>.</p>",
  "<p>In <span data-plain>2016</span></p>",
  "<p>From <span data-plain>(−8, 6)</span></p>",
  "<p>x<sup>2</sup>, a<sub>12</sub> and $\\mom{1}$<sup>2</sup></p>",
  "<p data-plain>The year 1964, with $\\eps = 0.1$</p>",
  "<table data-plain><tr><td>1</td></tr></table>",
  "<p>The weight is $1 - \\decayone^{\\now}$ of $\\plain{10/\\sqrt{1000}}$, $x^2 = 0$</p>",
  "<p>Lecture 3 and CS182, in 3-D, of β₁</p>",
  '<section class="sources"><p>ICLR 2015, pages 1–15.</p></section>',
  '<fl-descent start="-7,7" steps="200" runs="adam learning_rate=0.3; adam as With it"></fl-descent>',
  '<fl-trace data-plain caption="The slope is 3."></fl-trace>',
  '<ul><li data-value="1e-12">Far smaller</li></ul>',
  "<script>let x = 3;</script>",
  "<!-- 3 -->",
])("%s is fine", (body) => {
  expect(inBody(body)).toEqual([]);
});

test("a number counts once, at its own line, and every number counts", () => {
  expect(inBody("<p>Of 3\nand 4\nand 3</p>").map((one) => one.slice(0, 19))).toEqual([
    "1: got the number 3",
    "2: got the number 4",
    "3: got the number 3",
  ]);
});

test("title and description are read too", () => {
  const head = usualHead
    .replace("A lesson", "The 3 ways")
    .replace("What it", "Why 1 − β is what it");
  const found = typedNumbersRule(pageOf({ head }));
  expect(found.map(({ line }) => line)).toEqual([4, 5]);
  expect(found[1]?.message).toMatch(/the number 1 in the content of <meta>/);
  const marked = head
    .replace("<title>", "<title data-plain>")
    .replace('<meta name="desc', '<meta data-plain name="desc');
  expect(typedNumbersRule(pageOf({ head: marked }))).toEqual([]);
});

const about = { measure: { spec: { problem: "booth", method: "adam" }, quantity: "loss" } };

const quiz = (change: object) => ({
  title: "Questions",
  questions: [
    {
      id: "one",
      kind: "number",
      draw: { beta: { pick: [0.5] } },
      text: "<p>With [[beta]]?</p>",
      answer: about,
      tolerance: 0.01,
      misconceptions: [],
      otherwise: "Look again.",
      explain: "$1-[[beta]]$ is [[answer]].",
      ...change,
    },
  ],
});

const typedIn = "<p>With <fl-value></fl-value>?</p>";

test.each([
  [
    { text: "<p>With 0.9?</p>" },
    "<p>With 0.9?</p>",
    /^question one, text: got the number 0\.9 in “With 0\.9\?”; allowed: a drawn or computed \[\[name\]\]/,
  ],
  [{ otherwise: "Take 1 − β." }, "Take 1 − β.", /question one, otherwise: got the number 1/],
  [
    { explain: "$\\decayone = 0.9$" },
    "$\\decayone = 0.9$",
    /question one, explain: got the number 0\.9 in the formula/,
  ],
  [{ hints: ["First.", "Try 12."] }, "Try 12.", /question one, hint 2: got the number 12/],
  [
    { misconceptions: [{ answer: about, explain: "Not 5." }] },
    "Not 5.",
    /misconception 1: got the number 5/,
  ],
  [{ text: typedIn }, typedIn, /text: got <fl-value>; allowed: `compute`/],
  [{ hints: ["<b data-plain>one</b>"] }, "<b data-plain>one</b>", /where no number needs it/],
])("a question with %j is reported, with its line", (change, html, message) => {
  const page = pageOf({ quiz: quiz(change) });
  const line = page.quizzes[0]!.text.split("\n").findIndex((row) =>
    row.includes(JSON.stringify(html)),
  );
  expect(typedNumbersRule(page)).toEqual([
    { file: "lessons/lesson/quiz.json", line: line + 1, message: expect.stringMatching(message) },
  ]);
});

test.each([
  {},
  { text: "<p>With <span data-plain>0.9</span>?</p>" },
  { explain: "$\\decayone = \\plain{0.9}$, not [[beta]]²." },
])("a question with %j is fine", (change) => {
  expect(typedNumbersRule(pageOf({ quiz: quiz(change) }))).toEqual([]);
});
