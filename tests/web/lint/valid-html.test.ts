import { expect, test } from "vitest";
import { validHtmlRule } from "../../../web/lint/rules/valid-html.js";
import { bodyLine, pageOf, told } from "./page-of.js";
import { choiceQuestion, quizOf } from "./quiz-of.js";

const inBody = (body: string) => told(validHtmlRule(pageOf({ body })));

test("valid HTML is fine", () => {
  const body = '<p>A <em>word</em>, $a &lt; b$ and <fl-trace quantities="loss"></fl-trace></p>';
  expect(inBody(body)).toEqual([]);
});

test.each([
  ["<p>a</p>\n<p>b <em>c</p>", /^2: .*\(close-order\)$/],
  ["<p>a\n<div>b</div></p>", /\((no-implicit-close|close-order)\)$/],
  ['<p style="color: red">a</p>', /^1: Inline style is not allowed \(no-inline-style\)$/],
  ['<p style="display: none">a</p>', /\(no-inline-style\)$/],
  ["<style>p { color: red }</style>", /\(no-style-tag\)$/],
  ['<img src="a.png">', /\(wcag\/h37\)$/],
  ['<p id="a">a</p><p id="a">b</p>', /\(no-dup-id\)$/],
  [
    "<p>a</p>\n<script>alert(1)</script>",
    /^2: got a script in the page; allowed: <script type="module" src=…>$/,
  ],
  [
    '<button type="button" onclick="f()">a</button>',
    /^1: got onclick on <button>; allowed: listeners in the lesson’s script$/,
  ],
])("%s is reported, with its line", (body, message) => {
  expect(inBody(body)).toEqual(expect.arrayContaining([expect.stringMatching(message)]));
});

test("a script with its own file, and data, are fine", () => {
  const body =
    '<script type="module" src="./lesson.js"></script><script type="application/json">{"a": 1}</script>';
  expect(inBody(body)).toEqual([]);
});

test("a fault of the source is not told a second time of the built page, one of its own is", () => {
  const body = '<p style="color: red">a</p>';
  const found = validHtmlRule(pageOf({ body, built: `${body}\n<img src="a.png">` }));
  expect(found.map(({ file, line }) => [file, line])).toEqual([
    ["lessons/lesson/index.html", bodyLine],
    ["dist/lesson/index.html", bodyLine + 1],
  ]);
});

test.each([
  [{ explain: "It is <b>long." }, /^question choice, explain: .*\(close-order\)$/],
  [{ explain: "<p>It is long.</p>" }, /^question choice, explain: .*<p>/],
  [{ hints: ["Fine.", "<b>Not</i>"] }, /^question choice, hint 2: .*\(close-order\)$/],
])("a question with %j is reported", { timeout: 20_000 }, (change, message) => {
  const found = validHtmlRule(pageOf({ quiz: quizOf(choiceQuestion(change)) }));
  expect(found.map(({ message: one }) => one)).toEqual(
    expect.arrayContaining([expect.stringMatching(message)]),
  );
  expect(found.every(({ file }) => file === "lessons/lesson/quiz.json")).toBe(true);
});

test("questions with formulas and tags that close are fine", () => {
  const question = choiceQuestion({ explain: "If $a < b$, it is <b>long</b>: $$x$$" });
  expect(validHtmlRule(pageOf({ quiz: quizOf(question) }))).toEqual([]);
});
