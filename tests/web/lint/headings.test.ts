import { expect, test } from "vitest";
import { headingsRule } from "../../../web/lint/rules/headings.js";
import { pageOf, told } from "./page-of.js";

const inBody = (body: string, built = `<h1>Title</h1>${body}`) =>
  told(headingsRule(pageOf({ body, built })));

test.each([
  "<h2>One</h2><h3>Part</h3><h2>Two</h2>",
  "<h2><math><mi>x</mi></math></h2>",
  '<h2><img src="a.svg" alt="A hill"></h2>',
  "",
])("%s is in order", (body) => {
  expect(inBody(body)).toEqual([]);
});

test.each([
  ["<h2>One</h2>\n<h4>Part</h4>", "2: got <h4> “Part”; allowed: <h3> or higher after <h2>"],
  ["<p>a</p>\n<h3>Part</h3>", "2: got <h3> “Part”; allowed: <h2> or higher after <h1>"],
  ["<p>a</p>\n<h2> </h2>", "2: got an empty <h2>; allowed: a heading that says something"],
  [
    '<h2><img src="a.svg" alt=""></h2>',
    "1: got an empty <h2>; allowed: a heading that says something",
  ],
  ["<h1>Another</h1>", "has 2 headings <h1>; allowed: exactly one"],
])("%s is reported", (body, message) => {
  expect(inBody(body)).toEqual([message]);
});

test("a page without a title of its own is reported, and so is what comes before it", () => {
  expect(inBody("<h2>One</h2>", "<h2>One</h2>")).toEqual([
    "has 0 headings <h1>; allowed: exactly one",
    "1: got <h2> “One”; allowed: <h1> first",
  ]);
});
