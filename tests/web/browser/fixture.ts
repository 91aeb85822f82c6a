import { readFileSync } from "node:fs";
import { join } from "node:path";
import { load } from "cheerio";
import { inRoot } from "../../../web/commands/root.mjs";
import { CodeFiles } from "../../../web/site/code-files.js";
import { listLessons } from "../../../web/site/lesson-list.js";
import { MathRenderer } from "../../../web/site/mathml.js";
import { renderPage } from "../../../web/site/render-page.js";
import { readPage } from "./harness.js";
import { engine } from "./own-engine.js";

/** Path of the page with one of every element, which no lesson's text depends on. */
export const fixturePath = "fixture/";

const folder = inRoot("tests/web/browser/fixture");

/** That page. */
export function fixturePage(): Promise<string> {
  return asLesson(readFileSync(join(folder, "index.html"), "utf8"));
}

/** `source` as a lesson of the site is rendered, with the built site's scripts and styles. */
export async function asLesson(source: string): Promise<string> {
  const lessons = listLessons(inRoot("tests/web/browser"));
  const plan = { parts: [], start: undefined };
  const code = new CodeFiles(inRoot(), engine.catalog());
  const site = { engine, math: new MathRenderer(engine.catalog()), lessons, plan, code };
  const $ = load(await renderPage(source, { slug: "fixture", folder }, site));
  const [lesson] = listLessons(inRoot("lessons"));
  // what the build writes into the head of every lesson
  $("head").html(load(readPage(`${lesson?.slug}/`))("head").html() ?? "");
  // and the styles of every figure
  const styles = "link[rel=stylesheet]";
  $(styles).remove();
  $("head").append(load(readPage("figure/"))(styles).toString());
  $('body [src^="/"]').each((_, one) => {
    $(one).attr("src", `..${$(one).attr("src")}`);
  });
  return $.html();
}
