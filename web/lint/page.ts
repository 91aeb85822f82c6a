import type { Markup } from "./markup.js";
import type { QuizSource } from "./quiz-source.js";

/** A page as its author wrote it, and as it was built. */
export interface LintPage {
  /** Its address below the site's root; the home page has none: "". */
  path: string;
  kind: "home" | "lesson" | "tool";
  /** What keeps a lesson's head from telling its place in the course. */
  headFault: string | undefined;
  /** The path of the lesson after it; undefined where there is none. */
  next: string | undefined;
  source: Markup & { html: string };
  /** The files that its fl-quiz elements name. */
  quizzes: QuizSource[];
  /** Undefined where the site could not be built: then only what was written can be checked. */
  built: (Markup & { html: string }) | undefined;
}
