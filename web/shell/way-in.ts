import { html, nothing } from "lit";
import { unsafeHTML } from "lit/directives/unsafe-html.js";
import { PageElement } from "../elements/page-element.js";
import { progress } from "../state/progress.js";
import { words } from "../words/en.js";

/** A lesson of the list on this page. */
interface Listed {
  slug: string;
  title: string;
  href: string;
  questions: number;
}

function listed(): Listed[] {
  return [...document.querySelectorAll<HTMLElement>("main li[data-lesson]")].map((item) => {
    const link = item.querySelector("a");
    const number = link?.querySelector(".number")?.textContent ?? "";
    return {
      slug: item.dataset.lesson ?? "",
      title: link?.textContent?.slice(number.length).trim() ?? "",
      href: link?.getAttribute("href") ?? "",
      questions: Number(item.dataset.questions ?? 0),
    };
  });
}

/** Where the reader left off: the lesson of the last answer or, if it is done, the one after it. */
function leftOff(lessons: readonly Listed[]): Listed | undefined {
  const lastAnswer = ({ slug }: Listed) =>
    Object.values(progress.record.lessons[slug] ?? {})
      .map(({ last }) => last?.at ?? "")
      .reduce((latest, at) => (at > latest ? at : latest), "");
  const [last] = lessons
    .map((lesson, place) => ({ lesson, place, at: lastAnswer(lesson) }))
    .filter(({ at }) => at !== "")
    .sort((a, b) => (a.at < b.at ? 1 : -1));
  if (!last) return undefined;
  const { lesson, place } = last;
  const open = ({ slug, questions }: Listed) => progress.solved(slug) < questions;
  return open(lesson) ? lesson : (lessons.slice(place + 1).find(open) ?? lesson);
}

/** `<fl-way-in>`: the lesson to start with, and for who was here before the one to go on with. */
export class WayIn extends PageElement {
  #start = "";

  protected override async prepare(): Promise<void> {
    this.#start = this.innerHTML;
    progress.subscribe(() => this.requestUpdate());
  }

  override render() {
    const next = leftOff(listed());
    const onwards = next
      ? html`<a class="way primary" href=${next.href}>${words.shell.continueWith(next.title)}</a> `
      : nothing;
    return html`${onwards}${unsafeHTML(this.#start)}`;
  }
}
