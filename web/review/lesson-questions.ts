import { type FetchedPage, fetchPage } from "../embed/fetch-page.js";
import type { PageCatalog } from "../engine/page-catalog.js";
import type { Question, QuizFile } from "../quiz/types.js";

/** A place in a lesson to read again. */
export interface ReadingPlace {
  title: string;
  address: string;
}

/** The questions of a lesson, as they stand in its page. */
export interface LessonQuestions {
  lesson: ReadingPlace;
  /** What they are about, and which engine can answer them. */
  catalog: PageCatalog;
  questions: Question[];
  /** The section that a question is about, where it names one. */
  section(question: Question): ReadingPlace | undefined;
}

function text(element: Element | null): string {
  return element?.textContent?.trim() ?? "";
}

function questionsIn({ document: page, address }: FetchedPage): LessonQuestions {
  const blocks = [...page.querySelectorAll('fl-quiz script[type="application/json"]')];
  return {
    lesson: { title: text(page.querySelector("h1")), address },
    catalog: JSON.parse(text(page.getElementById("page-catalog"))) as PageCatalog,
    questions: blocks.flatMap((block) => (JSON.parse(text(block)) as QuizFile).questions),
    section: ({ section }) => {
      const heading = section === undefined ? null : page.getElementById(section);
      return heading ? { title: text(heading), address: `${address}#${section}` } : undefined;
    },
  };
}

async function fetched(slug: string): Promise<LessonQuestions | undefined> {
  const page = await fetchPage(slug);
  return page && questionsIn(page);
}

const known = new Map<string, Promise<LessonQuestions | undefined>>();

/**
 * The questions of a lesson, read from its page: a reader who has answered them has it in the
 * browser's cache. Undefined where there is no such lesson any more.
 */
export function lessonQuestions(slug: string): Promise<LessonQuestions | undefined> {
  const found = known.get(slug) ?? fetched(slug);
  known.set(slug, found);
  found.catch(() => known.delete(slug)); // it may work the next time
  return found;
}
