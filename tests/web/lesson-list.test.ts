import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { listLessons, listTools } from "../../web/site/lesson-list.js";

/** A folder of lessons, each with what its head says. */
function lessonsOf(heads: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), "fall-line-lessons-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [slug, head] of Object.entries(heads)) {
    mkdirSync(join(folder, slug));
    writeFileSync(join(folder, slug, "index.html"), `<!doctype html><head>${head}</head><p>Text`);
  }
  return folder;
}

const head = (number: string, more = "") =>
  `<title> On ${number} </title><meta name="description" content="About ${number}">
   <meta name="lesson-part" content="Part"><meta name="lesson-number" content="${number}">${more}`;

test("lessons stand in the order of their numbers, not of their names", () => {
  const folder = lessonsOf({ a: head("10.1"), b: head("2.10"), c: head("2.9"), d: head("1.1") });
  mkdirSync(join(folder, "pictures"));
  writeFileSync(join(folder, "index.html"), "the home page");
  expect(listLessons(folder).map(({ slug }) => slug)).toEqual(["d", "c", "b", "a"]);
  expect(listLessons(folder)[0]).toEqual({
    slug: "d",
    title: "On 1.1",
    description: "About 1.1",
    number: "1.1",
    part: "Part",
  });
});

test.each([
  ["title", head("1.1").replace(/<title>.*<\/title>/, ""), /the head needs a <title>/],
  ["description", head("1.1").replace("description", "other"), /needs <meta name="description"/],
  ["part", head("1.1").replace("lesson-part", "other"), /needs <meta name="lesson-part"/],
  ["number", head("1.1").replace("lesson-number", "other"), /needs <meta name="lesson-number"/],
  ["number that is one", head("3"), /lesson-number is "3"; allowed: part\.lesson, e\.g\. 3\.4/],
  ["number in words", head("three.four"), /lesson-number is "three\.four"/],
])("a lesson without a %s is refused, with its file", (_what, text, words) => {
  const folder = lessonsOf({ faulty: text });
  expect(() => listLessons(folder)).toThrow(words);
  expect(() => listLessons(folder)).toThrow(join("faulty", "index.html"));
});

test("a page of the site is no lesson", () => {
  const tool = '<title>Figure</title><meta name="page" content="tool">';
  const folder = lessonsOf({ figure: tool, a: head("1.1"), away: tool });
  expect(listLessons(folder).map(({ slug }) => slug)).toEqual(["a"]);
  expect(listTools(folder)).toEqual(["away", "figure"]);
});
