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

/** All that is needed to render a page, read once for all pages of a file of tests. */
const site = lazily(() => ({
  engine,
  math: new MathRenderer(engine.catalog()),
  lessons: listLessons(inRoot("tests/web/browser")),
  plan: { parts: [], start: undefined },
  code: new CodeFiles(inRoot(), engine.catalog()),
}));

/** What the build writes into the head of every lesson, with the styles of every figure. */
const head = lazily(() => {
  const [lesson] = listLessons(inRoot("lessons"));
  const $ = load(readPage(`${lesson?.slug}/`));
  const styles = "link[rel=stylesheet]";
  $(styles).remove();
  $("head").append(load(readPage("figure/"))(styles).toString());
  return $("head").html() ?? "";
});

/** `source` as a lesson of the site is rendered, with the built site's scripts and styles. */
export async function asLesson(source: string): Promise<string> {
  const $ = load(await renderPage(source, { slug: "fixture", folder }, site()));
  $("head").html(head());
  $('body [src^="/"]').each((_, one) => {
    $(one).attr("src", `..${$(one).attr("src")}`);
  });
  return $.html();
}

function lazily<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
