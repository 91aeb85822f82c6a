import type { CheerioAPI } from "cheerio";
import { words } from "../words/en.js";
import { frameWords } from "../words/page-frame.js";
import { escapedHtml } from "./escaped-html.js";
import type { LessonEntry } from "./lesson-list.js";
import { linkStyles } from "./page-styles.js";

function byPart(lessons: LessonEntry[]): Map<string, LessonEntry[]> {
  const parts = new Map<string, LessonEntry[]>();
  for (const lesson of lessons) {
    parts.set(lesson.part, [...(parts.get(lesson.part) ?? []), lesson]);
  }
  return parts;
}

/** The lessons with their descriptions, for the home page. */
export function courseList(lessons: LessonEntry[], base: string): string {
  const parts = [...byPart(lessons)].map(([part, entries]) => {
    const items = entries.map(
      ({ slug, title, description, number }) =>
        `<li data-lesson="${slug}"><a href="${base}${slug}/"><span class="number">${number}</span> ${escapedHtml(title)}</a><p>${escapedHtml(description)}</p></li>`,
    );
    return `<section><h2>${escapedHtml(part)}</h2><ul class="lessons">${items.join("")}</ul></section>`;
  });
  return `<div class="course-list">${parts.join("")}</div>`;
}

function courseMap(lessons: LessonEntry[], base: string, slug: string | undefined): string {
  const parts = [...byPart(lessons)].map(([part, entries]) => {
    const items = entries.map(
      (lesson) =>
        `<li data-lesson="${lesson.slug}"><a href="${base}${lesson.slug}/"${lesson.slug === slug ? ' aria-current="page"' : ""}>${lesson.number} ${escapedHtml(lesson.title)}</a></li>`,
    );
    return `<li>${escapedHtml(part)}<ul>${items.join("")}</ul></li>`;
  });
  const review = `<li data-review><a href="${base}review/"${slug === "review" ? ' aria-current="page"' : ""}>${words.shell.review}</a></li>`;
  const tool = (name: string, text: string) =>
    `<li><a href="${base}${name}/"${slug === name ? ' aria-current="page"' : ""}>${text}</a></li>`;
  const besides = tool("glossary", frameWords.glossary) + tool("for-teachers", frameWords.teaching);
  return `<details class="course-map"><summary>${frameWords.courseMap}</summary><nav aria-label="${frameWords.courseMap}"><ul><li><a href="${base}">${frameWords.home}</a></li>${review}${parts.join("")}${besides}</ul></nav></details>`;
}

function neighbours(lessons: LessonEntry[], base: string, slug: string): string {
  const here = lessons.findIndex((lesson) => lesson.slug === slug);
  const link = (lesson: LessonEntry | undefined, rel: string, label: string) =>
    lesson
      ? `<a rel="${rel}" href="${base}${lesson.slug}/"><span>${label}</span> ${escapedHtml(lesson.title)}</a>`
      : "";
  const home = `<a href="${base}"><span>${frameWords.home}</span> ${frameWords.allLessons}</a>`;
  return `<nav class="neighbours" aria-label="${frameWords.neighbours}">${link(lessons[here - 1], "prev", frameWords.previous) || home}${link(lessons[here + 1], "next", frameWords.next)}</nav>`;
}

/**
 * Puts header, footer and head around the body of a page; around one whose head says
 * `<meta name="shell" content="bare">` only what every document needs.
 */
export function shell($: CheerioAPI, slug: string | undefined, lessons: LessonEntry[]): void {
  const base = slug ? "../" : "./";
  const lesson = lessons.find((one) => one.slug === slug);
  const title = $("title").text();
  const bare = $('meta[name="shell"]').attr("content") === "bare";
  const sources = $("section.sources").remove();
  const body = $("body").html() ?? "";

  $("head").prepend(
    '<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">',
  );
  $("head").append(
    '<meta name="color-scheme" content="light dark"><link rel="icon" href="/icon.svg" type="image/svg+xml">',
  );
  linkStyles($, bare);
  $("html").attr("lang", "en");
  if (slug) $("title").text(`${title} · Fall Line`);
  if (lesson) $("html").attr("data-lesson", lesson.slug);
  if (bare) {
    $("html").attr("data-bare", "");
    $("body").html(`<main id="content" tabindex="-1">${body}</main>`);
    return;
  }
  $("head").append(
    '<script src="/theme.js"></script><script type="module" src="/@web/page.ts"></script>',
  );
  $("html").attr("data-page", slug ?? "");
  const heading = lesson
    ? `<header class="lesson-head"><p class="place">${lesson.number} · ${escapedHtml(lesson.part)}</p><h1>${escapedHtml(title)}</h1></header>`
    : "";
  // there is nothing to prepare on a page that is no lesson
  const forTeachers =
    lesson || !slug
      ? '<fl-teacher><span class="button-space" aria-hidden="true"></span></fl-teacher>'
      : "";
  $("body").html(
    `<a class="skip" href="#content">${frameWords.skip}</a>` +
      `<header class="site-head"><a class="brand" href="${base}"><img src="/icon.svg" alt="" width="28" height="28">Fall Line</a>${courseMap(lessons, base, slug)}<fl-progress data-review-page="${base}review/"></fl-progress><fl-search></fl-search>${forTeachers}<fl-notation></fl-notation><fl-theme></fl-theme></header>` +
      `<main id="content" tabindex="-1">${heading}<fl-prepared></fl-prepared><fl-notice></fl-notice>${body}</main>` +
      `<footer class="site-foot">${$.html(sources)}${lesson ? neighbours(lessons, base, lesson.slug) : ""}<p class="colophon">${frameWords.colophon}</p></footer>`,
  );
}
