import { html, nothing } from "lit";
import { pageAsker } from "../engine/page-engine.js";
import { type OpenQuestion, openQuestion } from "../quiz/draw-question.js";
import type { Question, QuizFile } from "../quiz/types.js";
import { controlAccess } from "../state/control-access.js";
import { notices } from "../state/notices.js";
import { lessonSlug, progress } from "../state/progress.js";
import { quizSeed } from "../state/quiz-seed.js";
import { ResultEvent } from "../state/results.js";
import { isOneFile, showsOneFigure, siteRoot } from "../state/site-place.js";
import { words } from "../words/en.js";
import type { Answer, Answering } from "./answer.js";
import { guarded } from "./guarded.js";
import { PageElement } from "./page-element.js";
import { QuestionCard } from "./quiz-question.js";

/**
 * `<fl-quiz src="quiz.json">`: the questions of a lesson. What is right is asked from the
 * core; numbers are drawn from the seed in the address. `question` shows one of them alone, by
 * its id.
 */
export class Quiz extends PageElement implements Answering {
  static override properties = { cards: { state: true } };
  declare cards: QuestionCard[];
  #title = "";
  #questions: Question[] = [];
  #stopListening: (() => void)[] = [];

  protected override async prepare(): Promise<void> {
    const text = this.querySelector('script[type="application/json"]')?.textContent;
    if (!text) throw new Error("src: no questions were built into the page");
    const { title, questions } = JSON.parse(text) as QuizFile;
    this.#title = title;
    this.#questions = questions;
    this.cards = await Promise.all(
      this.#asked(questions).map(async ({ id }) => this.#card(id, await this.#draw(id))),
    );
    this.#stopListening = [
      progress.subscribe(() => this.requestUpdate()),
      quizSeed.subscribe(() => void this.#drawAgain()),
    ];
  }

  protected override controls() {
    const questions = this.#questions.map(({ id }, i) => ({
      key: `question.${id}`,
      label: `${i + 1}: ${id.replaceAll("-", " ")}`,
    }));
    controlAccess.offer(this, "", questions);
    return { title: "", controls: ["quiz.check", "quiz.hint", "quiz.tell", "quiz.another"] };
  }

  get answersTitle(): string {
    return this.#title;
  }

  answers(all: boolean): Answer[] {
    if (!all && !controlAccess.allows("quiz.tell")) return [];
    return this.#shownCards().map((card) => card.answer());
  }

  override get addressKeys(): readonly string[] {
    return ["quiz"];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const stop of this.#stopListening) stop();
  }

  /** All questions, or the one that is to be shown alone. */
  #asked(questions: Question[]): Question[] {
    const id = this.getAttribute("question");
    const one = questions.filter((question) => question.id === id);
    if (id !== null && one.length === 0) notices.add(words.figure.noQuestion(id));
    return one.length > 0 ? one : questions;
  }

  /** A question with the numbers of its seed. */
  #draw(id: string): Promise<OpenQuestion> {
    const place = this.#questions.findIndex((one) => one.id === id);
    return openQuestion(this.#questions[place]!, `${quizSeed.of(id)}${place}`, pageAsker);
  }

  async #drawAgain(): Promise<void> {
    const seed = quizSeed.common;
    const drawn = await Promise.all(this.cards.map(({ id }) => this.#draw(id)));
    if (quizSeed.common !== seed) return; // chosen again meanwhile
    for (const [i, open] of drawn.entries()) this.cards[i]?.reopen(open);
  }

  /** The questions that a teacher has left in. */
  #shownCards(): QuestionCard[] {
    return this.cards.filter(({ id }) => controlAccess.of(`question.${id}`) !== "hidden");
  }

  #card(id: string, open: OpenQuestion): QuestionCard {
    return new QuestionCard({
      open,
      changed: () => {
        this.requestUpdate();
        void this.keepFocus(`#question-${id} .primary`);
      },
      graded: (answer) => {
        const { right } = answer;
        progress.answer(lessonSlug, id, answer);
        if (!showsOneFigure) progress.offerReview(lessonSlug);
        this.dispatchEvent(new ResultEvent({ kind: "question", question: id, right }));
      },
      another: () => {
        quizSeed.another(id);
        return this.#draw(id);
      },
    });
  }

  override render() {
    const cards = this.#shownCards();
    this.hidden = cards.length === 0;
    const solved = cards.filter(({ id }) => progress.isSolved(lessonSlug, id)).length;
    return html`<section class="quiz" aria-label=${this.#title}>
      <div class="figure-bar"><p class="quiz-progress">${words.quiz.solved(solved, cards.length)}</p>${this.menu()}</div>
      <ol class="questions">${this.cards.map((card) =>
        cards.includes(card)
          ? html`<li class="question" id="question-${card.id}">
        ${progress.isSolved(lessonSlug, card.id) ? html`<span class="tick" role="img" aria-label=${words.quiz.solvedMark}>✓</span>` : nothing}
        ${guarded("page.take", () => html`<fl-figure-menu .figure=${this} question=${card.id}></fl-figure-menu>`)}
        ${guarded(`question.${card.id}`, () => card.view())}</li>`
          : nothing,
      )}</ol>${this.#offer()}</section>`;
  }

  /** In the first lesson whose questions were answered, one line about review. */
  #offer() {
    const { on, offered } = progress.record.review;
    if (on || showsOneFigure || isOneFile || !lessonSlug || offered !== lessonSlug) return nothing;
    return html`<p class="review-offer">${words.quiz.reviewOffer} <a href="${siteRoot}review/">${words.shell.review}</a></p>`;
  }
}
