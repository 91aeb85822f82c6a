// Shows one figure of a page by itself, for a frame in another page: figure/?lesson=…&figure=…
import { aloneWords } from "../words/alone.js";
import { announceHeight } from "./announce-height.js";
import { askedFigure } from "./asked-figure.js";
import { fetchPage } from "./fetch-page.js";
import { linkToFigures, listFigures } from "./figure-index.js";
import { findFigure } from "./find-figure.js";
import { messenger } from "./messages.js";
import { runPage } from "./run-page.js";
import { showAlone } from "./show-alone.js";

const root = document.documentElement;
const main = document.querySelector("main") as HTMLElement;
const asked = askedFigure(location.search);
const tell = messenger(asked.page, asked.figure);

function warn(message: string): void {
  const notice = document.createElement("p");
  notice.className = "notices";
  notice.role = "alert";
  notice.textContent = message;
  main.prepend(notice);
}

/** Says what went wrong, to the reader and to the page around. */
function fail(message: string): void {
  warn(message);
  root.dataset.error = message;
  tell({ type: "error", message });
}

/**
 * Puts the figure into the page, and returns the scripts of the page it is from; without a figure,
 * what there is to choose from.
 */
async function place(): Promise<string[] | undefined> {
  const { page: name, figure } = asked;
  if (name === "" && figure === "") {
    linkToFigures(main);
    root.dataset.ready = "true";
    return undefined;
  }
  const page = await fetchPage(name);
  const elements = page ? findFigure(page.document, figure) : [];
  if (page && elements.length > 0) {
    showAlone(main, page, elements, asked);
    // a theme that makes sense is in force since before the first paint
    if (asked.theme && !root.dataset.theme) warn(aloneWords.noTheme(asked.theme));
    return page.scripts;
  }
  linkToFigures(main);
  if (page) listFigures(main, page, name);
  if (page && figure === "") root.dataset.ready = "true";
  else fail(page ? aloneWords.noFigure(figure) : aloneWords.noPage(name));
  return undefined;
}

async function open(): Promise<void> {
  const scripts = await place().catch((error: unknown) => fail(aloneWords.notShown(error)));
  const isDrawn = () => root.dataset.ready !== undefined || root.dataset.error !== undefined;
  const look = announceHeight(main, isDrawn, (height) => tell({ type: "height", height }));
  if (!scripts) return;
  document.addEventListener("fl-result", ({ result }) => tell({ type: "result", ...result }));
  document.addEventListener("fl-address", () => tell({ type: "state", address: location.href }));
  try {
    const failure = await runPage(scripts);
    look();
    tell(failure === undefined ? { type: "ready" } : { type: "error", message: failure });
  } catch (error) {
    fail(aloneWords.notShown(error));
  }
}

void open();
