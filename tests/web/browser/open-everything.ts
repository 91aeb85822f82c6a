import type { Page } from "playwright-core";
import { codeWords } from "../../../web/words/code.js";
import { words } from "../../../web/words/en.js";

/** Figures whose scripts or numbers come when they come into sight. */
const figures =
  "fl-circle, fl-damping-pad, fl-gradient-samples, fl-penalties, fl-plane, fl-race, fl-schedule, fl-seed-band, fl-slip[matrix], fl-starts, fl-step-cost, fl-taylor";

/** What the page itself does; `text` are the words on its buttons. */
interface Errand {
  text: { all: string; showAll: string; hint: string; tell: string; torch: string; show: string };
  figures: string;
  what: "figures" | "everything";
}

const errand: Omit<Errand, "what"> = {
  text: {
    all: words.derivation.mode.all,
    showAll: words.derivation.showAll,
    hint: words.quiz.hint,
    tell: words.slip.tell,
    torch: codeWords.language.torch,
    show: words.surface.show,
  },
  figures,
};

const run = (page: Page, what: Errand["what"]) => page.evaluate(inPage, { ...errand, what });

/** Has figures and code views fetch what is theirs, as they do when they come into sight. */
export async function seeEverything(page: Page): Promise<void> {
  await run(page, "figures");
}

/**
 * Brings up everything a page can show: feedback, explanations, surfaces, drawers, tables. All of it
 * in one call, by clicks of the page's own: how readers reach each of them is the matter of its own
 * tests.
 */
export async function openEverything(page: Page): Promise<void> {
  await run(page, "everything");
}

/** Runs in the page, and so holds all it calls. */
async function inPage({ text, figures, what }: Errand): Promise<void> {
  const all = <Kind extends Element = HTMLElement>(
    selector: string,
    within: ParentNode = document,
  ) => [...within.querySelectorAll<Kind>(selector)];
  const buttons = (name: string, within: ParentNode = document) =>
    all<HTMLButtonElement>("button", within).filter((one) => one.textContent?.trim() === name);
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

  /** Waits until `there` finds something, and returns it. */
  async function once<Found>(what: string, there: () => Found): Promise<NonNullable<Found>> {
    const end = performance.now() + 15_000;
    for (;;) {
      const found = there();
      if (found) return found;
      if (performance.now() > end) throw new Error(`${what} did not come within 15 s`);
      await frame();
    }
  }
  /** Clicks the button of that name for as long as there is one. */
  async function press(name: string, within: ParentNode): Promise<void> {
    for (let button = buttons(name, within)[0]; button; button = buttons(name, within)[0]) {
      button.click();
      await frame();
    }
  }
  function fill(input: HTMLInputElement, value: string): void {
    input.value = value;
    input.dispatchEvent(new Event("input", { bubbles: true }));
    input.dispatchEvent(new Event("change", { bubbles: true }));
  }
  const submit = (form: ParentNode) => all("[type=submit]", form)[0]?.click();

  /** The first choice, or the number the slider has. */
  async function predict(): Promise<void> {
    for (const prediction of all("fl-predict")) {
      all("input[type=radio]", prediction)[0]?.click();
      await frame();
      submit(prediction);
    }
  }

  /** Has every derivation show all its lines, and asks for the left side of each. */
  async function derive(): Promise<void> {
    for (const derivation of all("fl-derivation")) {
      all("label", derivation)
        .find((one) => one.textContent?.trim() === text.all)
        ?.click();
      await frame();
      await press(text.showAll, derivation);
      const form = await once("a line to fill in", () => all("form.fill", derivation)[0]);
      buttons(text.hint, form)[0]?.click();
      const field = all<HTMLInputElement>("input", form)[0];
      if (!field) throw new Error("a line to fill in has no field");
      fill(field, "12345");
      submit(form);
    }
  }

  /** Answers every question wrongly (or at least not knowing), with all hints. */
  async function answer(): Promise<void> {
    for (const question of all(".question form")) {
      await press(text.hint, question);
      const [number] = all<HTMLInputElement>("input.number", question);
      if (number) fill(number, "12345");
      else all(".choice input", question).at(-1)?.click();
      await frame();
      submit(question);
    }
  }

  async function load(): Promise<void> {
    for (const figure of all(figures)) {
      figure.scrollIntoView();
      await once(`a picture in ${figure.localName}`, () => all("canvas, svg.chart", figure)[0]);
    }
    const busy = (one: HTMLElement & { scene?: { busy?: boolean } }) => one.scene?.busy;
    await once("the end of all computing", () => {
      return all('[aria-busy="true"]').length === 0 && !all("main *").some(busy);
    });
    for (const code of all("fl-code")) {
      code.scrollIntoView();
      await once("code", () => all("[role=tablist]", code)[0]);
    }
    scrollTo(0, 0);
    // what was computed last is drawn
    await frame();
    await frame();
  }

  async function showSurfaces(): Promise<void> {
    for (let shown = 1; buttons(text.show).length > 0; shown += 1) {
      buttons(text.show)[0]?.click();
      await frame();
      const frames = await once("a surface", () => {
        const those = all("fl-surface");
        return those.length >= shown ? those : undefined;
      });
      frames[shown - 1]?.scrollIntoView();
      await once("a drawn surface", () => all<SVGElement>(".surface-frame .axis").length >= shown);
    }
    await frame();
  }

  if (what === "figures") return load();
  await predict();
  await derive();
  for (const slip of all("fl-slip")) buttons(text.tell, slip)[0]?.click();
  await answer();
  await load();
  for (const code of all("fl-code")) {
    all("[role=tab]", code)
      .find((one) => one.textContent?.trim() === text.torch)
      ?.click();
  }
  for (const drawer of all<HTMLDetailsElement>("details:not([open]) > summary")) drawer.click();
  await frame();
  // last of all: without a graphics card a page with a surface is drawn more slowly
  await showSurfaces();
}
