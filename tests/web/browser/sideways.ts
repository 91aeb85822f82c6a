import type { Page } from "playwright-core";

/** What reaches beyond the page, and is not in something that scrolls by itself. */
export const sideways = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const room = document.documentElement.clientWidth;
    const scrolling = [...document.querySelectorAll("*")].filter(
      (one) => one !== document.body && getComputedStyle(one).overflowX !== "visible",
    );
    const wide = [...document.querySelectorAll("main *, header *, footer *")].filter(
      (one) =>
        one.getBoundingClientRect().right > room + 1 && !scrolling.some((box) => box.contains(one)),
    );
    const names = wide.slice(0, 5).map((one) => `${one.localName}.${one.getAttribute("class")}`);
    return [...names, ...(document.documentElement.scrollWidth > room ? ["the page"] : [])];
  });
