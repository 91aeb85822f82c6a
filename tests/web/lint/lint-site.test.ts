import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { inRoot } from "../../../web/commands/root.mjs";
import { lintSite } from "../../../web/lint/lint-site.js";
import { findingText } from "../../../web/lint/problem.js";
import { dist } from "../browser/harness.js";
import { engine } from "../browser/own-engine.js";

/** Every question of every lesson is opened many times. */
const timeout = 60_000;

const folders = readdirSync(inRoot("lessons"), { withFileTypes: true }).filter((entry) =>
  entry.isDirectory(),
);

test("nothing is wrong with the lessons, and all of them were looked at", { timeout }, async () => {
  const { findings, pages, questions } = await lintSite({ root: inRoot(), dist }, engine);
  expect(findings.map(findingText)).toEqual([]);
  expect(pages).toBe(folders.length + 1);
  expect(questions).toBeGreaterThanOrEqual(5);
});

/** The repository's lessons and its built site, with another lesson, and faults in two pages. */
function spoiledSite() {
  const root = mkdtempSync(join(tmpdir(), "fall-line-content-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  cpSync(inRoot("lessons"), join(root, "lessons"), { recursive: true });
  for (const { name } of folders) {
    mkdirSync(join(root, "dist", name), { recursive: true });
    cpSync(join(dist, name, "index.html"), join(root, "dist", name, "index.html"));
  }
  cpSync(join(dist, "index.html"), join(root, "dist/index.html"));
  const spoil = (file: string, from: RegExp, to: string) => {
    const path = join(root, file);
    const text = readFileSync(path, "utf8");
    expect(text).toMatch(from);
    writeFileSync(path, text.replace(from, to));
  };
  return { root, spoil };
}

test("problems of every page and of its questions are reported, in order", {
  timeout,
}, async () => {
  const { root, spoil } = spoiledSite();
  spoil("lessons/index.html", /<\/fl-descent>/, "</fl-descent><p>It has 9 parts.</p>");
  spoil("lessons/adam/index.html", /<p class="lead">/, '<p class="lead"><b>Since 1964.');
  spoil("lessons/adam/quiz.json", /"kind": "single"/, '"kind": "essay"');
  const { findings } = await lintSite({ root, dist: join(root, "dist") }, engine);
  const seen = findings.filter(({ rule }) => rule !== "links").map(findingText);
  expect(seen).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^lessons\/adam\/index\.html:\d+: html: .*close-order/),
      expect.stringMatching(/^lessons\/adam\/index\.html:\d+: numbers: got the number 1964/),
      expect.stringMatching(
        /^lessons\/adam\/quiz\.json:\d+: quiz: question why-correct: `kind` must/,
      ),
      expect.stringMatching(/^lessons\/index\.html:\d+: numbers: got the number 9/),
    ]),
  );
  expect(findings.map(({ file }) => file)).toEqual(findings.map(({ file }) => file).toSorted());
});

test("where the site cannot be built, what was written is checked all the same", {
  timeout,
}, async () => {
  const { root, spoil } = spoiledSite();
  spoil("lessons/adam/index.html", /<meta name="lesson-number"[^>]*>/, "");
  spoil(
    "lessons/adam/index.html",
    /method="adam" default="beta1"/,
    'method="adan" default="beta1"',
  );
  spoil("lessons/index.html", /<\/fl-descent>/, "</fl-descent><p>$\\nosuchmacro$</p>");
  spoil("lessons/adam/quiz.json", /"explain": "Every step/, '"explain": "$\\\\frac{$ Every step');
  const { findings } = await lintSite({ root, dist: undefined }, engine);
  expect(findings.map(findingText)).toEqual([
    expect.stringMatching(
      /^lessons\/adam\/index\.html: lesson: the head needs <meta name="lesson-number"/,
    ),
    expect.stringMatching(
      /^lessons\/adam\/index\.html:\d+: computed: got <fl-value> that the core refuses: .*"adan"/,
    ),
    expect.stringMatching(
      /^lessons\/adam\/quiz\.json:\d+: formulas: question which-true, .*cannot be set: /,
    ),
    expect.stringMatching(
      /^lessons\/index\.html:\d+: formulas: got a formula that cannot be set: \\nosuchmacro/,
    ),
  ]);
});
