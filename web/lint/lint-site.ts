import type { Engine } from "../../wasm/engine/engine.js";
import type { Asker } from "../ask/ask.js";
import { MathRenderer } from "../site/mathml.js";
import type { LintPage } from "./page.js";
import { type Finding, inOrder, type Problem } from "./problem.js";
import { linkTargets, readPages, type SiteFolders } from "./read-site.js";
import { computedRule } from "./rules/computed.js";
import { describedFiguresRule } from "./rules/described-figures.js";
import { formulasRule } from "./rules/formulas.js";
import { headingsRule } from "./rules/headings.js";
import { lessonPartsRule } from "./rules/lesson-parts.js";
import { type LinkTargets, linksRule } from "./rules/links.js";
import { quizAnswersRule } from "./rules/quiz-answers.js";
import { quizTextsRule } from "./rules/quiz-texts.js";
import { typedNumbersRule } from "./rules/typed-numbers.js";
import { validHtmlRule } from "./rules/valid-html.js";

/** What rules ask besides the page. */
interface Outside {
  asker: Asker;
  math: MathRenderer;
  targets: LinkTargets;
}

type Rule = (page: LintPage, outside: Outside) => Problem[] | Promise<Problem[]>;

const rules: Record<string, Rule> = {
  computed: (page, { asker }) => computedRule(page, asker),
  figures: describedFiguresRule,
  formulas: (page, { math }) => formulasRule(page, math),
  headings: headingsRule,
  html: validHtmlRule,
  lesson: lessonPartsRule,
  links: (page, { targets }) => linksRule(page, targets),
  numbers: typedNumbersRule,
  quiz: quizTextsRule,
  answers: (page, { asker }) => quizAnswersRule(page, asker),
};

export interface LintReport {
  findings: Finding[];
  pages: number;
  questions: number;
}

/** Checks every page by every rule; what one finds keeps no other from looking. */
export async function lintSite(folders: SiteFolders, engine: Engine): Promise<LintReport> {
  const pages = readPages(folders);
  const outside = {
    asker: engine,
    math: new MathRenderer(engine.catalog()),
    targets: linkTargets(folders),
  };
  const findings: Finding[] = [];
  for (const page of pages) {
    for (const [rule, check] of Object.entries(rules)) {
      const problems = await check(page, outside);
      findings.push(...problems.map((problem) => ({ ...problem, rule })));
    }
  }
  const quizzes = pages.flatMap((page) => page.quizzes);
  const questions = quizzes.reduce((sum, quiz) => sum + quiz.questions.length, 0);
  return { findings: inOrder(findings), pages: pages.length, questions };
}
