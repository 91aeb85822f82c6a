import type { Markup } from "./markup.js";
import type { QuizSource } from "./quiz-source.js";

/** A page as its author wrote it, and as it was built. */
export interface LintPage {
  /** Its address below the site's root; the home page has none: "". */
  path: string;
  kind: "home" | "lesson" | "tool";
  source: Markup & { html: string };
  /** The files that its fl-quiz elements name. */
  quizzes: QuizSource[];
  built: Markup & { html: string };
}
