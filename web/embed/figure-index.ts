import { aloneWords } from "../words/alone.js";
import type { FetchedPage } from "./fetch-page.js";
import { figuresOf } from "./find-figure.js";

/** Makes the list of lessons, which the page was built with, one of links to their figures. */
export function linkToFigures(main: Element): void {
  document.documentElement.dataset.index = "";
  for (const item of main.querySelectorAll<HTMLElement>(".course-list [data-lesson]")) {
    const link = item.querySelector("a");
    if (link) link.href = `?lesson=${item.dataset.lesson}`;
  }
}

/** The figures of one page in place of the list of lessons. */
export function listFigures(main: Element, page: FetchedPage, name: string): void {
  const heading = document.createElement("h2");
  heading.textContent = aloneWords.figuresOf(page.document.title);
  const list = document.createElement("ul");
  for (const figure of figuresOf(page.document)) {
    const query = new URLSearchParams({ ...(name && { lesson: name }), figure: figure.id });
    const link = document.createElement("a");
    link.href = `?${query}`;
    link.textContent = figure.id;
    const item = document.createElement("li");
    item.append(link, ` ${aloneWords.kind(figure.localName)}`);
    list.append(item);
  }
  main.querySelector(".course-list")?.replaceChildren(heading, list);
}
