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

function readEntry(lessonsDir: string, slug: string): LessonEntry {
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

/** Every folder of `lessonsDir` with an index.html, in course order. */
export function listLessons(lessonsDir: string): LessonEntry[] {
  const key = ({ number }: LessonEntry) => {
    const [part = 0, lesson = 0] = number.split(".").map(Number);
    return part * 1000 + lesson;
  };
  return readdirSync(lessonsDir, { withFileTypes: true })
    .filter(
      (entry) => entry.isDirectory() && existsSync(join(lessonsDir, entry.name, "index.html")),
    )
    .map((entry) => readEntry(lessonsDir, entry.name))
    .sort((a, b) => key(a) - key(b));
}
