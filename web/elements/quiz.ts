import { html, nothing } from "lit";
import { pageAsker } from "../engine/page-engine.js";
import { type OpenQuestion, openQuestion } from "../quiz/draw-question.js";
import type { Question, QuizFile } from "../quiz/types.js";
import { notices } from "../state/notices.js";
import { lessonSlug, progress } from "../state/progress.js";
import { ResultEvent } from "../state/results.js";
import { fromUrl, toUrl } from "../state/url-state.js";
import { words } from "../words/en.js";
import { PageElement } from "./page-element.js";
import { QuestionCard } from "./quiz-question.js";

/** Seeds in the address: whole numbers that JavaScript holds exactly. */
const seedPattern = /^\d{1,9}$/;

/**
 * `<fl-quiz src="quiz.json">`: the questions of a lesson. What is right is asked from the
 * core; numbers are drawn from the seed in the address: `quiz.seed` for all questions,
 * `quiz.<id>` for one that was drawn again. `question` shows one of them alone, by its id.
 */
export class Quiz extends PageElement {
  static override properties = { cards: { state: true } };
  declare cards: QuestionCard[];
  #title = "";
  #stopListening: (() => void) | undefined;

  protected override async prepare(): Promise<void> {
    const text = this.querySelector('script[type="application/json"]')?.textContent;
    if (!text) throw new Error("src: no questions were built into the page");
    const { title, questions } = JSON.parse(text) as QuizFile;
    this.#title = title;
    const common = this.#seed("seed") ?? "1";
    this.cards = await Promise.all(
      this.#asked(questions).map(async (question) => {
        const i = questions.indexOf(question);
        const seed = this.#seed(question.id) ?? common;
        const open = await openQuestion(question, `${seed}${i}`, pageAsker);
        return this.#card(question, i, seed, open);
      }),
    );
    this.#stopListening = progress.subscribe(() => this.requestUpdate());
  }

  override get addressKeys(): readonly string[] {
    return ["quiz"];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopListening?.();
  }

  /** All questions, or the one that is to be shown alone. */
  #asked(questions: Question[]): Question[] {
    const id = this.getAttribute("question");
    const one = questions.filter((question) => question.id === id);
    if (id !== null && one.length === 0) notices.add(words.figure.noQuestion(id));
    return one.length > 0 ? one : questions;
  }

  /** The seed that the address gives under a name. */
  #seed(name: string): string | undefined {
    const given = fromUrl(`quiz.${name}`);
    if (given === undefined || seedPattern.test(given)) return given;
    notices.add(words.notices.badAddress(`quiz.${name}`, given));
    return undefined;
  }

  #card(question: Question, index: number, seed: string, open: OpenQuestion): QuestionCard {
    let drawnSeed = Number(seed);
    return new QuestionCard({
      open,
      changed: () => {
        this.requestUpdate();
        void this.keepFocus(`#question-${question.id} .primary`);
      },
      graded: (answer) => {
        const { right } = answer;
        progress.answer(lessonSlug, question.id, answer);
        progress.offerReview(lessonSlug);
        this.dispatchEvent(new ResultEvent({ kind: "question", question: question.id, right }));
      },
      another: async () => {
        drawnSeed += 1;
        toUrl(`quiz.${question.id}`, String(drawnSeed));
        return openQuestion(question, `${drawnSeed}${index}`, pageAsker);
      },
    });
  }

  override render() {
    const solved = this.cards.filter(({ id }) => progress.isSolved(lessonSlug, id)).length;
    return html`<section class="quiz" aria-label=${this.#title}>
      <div class="figure-bar"><p class="quiz-progress">${words.quiz.solved(solved, this.cards.length)}</p>${this.menu()}</div>
      <ol class="questions">${this.cards.map(
        (card) => html`<li class="question" id="question-${card.id}">
        ${progress.isSolved(lessonSlug, card.id) ? html`<span class="tick" role="img" aria-label=${words.quiz.solvedMark}>✓</span>` : nothing}
        <fl-figure-menu .figure=${this} question=${card.id}></fl-figure-menu>
        ${card.view()}</li>`,
      )}</ol>${this.#offer()}</section>`;
  }

  /** In the first lesson whose questions were answered, one line about review. */
  #offer() {
    const { on, offered } = progress.record.review;
    if (on || !lessonSlug || offered !== lessonSlug) return nothing;
    return html`<p class="review-offer">${words.quiz.reviewOffer} <a href="../review/">${words.shell.review}</a></p>`;
  }
}
