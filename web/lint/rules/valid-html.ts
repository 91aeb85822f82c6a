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

const built = new HtmlValidate({ root: true, extends: ["html-validate:recommended"], rules });

const source = new HtmlValidate({
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
    const html = replaceFormulas(text.html, () => "x");
    return { ...text, html: text.block ? `<div>${html}</div>` : `<p>${html}</p>` };
  });
  // a validation takes its time to start: one for all, and one each only where there is a fault
  if (faults(source, texts.map(({ html }) => html).join("\n")).length === 0) return [];
  return texts.flatMap(({ html, where, line }) =>
    faults(source, html).map(({ message }) => ({
      file: quiz.file,
      line,
      message: `${where}: ${message}`,
    })),
  );
}

/** The HTML that an author wrote, that of questions, and what was built from both. */
export function validHtmlRule(page: LintPage): Problem[] {
  const ofPage = [...faults(source, page.source.html), ...inlineScripts(page.source)];
  const known = new Set(ofPage.map(({ message }) => message));
  const ofBuilt = [...faults(built, page.built.html), ...inlineScripts(page.built)].filter(
    ({ message }) => !known.has(message),
  );
  return [
    ...ofPage.map((fault) => ({ file: page.source.file, ...fault })),
    ...page.quizzes.flatMap(faultsOfQuiz),
    ...ofBuilt.map((fault) => ({ file: page.built.file, ...fault })),
  ];
}
