// A lesson as one file, opened from the disk without a network.
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { load } from "cheerio";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { inRoot } from "../../../web/commands/root.mjs";
import { singleSteps, wantedFiles } from "../../../web/commands/single.mjs";
import { words } from "../../../web/words/en.js";
import { singleWords } from "../../../web/words/single.js";
import { complaintsOf, painted, useSite } from "./harness.js";
import { openEverything } from "./open-everything.js";
import { sceneOf } from "./scene-in-page.js";

const site = useSite();

const course = "https://example.org/fall-line/";
// a lesson of runs with a surface and code by itself, and one whose plane may ask for any method as
// a part of its course
const lessons = [
  { lesson: "adam", within: undefined },
  { lesson: "svm-vs-cross-entropy", within: course },
];
const folder = mkdtempSync(join(tmpdir(), "fall-line single ")); // a name with a space in it
const fileOf = (lesson: string) => join(folder, `${lesson}.html`);
const progress = { detail: () => {}, release: () => {} };

async function write(lesson: string, ...options: string[]): Promise<void> {
  for (const { run } of singleSteps(wantedFiles([lesson, ...options]))) await run(progress);
  copyFileSync(inRoot("dist-single", `${lesson}.html`), fileOf(lesson));
}

beforeAll(async () => {
  for (const { lesson, within } of lessons) {
    await write(lesson, ...(within ? ["--course", within.replace(/\/$/, "")] : []));
  }
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Opens the file as a double-click does, and lists all that it asked for. */
async function openFile(lesson: string) {
  const context = await site.browser.newContext({
    viewport: { width: 1280, height: 900 },
    reducedMotion: "reduce",
  });
  onTestFinished(() => context.close());
  await context.setOffline(true);
  const page = await context.newPage();
  const complaints = await complaintsOf(page);
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  const address = pathToFileURL(fileOf(lesson)).href;
  await page.goto(address);
  await page.waitForSelector("html[data-ready]", { state: "attached" });
  const foreign = () =>
    asked.filter((url) => !url.startsWith(address) && !/^(data|blob):/.test(url));
  return { page, complaints, foreign, address };
}

async function drag(page: Page, handle: string): Promise<void> {
  await page.locator(handle).first().scrollIntoViewIfNeeded();
  const box = await page.locator(handle).first().boundingBox();
  if (!box) throw new Error(`${handle} is not to be seen`);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2 + 50, box.y + box.height / 2 + 30, { steps: 4 });
  await page.mouse.up();
}

describe.each(lessons)("$lesson", ({ lesson, within }) => {
  test("everything on it works from the disk, without a request to anywhere", async () => {
    const { page, complaints, foreign } = await openFile(lesson);
    await openEverything(page);
    await page.locator("fl-notation button").first().click();
    await page.locator(".notation-panel").getByText(words.notation.names.l1.full).click();
    await expect.poll(() => page.url()).toContain("notation=l1");
    await page.locator("fl-theme button").click();
    const question = page.locator("fl-quiz .question").first();
    await question.locator("input").first().check();
    await question.locator("[type=submit]").click();
    await question.locator(".feedback").first().waitFor();
    await painted(page);
    expect(complaints).toEqual([]);
    expect(foreign()).toEqual([]);
    expect(await page.locator(".notices").count()).toBe(0);
  });

  test("it holds no address of another file, and a policy that lets in none", async () => {
    const $ = load(readFileSync(fileOf(lesson), "utf8"));
    const named = $("[src], link[href], a[href]")
      .toArray()
      .map((one) => $(one).attr("src") ?? $(one).attr("href") ?? "")
      .filter((address) => !/^(data:|#|https:)/.test(address));
    expect(named).toEqual([]);
    const elsewhere = $("[src^='http'], link[href^='http']").length;
    expect(elsewhere).toBe(0);
    const policy = $('meta[http-equiv="Content-Security-Policy"]').attr("content") ?? "";
    expect(policy).toMatch(/^default-src 'none'; script-src 'sha256-/);
    expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|'self'|https?:|\*/);
    expect($(".colophon").html()).toContain(singleWords.note(within));
    expect($("#licences").text()).toMatch(/lit/i);
  });
});

test("a figure is dragged, and what it shows is computed", async () => {
  const { page, complaints } = await openFile("adam");
  const figure = page.locator("fl-descent").first();
  const before = (await sceneOf(figure)).runs[0]?.theta[0];
  await drag(page, "fl-descent .start");
  await expect.poll(async () => (await sceneOf(figure)).runs[0]?.theta[0]).not.toBe(before);
  await expect.poll(() => page.url()).toContain("race.start");
  await page.reload();
  await page.waitForSelector("html[data-ready]", { state: "attached" });
  expect((await sceneOf(figure)).runs[0]?.theta[0], "the address keeps it").not.toBe(before);
  expect(complaints).toEqual([]);
});

test("the menu of a figure offers no address, where nobody else could open it", async () => {
  const { page } = await openFile("adam");
  await page.locator("fl-descent fl-figure-menu button").first().click();
  expect(await page.getByText(words.figure.embed).count()).toBe(0);
});

test("with the address of the course, links to other lessons lead there", () => {
  const $ = load(readFileSync(fileOf("svm-vs-cross-entropy"), "utf8"));
  const leads = (text: string) => $(`a:contains("${text}")`).attr("href");
  expect(leads("next lesson")).toBe(`${course}regularization/`);
  expect($(".brand").attr("href")).toBe(course);
  expect($(".colophon").html()).toContain(singleWords.note(course));
});

test("what it is called with is checked", () => {
  expect(wantedFiles(["adam/", "--course", "https://a.org/x?y#z"])).toEqual({
    lessons: ["adam"],
    course: "https://a.org/x/",
  });
  expect(() => wantedFiles(["adam", "--course", "ftp://x"])).toThrow('--course is "ftp://x"');
  expect(() => wantedFiles(["adam", "--course"])).toThrow('--course is ""');
  expect(() => wantedFiles(["--all"])).toThrow('"--all" is no argument');
});

test("an unknown lesson is answered with the lessons there are", () => {
  const called = spawnSync(
    process.execPath,
    [inRoot("web/commands/build-single.mjs"), "no-such-lesson"],
    { encoding: "utf8" },
  );
  expect(called.status).toBe(1);
  expect(called.stderr).toContain('There is no lesson "no-such-lesson". The lessons are:');
  expect(called.stderr).toMatch(/adam {2,}Adam and its bias correction/);
});
