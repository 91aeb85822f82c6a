import { type ConfigData, HtmlValidate } from "html-validate";
import { replaceFormulas } from "../../site/formulas-in-text.js";
import type { LintPage } from "../page.js";
import type { Problem } from "../problem.js";

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
          message: `got ${name} on <${element.name}>; allowed: listeners in the lesson's script`,
        }));
    });
  return [...scripts, ...handlers];
}

/** The HTML that an author wrote, that of questions, and what was built from both. */
export function validHtmlRule(page: LintPage): Problem[] {
  const ofPage = [...faults(source, page.source.html), ...inlineScripts(page.source)].map(
    (fault) => ({ file: page.source.file, ...fault }),
  );
  const ofQuizzes = page.quizzes.flatMap((quiz) =>
    quiz.texts().flatMap(({ html, where, line, block }) => {
      // formulas are checked when they are rendered, in the built page
      const shown = replaceFormulas(html, () => "x");
      const text = block ? `<div>${shown}</div>` : `<p>${shown}</p>`;
      return faults(source, text).map(({ message }) => ({
        file: quiz.file,
        line,
        message: `${where}: ${message}`,
      }));
    }),
  );
  const authored = new Set(ofPage.map(({ message }) => message));
  const ofBuilt = [...faults(built, page.built.html), ...inlineScripts(page.built)]
    .filter(({ message }) => !authored.has(message))
    .map((fault) => ({ file: page.built.file, ...fault }));
  return [...ofPage, ...ofQuizzes, ...ofBuilt];
}
