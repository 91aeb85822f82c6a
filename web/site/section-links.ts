import { glossaryWords } from "../words/glossary.js";
import { escapedHtml } from "./escaped-html.js";
import type { PageSection } from "./page-sections.js";

const most = 3;

/** Headings that every lesson has, and that say nothing of what is under them. */
const everywhere = new Set(["questions", "takeaway"]);

/** Where something is used: the first few of `sections`, of those in lessons. */
export function sectionLinks(sections: PageSection[]): string {
  const shown = sections
    .filter(({ ofLesson, id }) => ofLesson && !everywhere.has(id))
    .slice(0, most)
    .map(({ slug, id, page, heading }) => {
      const name = id ? `${escapedHtml(page)} › ${heading}` : escapedHtml(page);
      return `<a href="../${slug}/${id && `#${id}`}">${name}</a>`;
    });
  if (shown.length === 0) return "";
  return `<p class="used">${glossaryWords.used} ${shown.join(" · ")}</p>`;
}
