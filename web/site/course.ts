import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { type LessonEntry, listLessons } from "./lesson-list.js";

const text = v.pipe(v.string(), v.nonEmpty());

const courseSchema = v.strictObject({
  /** The lesson to begin with; until it is there, the first that is. */
  start: text,
  parts: v.array(v.strictObject({ number: text, title: text, answers: text })),
  lessons: v.array(v.strictObject({ number: text, slug: text, title: text, question: text })),
});

/** A part of the course and the question it answers. */
export interface CoursePart {
  /** `1` … `6`; a word for what stands beside the parts. */
  number: string;
  title: string;
  answers: string;
  lessons: CourseLesson[];
}

/** A lesson that is there, or one that is still to come. */
export interface CourseLesson {
  slug: string;
  number: string;
  title: string;
  /** What it is about, in a sentence; of one to come, the question it will answer. */
  description: string;
  coming: boolean;
  /** How many questions its quiz has. */
  questions: number;
}

type Course = v.InferOutput<typeof courseSchema>;

/** The plan of the course, in `course.json` of the lessons' folder. */
export function readCourse(lessonsDir: string): Course {
  const file = join(lessonsDir, "course.json");
  const result = v.safeParse(courseSchema, JSON.parse(readFileSync(file, "utf8")));
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new Error(`${file}: ${v.getDotPath(issue) ?? "the file"}: ${issue.message}`);
}

/** The course as the home page shows it. */
export interface CoursePlan {
  parts: CoursePart[];
  /** The lesson to begin with; undefined where there is none at all. */
  start: CourseLesson | undefined;
}

/** The number of the part that a lesson's number begins with. */
export const partNumber = (number: string) => number.split(".")[0] ?? number;

/** How many questions the quiz of a lesson has. */
function questionsOf(lessonsDir: string, slug: string): number {
  const file = join(lessonsDir, slug, "quiz.json");
  if (!existsSync(file)) return 0;
  const { questions } = JSON.parse(readFileSync(file, "utf8"));
  return Array.isArray(questions) ? questions.length : 0;
}

/**
 * The parts in order, each with its lessons: those that are there, as they say of themselves, and
 * those still to come.
 */
export function coursePlan(
  { parts, lessons: planned, start }: Course,
  existing: (LessonEntry & { questions: number })[],
): CoursePlan {
  const there = new Set(existing.map(({ slug }) => slug));
  const coming = planned
    .filter(({ slug }) => !there.has(slug))
    .map(({ question, ...rest }) => ({
      ...rest,
      description: question,
      coming: true,
      questions: 0,
    }));
  const of = (title: string, number: string | undefined): CourseLesson[] =>
    [
      ...existing
        .filter(({ part }) => part === title)
        .map(({ part: _, ...rest }) => ({ ...rest, coming: false })),
      ...coming.filter((one) => partNumber(one.number) === number),
    ].sort((a, b) => a.number.localeCompare(b.number, "en", { numeric: true }));
  const titles = new Set(parts.map(({ title }) => title));
  const others = [...new Set(existing.map(({ part }) => part))].filter((one) => !titles.has(one));
  const all = [
    ...parts.map((part) => ({ ...part, lessons: of(part.title, part.number) })),
    // a part that nobody has planned comes last, with the lessons it has
    ...others.map((title) => ({ number: "", title, answers: "", lessons: of(title, undefined) })),
  ].filter(({ lessons }) => lessons.length > 0);
  const open = all.flatMap(({ lessons }) => lessons).filter((one) => !one.coming);
  return { parts: all, start: open.find(({ slug }) => slug === start) ?? open[0] };
}

/** The course as it stands in a folder of lessons. */
export function readPlan(lessonsDir: string): CoursePlan {
  const existing = listLessons(lessonsDir).map((lesson) => ({
    ...lesson,
    questions: questionsOf(lessonsDir, lesson.slug),
  }));
  return coursePlan(readCourse(lessonsDir), existing);
}
