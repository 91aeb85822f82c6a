// Shows one figure of a page by itself, for a frame in another page: figure/?lesson=…&figure=…
import "../styles/page.css";
import { aloneWords } from "../words/alone.js";
import { announceHeight } from "./announce-height.js";
import { askedFigure } from "./asked-figure.js";
import { fetchPage } from "./fetch-page.js";
import { linkToFigures, listFigures } from "./figure-index.js";
import { findFigure } from "./find-figure.js";
import { messenger } from "./messages.js";
import { type Alone, showAlone } from "./show-alone.js";

const root = document.documentElement;
const main = document.querySelector("main") as HTMLElement;
const request = askedFigure(location.search);
const tell = messenger(request.page, request.figure);

/** Says what went wrong, to the reader and to the page around. */
function fail(message: string): void {
  const notice = document.createElement("p");
  notice.className = "notices";
  notice.role = "alert";
  notice.textContent = message;
  main.prepend(notice);
  root.dataset.error = message;
  tell({ type: "error", message });
}

/** Puts the figure into the page; without one, what there is to choose from. */
async function place(): Promise<Alone | undefined> {
  const { page: name, figure } = request;
  if (name === "" && figure === "") {
    linkToFigures(main);
    root.dataset.ready = "true";
    return undefined;
  }
  const page = await fetchPage(name);
  const elements = page ? findFigure(page.document, figure) : [];
  if (page && elements.length > 0) return showAlone(main, page, elements, request);
  linkToFigures(main);
  if (page) listFigures(main, page, name);
  if (page && figure === "") root.dataset.ready = "true";
  else fail(page ? aloneWords.noFigure(figure) : aloneWords.noPage(name));
  return undefined;
}

async function open(): Promise<void> {
  const alone = await place().catch((error: unknown) => fail(aloneWords.notShown(error)));
  announceHeight(main, (height) => tell({ type: "height", height }));
  if (!alone) return;
  try {
    // both at once, or the second would be asked for only when the first has come
    const [{ follow, tellWhenOpened }] = await Promise.all([
      import("./follow.js"),
      import("../page.js"),
    ]);
    follow(alone, request, tell);
    await tellWhenOpened(tell);
  } catch (error) {
    fail(aloneWords.notShown(error));
  }
}

void open();
