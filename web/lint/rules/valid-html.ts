import { type ConfigData, HtmlValidate } from "html-validate";
import { replaceFormulas } from "../../site/formulas-in-text.js";
import type { LintPage } from "../page.js";
import type { Problem } from "../problem.js";
import type { QuizSource } from "../quiz-source.js";

/** What the content-security policy would keep from working is an error in any HTML. */
const rules: ConfigData["rules"] = {
  "no-inline-style": ["error", { allowedProperties: [] }],
  "no-style-tag": "error",
};

const ofBuilt = new HtmlValidate({ root: true, extends: ["html-validate:recommended"], rules });

const ofSource = new HtmlValidate({
  root: true,
  extends: ["html-validate:recommended"],
  rules: { ...rules, "doctype-style": ["error", { style: "lowercase" }] },
});

/** Faults of `html`, by html-validate and by the policy, with their lines. */
function faults(validator: HtmlValidate, html: string): { line: number; message: string }[] {
  const { results } = validator.validateStringSync(html);
  return results.flatMap(({ messages }) =>
    messages.map(({ line, message, ruleId }) => ({ line, message: `${message} (${ruleId})` })),
  );
}

/** Scripts and handlers in HTML, which the policy forbids. */
function inlineScripts({
  $,
  lineOf,
}: LintPage["source"]): { line: number | undefined; message: string }[] {
  const scripts = $('script:not([src]):not([type="application/json"])')
    .toArray()
    .map((script) => ({
      line: lineOf(script),
      message: 'got a script in the page; allowed: <script type="module" src=…>',
    }));
  const handlers = $(":root, :root *")
    .toArray()
    .flatMap((element) => {
      if (!("attribs" in element)) return [];
      return Object.keys(element.attribs)
        .filter((name) => /^on[a-z]/.test(name))
        .map((name) => ({
          line: lineOf(element, name),
          message: `got ${name} on <${element.name}>; allowed: listeners in the lesson’s script`,
        }));
    });
  return [...scripts, ...handlers];
}

/** Faults of the HTML in a quiz's texts. */
function faultsOfQuiz(quiz: QuizSource): Problem[] {
  const texts = quiz.texts().map((text) => {
    // formulas are checked as they are rendered, in the built page
    const html = replaceFormulas(text.html, () => "x").replaceAll("\n", " ");
    return { ...text, html: text.block ? `<div>${html}</div>` : `<p>${html}</p>` };
  });
  // a validation takes its time to start: one for all, a line each, and those in doubt once more
  const all = faults(ofSource, texts.map(({ html }) => html).join("\n"));
  const doubtful = new Set(all.map(({ line }) => line));
  return texts
    .filter((_, i) => doubtful.has(i + 1))
    .flatMap(({ html, where, line }) =>
      faults(ofSource, html).map(({ message }) => ({
        file: quiz.file,
        line,
        message: `${where}: ${message}`,
      })),
    );
}

/** The HTML that an author wrote, that of questions, and what was built from both. */
export function validHtmlRule({ source, built, quizzes }: LintPage): Problem[] {
  const written = [...faults(ofSource, source.html), ...inlineScripts(source)];
  const known = new Set(written.map(({ message }) => message));
  const found = built ? [...faults(ofBuilt, built.html), ...inlineScripts(built)] : [];
  return [
    ...written.map((fault) => ({ file: source.file, ...fault })),
    ...quizzes.flatMap(faultsOfQuiz),
    ...found
      .filter(({ message }) => !known.has(message))
      .map((fault) => ({ file: built?.file ?? source.file, ...fault })),
  ];
}
