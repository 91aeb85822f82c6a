import { opened } from "../page.js";
import { notices } from "../state/notices.js";
import { ResultEvent } from "../state/results.js";
import { pageAddress } from "../state/url-state.js";
import { addressOnPage, type FigureRequest, figureAddress } from "./figure-address.js";
import type { FigureMessage } from "./messages.js";
import type { Alone } from "./show-alone.js";

/**
 * Keeps the link to the figure's own page, and the page around, in step with what the reader
 * does. To import this brings the figure to life: its data must be in place before.
 */
export function follow(
  { link, first }: Alone,
  request: FigureRequest,
  tell: (message: FigureMessage) => void,
): void {
  const root = new URL("../", location.href).href;
  const setLink = () => {
    link.href = addressOnPage({ ...request, figure: first }, { from: location.href, root });
  };
  setLink();
  pageAddress.subscribe(() => {
    setLink();
    tell({ type: "state", address: figureAddress(request, { from: location.href, root }) });
  });
  document.addEventListener(ResultEvent.type, (event) => {
    if (event instanceof ResultEvent) tell({ type: "result", ...event.result });
  });
}

/** Waits until the figure is drawn, and tells whether it is. */
export async function tellWhenOpened(tell: (message: FigureMessage) => void): Promise<void> {
  await opened;
  const failed = document.documentElement.dataset.error ?? document.querySelector("[data-failed]");
  if (failed) tell({ type: "error", message: notices.messages.join(" ") });
  else tell({ type: "ready" });
}
