import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { load } from "cheerio";
import { expect, onTestFinished, test } from "vitest";
import { inRoot } from "../../../web/commands/root.mjs";
import { CodeFiles } from "../../../web/site/code-files.js";
import { readPlan } from "../../../web/site/course.js";
import { listLessons, listTools } from "../../../web/site/lesson-list.js";
import { MathRenderer } from "../../../web/site/mathml.js";
import { renderPage } from "../../../web/site/render-page.js";
import { pagePaths, readPage, useSite } from "./harness.js";
import { engine } from "./own-engine.js";

const _site = useSite();
const lessons = inRoot("lessons");
const folders = listLessons(lessons).map(({ slug }) => `${slug}/`);
const tools = listTools(lessons).map((slug) => `${slug}/`);

test("there is a page for every lesson and every tool, and the home page", () => {
  expect(pagePaths()).toEqual(["", ...folders, ...tools].sort());
});

test.each(pagePaths())(
  "/%s is described to search engines and readers, with a way to every lesson",
  (path) => {
    const $ = load(readPage(path));
    expect($("title").text()).toContain("Fall Line");
    expect($('meta[name="description"]').attr("content")?.length).toBeGreaterThan(40);
    expect($("html").attr("lang")).toBe("en");
    // a page without the header is one for a frame: it lists the lessons when it is opened alone
    const bare = $("html").attr("data-bare") !== undefined;
    const ways = $(bare ? ".course-list a" : ".course-map a")
      .toArray()
      .map((link) => new URL(link.attribs.href!, `http://site/${path}`).pathname);
    const wanted = folders.map((folder) => `/${folder}`);
    expect(ways).toEqual(expect.arrayContaining(bare ? wanted : ["/", ...wanted]));
  },
);

test.each(pagePaths())("the first drawing of /%s does not wait for what is for paper", (path) => {
  const $ = load(readPage(path));
  const sheets = $("link[rel=stylesheet]").toArray();
  const forPaper = sheets.filter(({ attribs }) => attribs.media === "print");
  expect(forPaper.map(({ attribs }) => attribs.href)).toEqual([
    expect.stringMatching(/style-print-[\w-]+\.css$/),
  ]);
  expect(sheets.length - forPaper.length, "at most").toBeLessThanOrEqual(5);
});

test("the home page lists every lesson with its own title and description", () => {
  const $ = load(readPage(""));
  for (const { slug, title, description, number } of listLessons(lessons)) {
    const entry = $(`.course-list [data-lesson="${slug}"]`);
    expect(entry.find("a").attr("href")).toBe(`./${slug}/`);
    expect(entry.text()).toContain(number);
    expect(entry.text()).toContain(title);
    expect(entry.text()).toContain(description);
  }
});

test("a folder is all that a new lesson takes", async () => {
  const slug = "a-new-lesson";
  const copy = mkdtempSync(join(tmpdir(), "fall-line-lessons-"));
  onTestFinished(() => rmSync(copy, { recursive: true }));
  cpSync(lessons, copy, { recursive: true });
  const folder = join(copy, slug);
  mkdirSync(folder);
  writeFileSync(
    join(folder, "index.html"),
    `<!doctype html><html lang="en"><head><title>Newton’s method &amp; more</title>
    <meta name="description" content="Curvature in one step, &lt;sometimes&gt;.">
    <meta name="lesson-part" content="Using curvature"><meta name="lesson-number" content="99.1"></head>
    <body><p>The gradient is $\\grad{t}$.</p><h2 id="questions">Questions</h2><fl-quiz src="quiz.json"></fl-quiz></body></html>`,
  );
  cpSync(inRoot("tests/web/browser/fixture/quiz.json"), join(folder, "quiz.json"));

  const list = listLessons(copy);
  const code = new CodeFiles(inRoot(), engine.catalog());
  const where = {
    engine,
    math: new MathRenderer(engine.catalog()),
    lessons: list,
    plan: readPlan(copy),
    code,
  };
  expect(list.map(({ slug }) => `${slug}/`).sort()).toEqual([...folders, `${slug}/`].sort());
  expect(list.at(-1)?.slug, "in the order of the numbers").toBe(slug);

  const previous = list.at(-2)!.slug;

  const home = load(
    await renderPage(
      readFileSync(join(copy, "index.html"), "utf8"),
      { slug: undefined, folder: copy },
      where,
    ),
  );
  const entry = home(`.course-list [data-lesson="${slug}"]`);
  expect(entry.find("a").attr("href")).toBe(`./${slug}/`);
  expect(entry.text()).toContain("99.1 Newton’s method & more");
  expect(entry.text()).toContain("Curvature in one step, <sometimes>.");

  const page = load(
    await renderPage(readFileSync(join(folder, "index.html"), "utf8"), { slug, folder }, where),
  );
  expect(page("h1").text()).toBe("Newton’s method & more");
  expect(page('math [data-symbol="grad"]').length).toBeGreaterThan(0);
  expect(page("fl-quiz .before-script > li")).toHaveLength(3);
  expect(page('.course-map a[aria-current="page"]').text()).toContain("Newton’s method & more");
  expect(page('.neighbours a[rel="prev"]').attr("href")).toBe(`../${previous}/`);
  const before = load(
    await renderPage(
      readFileSync(join(copy, previous, "index.html"), "utf8"),
      { slug: previous, folder: join(copy, previous) },
      where,
    ),
  );
  expect(before('.neighbours a[rel="next"]').attr("href")).toBe(`../${slug}/`);
});
