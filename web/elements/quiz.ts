import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { pageAsker } from "../engine/page-engine.js";
import { type OpenQuestion, openQuestion } from "../quiz/draw-question.js";
import type { Question, QuizFile } from "../quiz/types.js";
import { controlAccess } from "../state/control-access.js";
import { lessonSlug, progress } from "../state/progress.js";
import { quizSeed } from "../state/quiz-seed.js";
import { words } from "../words/en.js";
import type { Answer, Answering } from "./answer.js";
import { guarded } from "./guarded.js";
import { PageElement } from "./page-element.js";
import { QuestionCard } from "./quiz-question.js";

/**
 * `<fl-quiz src="quiz.json">`: the questions of a lesson. What is right is asked from the
 * core; numbers are drawn from the seed in the address.
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
      questions.map(async (question, i) => this.#card(question, i, await this.#draw(i))),
    );
    this.#stopListening = [
      progress.subscribe(() => this.requestUpdate()),
      quizSeed.subscribe(() => void this.#drawAgain()),
    ];
  }

  protected override controls() {
    const w = words.teacher.quiz;
    const controls = ["check", "hint", "tell", "another"] as const;
    controlAccess.offer(
      this,
      w.questions,
      this.#questions.map(({ id }, i) => ({
        key: `question.${id}`,
        label: w.question(i + 1, id.replaceAll("-", " ")),
      })),
    );
    return {
      title: w.buttons,
      controls: controls.map((name) => ({ key: `quiz.${name}`, label: words.quiz[name] })),
    };
  }

  get answersTitle(): string {
    return this.#title;
  }

  answers(all: boolean): Answer[] {
    if (!all && !controlAccess.allows("quiz.tell")) return [];
    return this.#shownCards().map((card) => card.answer());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const stop of this.#stopListening) stop();
  }

  /** The question at a place, with the numbers of its seed. */
  #draw(index: number): Promise<OpenQuestion> {
    const question = this.#questions[index] as Question;
    return openQuestion(question, `${quizSeed.of(question.id)}${index}`, pageAsker);
  }

  async #drawAgain(): Promise<void> {
    const seed = quizSeed.common;
    const drawn = await Promise.all(this.#questions.map((_, i) => this.#draw(i)));
    if (quizSeed.common !== seed) return; // chosen again meanwhile
    for (const [i, open] of drawn.entries()) this.cards[i]?.reopen(open);
  }

  /** The questions that a teacher has left in. */
  #shownCards(): QuestionCard[] {
    return this.cards.filter(({ id }) => controlAccess.of(`question.${id}`) !== "hidden");
  }

  #card(question: Question, index: number, open: OpenQuestion): QuestionCard {
    return new QuestionCard({
      number: index + 1,
      open,
      changed: () => {
        this.requestUpdate();
        void this.keepFocus(`#question-${question.id} .primary`);
      },
      graded: (right) => progress.record(lessonSlug, question.id, right),
      another: () => {
        quizSeed.another(question.id);
        return this.#draw(index);
      },
    });
  }

  override render() {
    const cards = this.#shownCards();
    this.hidden = cards.length === 0;
    const solved = cards.filter(({ id }) => progress.isSolved(lessonSlug, id)).length;
    return html`<section class="quiz" aria-label=${this.#title}>
      <p class="quiz-progress">${words.quiz.solved(solved, cards.length)}</p>
      <ol class="questions">${repeat(
        cards,
        ({ id }) => id,
        (card) => html`<li class="question" id="question-${card.id}">
        ${progress.isSolved(lessonSlug, card.id) ? html`<span class="tick" role="img" aria-label=${words.quiz.solvedMark}>✓</span>` : nothing}
        ${guarded(`question.${card.id}`, () => card.view())}</li>`,
      )}</ol></section>`;
  }
}
