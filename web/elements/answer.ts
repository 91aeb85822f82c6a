/** A right answer for the sheet that is printed beside a worksheet. */
export interface Answer {
  /** What was asked, briefly. */
  question: unknown;
  answer: unknown;
  /** Why, in the author's words. */
  explain: unknown;
}

/** An element whose questions have answers: it is asked when the page is printed. */
export interface Answering extends HTMLElement {
  /** What the answers are about. */
  readonly answersTitle: string;
  /** Its answers; with `all`, also those that a teacher does not let the reader ask for. */
  answers(all: boolean): Answer[];
}

export function isAnswering(element: Element): element is Answering {
  return "answers" in element && typeof element.answers === "function";
}
