import type { Result } from "../state/results.js";

/**
 * What a figure in a frame tells the page around it, by postMessage. It listens to nothing: no
 * message from outside changes a figure.
 */
export type FigureMessage =
  /** How high it is, in CSS pixels; whenever that changes. */
  | { type: "height"; height: number }
  /** It is drawn. */
  | { type: "ready" }
  /** It cannot be shown, and why. */
  | { type: "error"; message: string }
  /** The reader has answered, and this is how. */
  | ({ type: "result" } & Result)
  /** The reader has changed something; `address` shows the figure as it is now. */
  | { type: "state"; address: string };

/** Goes with every message, so that the page around can tell whom it is from. */
export interface MessageHead {
  source: "fall-line";
  /** As the frame's address asks for them. */
  lesson: string;
  figure: string;
}

export type SentMessage = MessageHead & FigureMessage;

/** Sends messages to the page around this one; where there is none it does nothing. */
export function messenger(lesson: string, figure: string): (message: FigureMessage) => void {
  if (window.parent === window) return () => {};
  return (message) => {
    const sent: SentMessage = { source: "fall-line", lesson, figure, ...message };
    // to whatever page is around: there is nothing in it that not everyone may know
    window.parent.postMessage(sent, "*");
  };
}
