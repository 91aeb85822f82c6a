import { html, nothing, render } from "lit";
import { type Answering, isAnswering } from "../elements/answer.js";
import { pageKeys } from "../shell/page-controls.js";
import { controlAccess } from "../state/control-access.js";
import { printing } from "../state/printing.js";
import { quizSeed } from "../state/quiz-seed.js";
import { pageAddress } from "../state/url-state.js";
import { words } from "../words/en.js";

/** Elements of the page whose questions have answers, in order. */
function answering(): Answering[] {
  return [...document.querySelectorAll("main *")].filter(isAnswering);
}

function answerSheet() {
  const all = printing.answers === "all";
  const allowed = all || (printing.answers === "allowed" && controlAccess.allows(pageKeys.answers));
  const groups = (allowed ? answering() : [])
    .map((element) => ({ title: element.answersTitle, answers: element.answers(all) }))
    .filter(({ answers }) => answers.length > 0);
  if (groups.length === 0) return nothing;
  return html`<section class="answer-sheet"><h2>${words.worksheet.answers}: ${document.querySelector("h1")?.textContent}</h2>
    ${groups.map(
      ({ title, answers }) =>
        html`<h3>${title}</h3><ol>${answers.map(
          ({ question, answer, explain }) => html`<li><div class="asked">${question}</div>
          <div class="answered">${answer}</div><div class="why">${explain}</div></li>`,
        )}</ol>`,
    )}</section>`;
}

function foot() {
  const w = words.worksheet;
  return html`<section class="worksheet-foot">
    ${document.querySelector("fl-quiz") ? html`<p>${w.seed(quizSeed.common)}</p>` : nothing}
    <p>${w.link} ${pageAddress.now}</p></section>`;
}

/**
 * Adds to the page, only while it is printed, what a worksheet has more: where it comes from,
 * and the answers on a page of their own, from the same computation as the questions.
 */
export function addWorksheet(): void {
  const place = document.createElement("div");
  place.className = "worksheet";
  printing.subscribe(() => {
    if (!printing.on) {
      place.remove();
      render(nothing, place);
      return;
    }
    render(html`${foot()}${answerSheet()}`, place);
    document.body.append(place);
  });
}
