import { existsSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { listLessons, listTools } from "../site/lesson-list.js";
import { type Markup, readMarkup } from "./markup.js";
import type { LintPage } from "./page.js";
import { QuizSource } from "./quiz-source.js";
import type { LinkTargets } from "./rules/links.js";

/** Where a site's sources and the built site are. */
export interface SiteFolders {
  root: string;
  dist: string;
}

function read(root: string, path: string): Markup & { html: string } {
  const html = readFileSync(path, "utf8");
  return { ...readMarkup(relative(root, path), html), html };
}

/** The quizzes of a page; a file that is not there is a link that leads nowhere. */
function quizzesOf({ $ }: Markup, root: string, folder: string): QuizSource[] {
  const files = $("fl-quiz[src]")
    .toArray()
    .map((element) => join(folder, element.attribs.src ?? ""));
  return [...new Set(files)]
    .filter((file) => existsSync(file))
    .map((file) => new QuizSource(relative(root, file), readFileSync(file, "utf8")));
}

/** Every page of the site: the home page, its lessons in their order, and the others. */
export function readPages({ root, dist }: SiteFolders): LintPage[] {
  const lessons = join(root, "lessons");
  const slugs = listLessons(lessons).map(({ slug }) => slug);
  const page = (kind: LintPage["kind"], path: string, next?: string): LintPage => {
    const folder = join(lessons, path);
    const source = read(root, join(folder, "index.html"));
    return {
      path,
      kind,
      next: next === undefined ? undefined : `${next}/`,
      source,
      quizzes: quizzesOf(source, root, folder),
      built: read(root, join(dist, path, "index.html")),
    };
  };
  return [
    page("home", ""),
    ...slugs.map((slug, i) => page("lesson", `${slug}/`, slugs[i + 1])),
    ...listTools(lessons).map((slug) => page("tool", `${slug}/`)),
  ];
}

/** What of the built site a link may lead to. */
export function linkTargets({ root, dist }: SiteFolders): LinkTargets {
  const ids = new Map<string, string[]>();
  return {
    hasFile: (path) => existsSync(join(dist, path)),
    idsIn(path) {
      let known = ids.get(path);
      if (!known) {
        const { $ } = read(root, join(dist, path));
        known = $("[id]")
          .toArray()
          .map(({ attribs }) => attribs.id ?? "");
        ids.set(path, known);
      }
      return known;
    },
  };
}
