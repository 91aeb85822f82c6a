import type { CheerioAPI } from "cheerio";
import { frameWords } from "../words/page-frame.js";
import type { CourseLesson, CoursePart, CoursePlan } from "./course.js";
import { escapedHtml } from "./escaped-html.js";

function lessonItem({ slug, number, title, description, coming, questions }: CourseLesson): string {
  const name = `<span class="number">${number}</span> ${escapedHtml(title)}`;
  const text = `<p>${escapedHtml(description)}</p>`;
  if (coming) {
    return `<li class="coming"><div class="name">${name} <span class="mark">${frameWords.coming}</span></div>${text}</li>`;
  }
  return `<li data-lesson="${slug}" data-questions="${questions}"><a class="name" href="./${slug}/">${name}</a>${text}</li>`;
}

function partSection({ number, title, answers, lessons }: CoursePart, place: number): string {
  const id = `part-${number.toLowerCase() || place + 1}`;
  const numeral = number
    ? `<span class="numeral" aria-hidden="true">${escapedHtml(number)}</span>`
    : "";
  const answer = answers ? `<p class="answers">${escapedHtml(answers)}</p>` : "";
  return `<section class="part" aria-labelledby="${id}"><header>${numeral}<h3 id="${id}">${escapedHtml(title)}</h3>${answer}</header><ul class="lessons">${lessons.map(lessonItem).join("")}</ul></section>`;
}

/** The home page's `<fl-course-plan>`: every lesson of the course by part, those to come as such. */
function coursePlanHtml({ parts }: CoursePlan): string {
  return `<div class="course-plan course-list wide">${parts.map(partSection).join("")}</div>`;
}

/** Writes the plan, and the way into it, where a page asks for them. */
export function expandCoursePlan($: CheerioAPI, plan: CoursePlan): void {
  $("fl-course-plan").replaceWith(coursePlanHtml(plan));
  const { start } = plan;
  if (start) {
    $("fl-way-in").html(
      `<a class="way primary" href="./${start.slug}/">${frameWords.startWith(escapedHtml(start.title))}</a>`,
    );
  } else $("fl-way-in").remove();
}
