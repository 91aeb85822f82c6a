import { existsSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { lessonFolders, listLessons, listTools, readEntry } from "../site/lesson-list.js";
import { type Markup, readMarkup } from "./markup.js";
import type { LintPage } from "./page.js";
import { QuizSource } from "./quiz-source.js";
import type { LinkTargets } from "./rules/links.js";

/** Where a site's sources and the built site are. */
export interface SiteFolders {
  root: string;
  /** Undefined where the site could not be built. */
  dist: string | undefined;
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

/** Where a lesson does not say its place, they come as the folders do: a rule will tell. */
function inCourseOrder(lessons: string): string[] {
  const folders = lessonFolders(lessons);
  return folders.every((slug) => headFault(lessons, slug) === undefined)
    ? listLessons(lessons).map(({ slug }) => slug)
    : folders;
}

/** What the head of a lesson lacks. */
function headFault(lessons: string, slug: string): string | undefined {
  try {
    readEntry(lessons, slug);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Every page of the site: the home page, its lessons in their order, and the others. */
export function readPages({ root, dist }: SiteFolders): LintPage[] {
  const lessons = join(root, "lessons");
  const slugs = inCourseOrder(lessons);
  const page = (kind: LintPage["kind"], path: string, next?: string): LintPage => {
    const folder = join(lessons, path);
    const source = read(root, join(folder, "index.html"));
    return {
      path,
      kind,
      headFault:
        kind === "lesson"
          ? headFault(lessons, path.slice(0, -1))?.replace(/^.*?: /, "")
          : undefined,
      next: next === undefined ? undefined : `${next}/`,
      source,
      quizzes: quizzesOf(source, root, folder),
      built: dist === undefined ? undefined : read(root, join(dist, path, "index.html")),
    };
  };
  return [
    page("home", ""),
    ...slugs.map((slug, i) => page("lesson", `${slug}/`, slugs[i + 1])),
    ...listTools(lessons).map((slug) => page("tool", `${slug}/`)),
  ];
}

/** What of the built site a link may lead to. */
export function linkTargets({ dist = "" }: SiteFolders): LinkTargets {
  const ids = new Map<string, string[]>();
  const read = (path: string) => {
    const { $ } = readMarkup(path, readFileSync(join(dist, path), "utf8"));
    return $("[id]")
      .toArray()
      .map(({ attribs }) => attribs.id ?? "");
  };
  return {
    hasFile: (path) => existsSync(join(dist, path)),
    idsIn(path) {
      const known = ids.get(path) ?? read(path);
      ids.set(path, known);
      return known;
    },
  };
}
