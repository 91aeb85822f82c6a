import { expect, test } from "vitest";
import { complaintsOf, useSite } from "./harness.js";

const site = useSite();

test("the first visit to the Adam lesson stays within its budget", async () => {
  const foreign: string[] = [];
  let complaints: string[] = [];
  const page = await site.open("adam/", {
    before: async (fresh) => {
      complaints = await complaintsOf(fresh);
      fresh.on("request", (request) => {
        if (!request.url().startsWith(site.base)) foreign.push(request.url());
      });
    },
  });
  await page.waitForLoadState("networkidle");

  const { answers } = site;
  const of = (ending: string) => answers.filter(({ path }) => path.endsWith(ending));
  const kilobytes = (sizes: { bytes: number }[]) =>
    sizes.reduce((sum, { bytes }) => sum + bytes, 0) / 1000;
  const transferred = {
    all: kilobytes(answers),
    wasm: kilobytes(of(".wasm")),
    script: kilobytes(of(".js")),
    fonts: kilobytes(of(".woff2")),
  };
  console.log("transferred in kB, compressed:", transferred);
  expect(transferred.all).toBeLessThanOrEqual(300);
  expect(transferred.wasm).toBeLessThanOrEqual(110);
  expect(transferred.script).toBeLessThanOrEqual(95);
  expect(transferred.fonts).toBeLessThanOrEqual(90);
  expect(of(".wasm"), "the engine is loaded once").toHaveLength(1);
  expect(of(".js").length, "page, worker and theme").toBeGreaterThanOrEqual(3);
  expect(foreign, "requests outside the site's folder, data: and blob: included").toEqual([]);
  expect(complaints).toEqual([]);
});
