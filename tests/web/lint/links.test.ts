import { expect, test } from "vitest";
import { linksRule } from "../../../web/lint/rules/links.js";
import { bodyLine, pageOf, told } from "./page-of.js";
import { choiceQuestion, quizOf } from "./quiz-of.js";

/** A site of two pages and a picture. */
const files: Record<string, string[]> = {
  "index.html": ["top"],
  "lesson/index.html": ["here", "größe"],
  "icon.svg": [],
};
const targets = {
  hasFile: (path: string) => path in files,
  idsIn: (path: string) => files[path] ?? [],
};

const inBody = (body: string) => told(linksRule(pageOf({ body }), targets));

test.each([
  '<a href="../">home</a>',
  '<a href="../#top">home</a>',
  '<a href="#here">below</a>',
  '<a href="./#gr%C3%B6%C3%9Fe">below</a>',
  '<a href="../?x=1#top">home</a>',
  '<img src="../icon.svg" alt="">',
  '<img srcset="../icon.svg 1x, ../icon.svg 2x" src="../icon.svg" alt="">',
  '<a href="https://doi.org/10.1000/182">paper</a>',
])("%s is fine", (body) => {
  expect(inBody(body)).toEqual([]);
});

test.each([
  [
    '<p>a</p>\n<a href="../other/">x</a>',
    '2: got href="../other/", and there is no other/index.html in the built site; allowed: what is there',
  ],
  [
    '<a href="../#bottom">x</a>',
    '1: got href="../#bottom", and index.html has no id “bottom”; allowed: an id that is there',
  ],
  [
    '<a href="#there">x</a>',
    '1: got href="#there", and lesson/index.html has no id “there”; allowed: an id that is there',
  ],
  [
    '<img src="hill.png" alt="">',
    '1: got src="hill.png", and there is no lesson/hill.png in the built site; allowed: what is there',
  ],
  [
    '<img src="../icon.svg" srcset="../icon.svg 1x, big.svg 2x" alt="">',
    '1: got srcset="big.svg", and there is no lesson/big.svg in the built site; allowed: what is there',
  ],
  ['<a href="/lesson/">x</a>', '1: got href="/lesson/"; allowed: a relative address'],
  ['<a href="">x</a>', '1: got href=""; allowed: a relative address'],
  ['<a href="#">x</a>', '1: got href="#"; allowed: an anchor with a name'],
  [
    '<a href="http://doi.org/1">x</a>',
    '1: got href="http://doi.org/1"; allowed: relative addresses and https:',
  ],
  [
    '<a href="//doi.org/1">x</a>',
    '1: got href="//doi.org/1"; allowed: relative addresses and https:',
  ],
  [
    '<a href="mailto:a@b.org">x</a>',
    '1: got href="mailto:a@b.org"; allowed: relative addresses and https:',
  ],
  [
    '<a href="javascript:alert()">x</a>',
    '1: got href="javascript:alert()"; allowed: relative addresses and https:',
  ],
  [
    '<a href="https://doi .org/1">x</a>',
    '1: got href="https://doi .org/1"; allowed: a well-formed address',
  ],
  [
    '<a href="https://doi.org:8443/1">x</a>',
    '1: got href="https://doi.org:8443/1"; allowed: a host without port and user',
  ],
  [
    '<a href="https://me@doi.org/1">x</a>',
    '1: got href="https://me@doi.org/1"; allowed: a host without port and user',
  ],
])("%s is reported", (body, message) => {
  expect(inBody(body)).toEqual([message]);
});

test("a host that is not listed is reported with those that are", () => {
  expect(inBody('<a href="https://doi.com/1">x</a>')).toEqual([
    expect.stringMatching(
      /^1: got href="https:\/\/doi\.com\/1"; allowed: the hosts in web\/lint\/link-hosts\.ts, .*doi\.org/,
    ),
  ]);
});

test("all dead links of a page are reported, each address once", () => {
  const body = '<a href="#x">x</a>\n<a href="#y">y</a>\n<a href="#x">x</a>';
  expect(inBody(body).map((one) => one.slice(0, 16))).toEqual([
    '1: got href="#x"',
    '2: got href="#y"',
  ]);
});

test("what only the built page has is reported there", () => {
  const page = pageOf({ body: "<p>a</p>", built: '<p>a</p>\n<a href="../gone/">x</a>' });
  expect(linksRule(page, targets)).toEqual([
    {
      file: "dist/lesson/index.html",
      line: bodyLine + 1,
      message: expect.stringContaining("gone/index.html"),
    },
  ]);
});

test("links in questions are followed too", () => {
  const quiz = quizOf(choiceQuestion({ explain: 'See <a href="#nowhere">there</a>.' }));
  expect(linksRule(pageOf({ quiz }), targets).map(({ file, message }) => [file, message])).toEqual([
    [
      "lessons/lesson/quiz.json",
      'question choice, explain: got href="#nowhere", and lesson/index.html has no id “nowhere”; allowed: an id that is there',
    ],
  ]);
});

test("an id that occurs twice is reported where it occurs again", () => {
  expect(inBody('<p id="a">x</p>\n<p id="b">x</p>\n<p id="a">x</p>')).toEqual([
    "3: got the id “a” a second time; allowed: once",
  ]);
});
