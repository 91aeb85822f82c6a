/** What an answer of the reader came to. */
export interface Result {
  kind: "question" | "prediction" | "line" | "slip";
  /** Id of the question, the prediction or the slip; for a line the derivation’s with the line’s. */
  question: string;
  right: boolean;
}

/** An answer was graded; bubbles up from the element it was given in. */
export class ResultEvent extends Event {
  static readonly type = "fl-result";

  constructor(readonly result: Result) {
    super(ResultEvent.type, { bubbles: true });
  }
}
