import type { MathRenderer } from "../../site/mathml.js";
import { type Markup, readFragment } from "../markup.js";
import type { LintPage } from "../page.js";
import type { Problem } from "../problem.js";
import { readText } from "../read-text.js";

/** Formulas of `markup` that cannot be set. */
function unset(markup: Markup, where: string, math: MathRenderer): Problem[] {
  const { formulas } = readText(markup, markup.$.root().contents().toArray(), { drawn: false });
  return formulas.flatMap(({ tex, line }) => {
    try {
      math.inText(`$${tex}$`);
      return [];
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      const message = `${where}got a formula that cannot be set: ${reason}`;
      return [{ file: markup.file, line, message }];
    }
  });
}

/** Every formula, also those of questions, is TeX. */
export function formulasRule({ source, quizzes }: LintPage, math: MathRenderer): Problem[] {
  const ofQuizzes = quizzes.flatMap((quiz) =>
    quiz
      .texts()
      .flatMap(({ where, html, line }) =>
        unset(readFragment(quiz.file, line, html), `${where}: `, math),
      ),
  );
  return [...unset(source, "", math), ...ofQuizzes];
}
