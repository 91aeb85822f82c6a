import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { load } from "cheerio";

/** What a lesson says of itself in its head. */
export interface LessonEntry {
  slug: string;
  title: string;
  description: string;
  /** Its place in the course, e.g. `3.4`. */
  number: string;
  /** Title of the part it belongs to. */
  part: string;
}

function meta(html: string, file: string, name: string): string {
  const content = load(html)(`meta[name="${name}"]`).attr("content")?.trim();
  if (!content) throw new Error(`${file}: the head needs <meta name="${name}" content="…">`);
  return content;
}

/** What the lesson in a folder says of itself; throws with the file and what its head needs. */
export function readEntry(lessonsDir: string, slug: string): LessonEntry {
  const file = join(lessonsDir, slug, "index.html");
  const html = readFileSync(file, "utf8");
  const title = load(html)("title").text().trim();
  if (!title) throw new Error(`${file}: the head needs a <title>`);
  const number = meta(html, file, "lesson-number");
  if (!/^\d+\.\d+$/.test(number)) {
    throw new Error(`${file}: lesson-number is "${number}"; allowed: part.lesson, e.g. 3.4`);
  }
  return {
    slug,
    title,
    description: meta(html, file, "description"),
    number,
    part: meta(html, file, "lesson-part"),
  };
}

/** Folders of `lessonsDir` that are a page. */
function pageFolders(lessonsDir: string): string[] {
  return readdirSync(lessonsDir, { withFileTypes: true })
    .filter(
      (entry) => entry.isDirectory() && existsSync(join(lessonsDir, entry.name, "index.html")),
    )
    .map(({ name }) => name);
}

/** Whether the head says `<meta name="page" content="tool">`: a page of the site, not a lesson. */
function isTool(lessonsDir: string, slug: string): boolean {
  const html = readFileSync(join(lessonsDir, slug, "index.html"), "utf8");
  return load(html)('meta[name="page"]').attr("content") === "tool";
}

/** Folders of pages that are no lessons, e.g. one that shows a single figure. */
export function listTools(lessonsDir: string): string[] {
  return pageFolders(lessonsDir)
    .filter((slug) => isTool(lessonsDir, slug))
    .sort();
}

/** Folders of lessons, as they come. */
export function lessonFolders(lessonsDir: string): string[] {
  return pageFolders(lessonsDir).filter((slug) => !isTool(lessonsDir, slug));
}

/** Every lesson, in course order. */
export function listLessons(lessonsDir: string): LessonEntry[] {
  const key = ({ number }: LessonEntry) => {
    const [part = 0, lesson = 0] = number.split(".").map(Number);
    return part * 1000 + lesson;
  };
  return lessonFolders(lessonsDir)
    .map((slug) => readEntry(lessonsDir, slug))
    .sort((a, b) => key(a) - key(b));
}
