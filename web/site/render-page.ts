import { load } from "cheerio";
import type { Engine } from "../../wasm/engine/engine.js";
import { expandCircles } from "./circle-space.js";
import { type CodeFiles, expandCode } from "./code-files.js";
import type { CoursePlan } from "./course.js";
import { expandCoursePlan } from "./course-plan.js";
import { expandCurvature } from "./curvature-space.js";
import { expandDampingPads } from "./damping-space.js";
import { expandQuizzes } from "./expand-quiz.js";
import { expandScores } from "./expand-scores.js";
import { expandTables } from "./expand-tables.js";
import { expandValues } from "./expand-values.js";
import { nameFigures } from "./figure-ids.js";
import { expandFigures } from "./figure-space.js";
import { expandNameList, expandTerms } from "./glossary-entries.js";
import { expandSymbolList } from "./glossary-symbols.js";
import type { LessonEntry } from "./lesson-list.js";
import type { MathRenderer } from "./mathml.js";
import { namesOnPage } from "./names-on-page.js";
import { pageCatalog } from "./page-catalog.js";
import { expandDerivations, pageMath } from "./page-math.js";
import { offerOf } from "./page-offer.js";
import type { PageSection } from "./page-sections.js";
import { expandPenalties } from "./penalties-space.js";
import { expandPlanes } from "./plane-space.js";
import { expandRaces } from "./race-space.js";
import { expandBands, expandSamples } from "./samples-space.js";
import { expandSchedules } from "./schedule-space.js";
import { scriptJson } from "./script-json.js";
import { courseList, shell } from "./shell.js";
import { wrapWideTables } from "./wide-tables.js";

export interface Site {
  engine: Engine;
  math: MathRenderer;
  lessons: LessonEntry[];
  plan: CoursePlan;
  /** Of all pages, for those that link to them; not known while these are rendered at first. */
  sections?: PageSection[];
  code: CodeFiles;
}

/** Where a page stands: the home page has no slug. */
export interface PagePlace {
  slug: string | undefined;
  /** Folder of the page's source files. */
  folder: string;
}

const untouched = "script, style, pre, code, template";

/** Replaces $…$ in text by MathML, outside code and data. */
function setFormulas(html: string, math: MathRenderer): string {
  const $ = load(html);
  const texts = $("title, body, body *")
    .not(untouched)
    .contents()
    .toArray()
    .filter((node) => node.type === "text" && /\$/.test(node.data));
  for (const node of texts) {
    if (node.type !== "text" || $(node).closest(untouched).length > 0) continue;
    const escaped = node.data.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
    $(node).replaceWith(math.inText(escaped));
  }
  return $.html();
}

/** The finished page of a lesson's (or the home page's) source. */
export async function renderPage(source: string, place: PagePlace, site: Site): Promise<string> {
  const $ = load(setFormulas(source, site.math));
  const catalog = site.engine.catalog();
  const names = namesOnPage($);
  const offer = offerOf($, site.engine);
  const math = pageMath($, names, catalog, site.math, offer);
  await expandQuizzes($, place.folder, site.math, site.engine);
  await expandValues($, site.engine);
  expandDerivations($, catalog, math);
  expandFigures($, catalog, math.texts);
  expandPlanes($, catalog);
  expandRaces($, catalog, math.texts);
  expandPenalties($, catalog, math.texts);
  expandDampingPads($, catalog, math.texts);
  expandSchedules($, catalog, math.texts);
  expandCircles($, catalog, math.texts);
  expandSamples($, catalog, math.texts);
  expandBands($, math.texts);
  await expandCode($, site.code, place.slug ? "../" : "./");
  const ofPage = pageCatalog($, catalog, names, place.slug ?? "home page", offer);
  await expandScores($, site.engine, ofPage, math.texts);
  expandTables($, math.texts);
  expandCurvature($, math.texts);
  wrapWideTables($);
  $("fl-lesson-list").replaceWith(courseList(site.lessons, place.slug ? "../" : "./"));
  expandCoursePlan($, site.plan);
  const sections = site.sections ?? [];
  expandSymbolList($, catalog, site.math, sections);
  expandNameList($, catalog, site.math, sections);
  expandTerms($, sections);
  shell($, place.slug, site.lessons);
  nameFigures($, place.slug ?? "home page");
  $("body").append(scriptJson(ofPage, "page-catalog"), scriptJson(math, "page-math"));
  return $.html();
}
