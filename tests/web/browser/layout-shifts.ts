import type { Page } from "playwright-core";

/** To be called before a page is opened: adds up how far what was already painted has moved. */
export const watchShifts = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    let sum = 0;
    const add = (entries: PerformanceEntry[]) => {
      for (const entry of entries) sum += (entry as PerformanceEntry & { value: number }).value;
    };
    const observer = new PerformanceObserver((list) => add(list.getEntries()));
    observer.observe({ type: "layout-shift", buffered: true });
    const shiftsSoFar = () => {
      add(observer.takeRecords());
      return sum;
    };
    Object.assign(globalThis, { shiftsSoFar });
  });

export const shiftsOf = (page: Page): Promise<number> => page.evaluate("shiftsSoFar()");
