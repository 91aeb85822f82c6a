import type { Page } from "playwright-core";
import { words } from "../../../web/words/en.js";

/**
 * Plays every figure, and moves every start and every slider in sight by one. All of it in one
 * call, by events of the page's own: how readers do each of them is the matter of its own tests.
 */
export async function useEverything(page: Page): Promise<void> {
  const { play, pause } = words.transport;
  await page.evaluate(inPage, { play, pause });
}

/** Runs in the page, and so holds all it calls. */
async function inPage({ play, pause }: { play: string; pause: string }): Promise<void> {
  const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  for (const bar of all(".transport")) {
    bar.querySelector<HTMLElement>(`[aria-label="${play}"]`)?.click();
    await frame();
    await frame();
    bar.querySelector<HTMLElement>(`[aria-label="${pause}"]`)?.click();
  }
  for (const start of all(".start")) {
    start.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowLeft", bubbles: true }));
    await frame();
  }
  for (const range of all(".in-sight input[type=range]") as HTMLInputElement[]) {
    range.stepUp();
    range.dispatchEvent(new Event("input", { bubbles: true }));
    await frame();
  }
}
