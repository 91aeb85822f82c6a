import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect, onTestFinished, test } from "vitest";
import { inRoot } from "../../../web/commands/root.mjs";
import { choose, data, openOwn, otherText, own, w } from "./data-page.js";
import { useSite } from "./harness.js";
import { recordOf, savedText } from "./saved-progress.js";

const site = useSite();

const newer = otherText.replace('"version": 2', '"version": 9');
test.each<[string, string | Buffer, RegExp]>([
  ["nothing", "", /is empty/],
  ["a picture", readFileSync(inRoot("web/readme/adam.png")).subarray(0, 5000), /is not JSON/],
  ["another program's JSON", readFileSync(inRoot("package.json")), /was not saved by this site/],
  ["half of itself", otherText.slice(0, otherText.length / 2), /breaks off before its end/],
  ["the work of a newer version", newer, /newer version of this site \(it has version 9/],
  [
    "a day that is none",
    otherText.replace("2025-11-10T", "2025-11-31T"),
    /sign › last › at is "2025-11-31T/,
  ],
  [
    "no tries at all",
    otherText.replace('"tries": 1', '"tries": -1'),
    /tries is -1; allowed: a whole number from 1/,
  ],
  [
    "a name that is special",
    otherText.replace('"sign"', '"__proto__"'),
    /something named “__proto__”/,
  ],
])("a file with %s is refused, and changes nothing", async (_, text, message) => {
  const page = await openOwn(site);
  const before = await savedText(page);
  await choose(page, text);
  const alert = data(page).getByRole("alert").locator("p");
  await alert.waitFor();
  expect(await alert.innerText()).toMatch(message);
  expect(await alert.innerText()).toContain("“mine.json”");
  expect(await alert.innerText()).toContain(w.unchanged);
  expect(await savedText(page)).toBe(before);
  expect(await data(page).locator(".found").count()).toBe(0);
  expect(await page.evaluate(() => "tries" in {}), "nothing has got into every object").toBe(false);

  await choose(page, otherText);
  await data(page).locator(".found").waitFor();
  expect(await alert.count(), "a good file takes the message away").toBe(0);
});

test("a file of fifty megabytes is refused by its size", async () => {
  const folder = mkdtempSync(join(tmpdir(), "fall-line-large-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, "large.json");
  writeFileSync(file, "[");
  truncateSync(file, 50_000_000);
  const page = await openOwn(site);
  await data(page).locator("input[type=file]").setInputFiles(file);
  const alert = data(page).getByRole("alert");
  await expect.poll(() => alert.innerText()).toMatch(/“large\.json” has 50 MB.* at most 2 MB/);
  expect(await recordOf(page)).toEqual(own);
});

/** Drops files on the middle of the page, as from a file manager. */
function drop(page: Page, files: { name: string; text: string }[]): Promise<void> {
  return page.evaluate((list) => {
    const dataTransfer = new DataTransfer();
    for (const { name, text } of list) dataTransfer.items.add(new File([text], name));
    const place = document.querySelector("h1") as Element;
    for (const type of ["dragover", "drop"]) {
      const event = new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer });
      place.dispatchEvent(event);
      if (!event.defaultPrevented) throw new Error(`the browser would take the ${type}`);
    }
  }, files);
}

test("a file can be dropped anywhere on the page; of several none is taken", async () => {
  const page = await openOwn(site);
  await drop(page, [{ name: "dropped.json", text: otherText }]);
  await data(page)
    .getByRole("heading", { name: w.found("dropped.json") })
    .waitFor();
  expect(await data(page).locator(".drop-here").count()).toBe(0);
  const two = { name: "a.json", text: otherText };
  await drop(page, [two, two]);
  await expect
    .poll(() => data(page).getByRole("alert").innerText())
    .toContain("one file at a time");
  expect(await recordOf(page)).toEqual(own);
  // what is no file is none of our business
  const taken = await page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.setData("text/plain", "a word");
    const event = new DragEvent("dragover", { bubbles: true, cancelable: true, dataTransfer });
    document.body.dispatchEvent(event);
    return event.defaultPrevented;
  });
  expect(taken).toBe(false);
});

test("while a file is over the page, the page says that it may fall", async () => {
  const page = await openOwn(site);
  const drag = (type: string) =>
    page.evaluate((name) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(["{}"], "a.json"));
      document.body.dispatchEvent(
        new DragEvent(name, { bubbles: true, cancelable: true, dataTransfer }),
      );
    }, type);
  const here = data(page).getByText(w.dropHere);
  await drag("dragover");
  await here.waitFor();
  await drag("dragleave");
  await here.waitFor({ state: "detached" });
});
