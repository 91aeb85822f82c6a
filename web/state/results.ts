/** What an answer of the reader came to. */
export interface Result {
  kind: "question" | "prediction" | "line" | "slip";
  /** Id of the question, the prediction or the slip; for a line the derivation’s with the line’s. */
  question: string;
  right: boolean;
}

/** An answer was graded: `fl-result` bubbles up from the element it was given in. */
export class ResultEvent extends Event {
  constructor(readonly result: Result) {
    super("fl-result", { bubbles: true });
  }
}

declare global {
  interface DocumentEventMap {
    "fl-result": ResultEvent;
    /** The page’s address has changed. */
    "fl-address": Event;
  }
}
