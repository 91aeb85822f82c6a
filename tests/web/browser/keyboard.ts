import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { painted } from "./harness.js";

const furthest = 600;

/** A reader without a pointer. */
export class Keyboard {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Tabs to the control, forwards or backwards, whichever way it is. */
  async reach(control: Locator): Promise<void> {
    const target = await control.elementHandle();
    const way = await this.#page.evaluate((node) => {
      const { activeElement } = document;
      if (!node || activeElement === node) return "there";
      const before = activeElement?.compareDocumentPosition(node) ?? 0;
      return activeElement !== document.body && before & Node.DOCUMENT_POSITION_PRECEDING
        ? "Shift+Tab"
        : "Tab";
    }, target);
    if (way === "there") return;
    for (let presses = 0; presses < furthest; presses += 1) {
      await this.#page.keyboard.press(way);
      if (await target?.evaluate((node) => node === document.activeElement)) return;
    }
    throw new Error(`${control}: the Tab key does not reach it`);
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.#page.keyboard.press(key);
  }

  /** Reaches a control and presses keys there; the focus must not get lost over it. */
  async use(control: Locator, ...keys: string[]): Promise<void> {
    await this.reach(control);
    const name = await control.evaluate((node) => node.outerHTML.slice(0, 120));
    await this.press(...keys);
    await painted(this.#page);
    const focused = await this.#page.evaluate(() => document.activeElement?.localName);
    expect(focused, `what has the focus after ${keys} on ${name}`).not.toBe("body");
  }

  /** Types into a field in place of what is in it. */
  async fill(field: Locator, text: string): Promise<void> {
    await this.reach(field);
    await this.press("ControlOrMeta+A");
    await this.#page.keyboard.type(text);
  }
}
