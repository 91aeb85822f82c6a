import type { FetchedPage } from "./fetch-page.js";
import type { FigureRequest } from "./figure-address.js";
import { declarationsFor, headingsOver } from "./find-figure.js";

/** Puts the data that the page's elements read into this page. */
function takeData(from: Document): void {
  for (const id of ["page-catalog", "page-math"]) {
    const own = document.getElementById(id);
    if (own) own.textContent = from.getElementById(id)?.textContent ?? "";
  }
  const { page, lesson } = from.documentElement.dataset;
  Object.assign(document.documentElement.dataset, { page, alone: "", ...(lesson && { lesson }) });
}

/** Files stay where they are, and links lead out of the frame. */
function resolveAddresses(element: Element, base: string): void {
  for (const one of element.querySelectorAll("[src]")) {
    one.setAttribute("src", new URL(one.getAttribute("src") ?? "", base).href);
  }
  for (const one of element.querySelectorAll<HTMLAnchorElement>("a[href]")) {
    one.href = new URL(one.getAttribute("href") ?? "", base).href;
    one.target = "_blank";
    one.rel = "noopener";
  }
}

/** The headings above the figure: heard, and not seen. */
function headings(texts: readonly string[]): Element[] {
  return texts.map((text, level) => {
    const heading = document.createElement(`h${level + 1}`);
    heading.className = "visually-hidden";
    heading.textContent = text;
    return heading;
  });
}

/** Makes this page one of `elements` of another, which then wait for that page's script. */
export function showAlone(
  main: HTMLElement,
  page: FetchedPage,
  elements: readonly Element[],
  { question }: FigureRequest,
): void {
  takeData(page.document);
  const first = elements[0] as Element;
  const over = headingsOver(page.document, first);
  const figures = elements.map((element) => document.importNode(element, true));
  for (const figure of figures) {
    resolveAddresses(figure, page.address);
    if (question !== undefined) figure.setAttribute("question", question);
  }
  const source = document.createElement("fl-figure-source");
  source.setAttribute("of", over[0] ?? page.document.title);
  source.setAttribute("figure", question === undefined ? first.id : `question-${question}`);
  document.title = page.document.title;
  main.replaceChildren(
    ...headings(over),
    document.createElement("fl-notice"),
    ...declarationsFor(page.document, figures),
    ...figures,
    source,
  );
}
