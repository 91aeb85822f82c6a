import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { inRoot } from "../../web/commands/root.mjs";
import { coursePlan, partNumber, readCourse, readPlan } from "../../web/site/course.js";
import { listLessons } from "../../web/site/lesson-list.js";

const lessons = inRoot("lessons");

test("every lesson that is there is in the plan once, and not as one to come", () => {
  const { parts } = readPlan(lessons);
  const all = parts.flatMap((part) => part.lessons);
  for (const { slug, title, description, number } of listLessons(lessons)) {
    const entries = all.filter((one) => one.slug === slug);
    expect(entries, slug).toHaveLength(1);
    expect(entries[0]).toMatchObject({ title, description, number, coming: false });
  }
  expect(new Set(all.map(({ slug }) => slug)).size).toBe(all.length);
  expect(new Set(all.map(({ number }) => number)).size).toBe(all.length);
});

test("every lesson was planned, under its number and in its part", () => {
  const { parts, lessons: planned } = readCourse(lessons);
  for (const { slug, number, part } of listLessons(lessons)) {
    const plan = planned.find((one) => one.slug === slug);
    expect(plan?.number, `${slug} in lessons/course.json`).toBe(number);
    expect(parts.find((one) => one.title === part)?.number, `the part of ${slug}`).toBe(
      partNumber(number),
    );
  }
});

test("the plan has six parts and the lab, each with a question and lessons", () => {
  const { parts, lessons: planned, start } = readCourse(lessons);
  expect(parts.map(({ number }) => number)).toEqual(["1", "2", "3", "4", "5", "6", "Lab"]);
  for (const { number, answers } of parts) {
    expect(answers).toMatch(/\?$/);
    expect(planned.filter((one) => partNumber(one.number) === number).length).toBeGreaterThan(0);
  }
  for (const { question } of planned) expect(question).toMatch(/\?$/);
  expect(planned.map(({ slug }) => slug)).toContain(start);
});

const course = {
  start: "b",
  parts: [{ number: "1", title: "One", answers: "Why?" }],
  lessons: [
    { number: "1.2", slug: "b", title: "Planned b", question: "B?" },
    { number: "1.10", slug: "c", title: "Planned c", question: "C?" },
  ],
};
const there = (slug: string, number: string, part = "One") => ({
  slug,
  number,
  part,
  title: `Title ${slug}`,
  description: `About ${slug}`,
  questions: 3,
});

test("a lesson that is there says of itself what it is; the others come as they were planned", () => {
  const { parts, start } = coursePlan(course, [there("b", "1.2"), there("a", "1.1")]);
  expect(parts[0]?.lessons.map(({ slug, title, coming }) => [slug, title, coming])).toEqual([
    ["a", "Title a", false],
    ["b", "Title b", false],
    ["c", "Planned c", true],
  ]);
  expect(start?.slug).toBe("b");
});

test("until the lesson to start with is there, one starts with the first that is", () => {
  expect(coursePlan(course, [there("x", "1.4"), there("a", "1.3")]).start?.slug).toBe("a");
  expect(coursePlan(course, []).start).toBeUndefined();
});

test("a lesson of a part that nobody has planned is shown all the same", () => {
  const { parts } = coursePlan(course, [there("z", "9.1", "Beyond")]);
  expect(parts.map(({ title }) => title)).toEqual(["One", "Beyond"]);
});

test.each([
  [
    "a part without its question",
    { ...course, parts: [{ number: "1", title: "One" }] },
    /parts\.0\.answers/,
  ],
  ["a word that it does not know", { ...course, extra: 1 }, /extra/],
  [
    "an empty title",
    { ...course, lessons: [{ ...course.lessons[0], title: "" }] },
    /lessons\.0\.title/,
  ],
])("a plan with %s is refused, with its place", (_what, plan, place) => {
  const folder = mkdtempSync(join(tmpdir(), "fall-line-course-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, "course.json"), JSON.stringify(plan));
  expect(() => readCourse(folder)).toThrow(place);
  expect(() => readCourse(folder)).toThrow("course.json");
});
