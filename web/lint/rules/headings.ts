import type { CheerioAPI } from "cheerio";
import type { LintPage } from "../page.js";
import type { Problem } from "../problem.js";

const selector = "h1, h2, h3, h4, h5, h6";

/** What is wrong with the headings of a page as a reader meets it, with the heading it is. */
export function headingFaults($: CheerioAPI): { index: number; message: string }[] {
  const headings = $(selector).toArray();
  const faults: { index: number; message: string }[] = [];
  const add = (index: number, message: string) => faults.push({ index, message });
  const first = headings.filter(({ name }) => name === "h1").length;
  if (first !== 1) add(-1, `has ${first} headings <h1>; allowed: exactly one`);
  let before = 0;
  for (const [index, heading] of headings.entries()) {
    const level = Number(heading.name.slice(1));
    const text = $(heading).text().replace(/\s+/g, " ").trim();
    const named = text || $(heading).find("img[alt]:not([alt='']), math").length > 0;
    if (!named)
      add(index, `got an empty <${heading.name}>; allowed: a heading that says something`);
    if (level > before + 1) {
      const allowed = before === 0 ? "<h1> first" : `<h${before + 1}> or higher after <h${before}>`;
      add(index, `got <${heading.name}> “${text}”; allowed: ${allowed}`);
    }
    before = level;
  }
  return faults;
}

/** Headings of the built page, in order; a lesson's <h1> is its title. */
export function headingsRule({ source, built }: LintPage): Problem[] {
  if (!built) return [];
  const headings = built.$(selector).toArray();
  return headingFaults(built.$).map(({ index, message }) => {
    const heading = headings[index];
    if (!heading) return { file: source.file, line: undefined, message };
    const text = built.$(heading).text();
    const authored = source
      .$(heading.name)
      .toArray()
      .find((one) => source.$(one).text() === text);
    return authored
      ? { file: source.file, line: source.lineOf(authored), message }
      : { file: built.file, line: built.lineOf(heading), message };
  });
}
