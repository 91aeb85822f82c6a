import { load } from "cheerio";
import { expect, test } from "vitest";
import { declaredSchedule } from "../../web/scene/declared-schedule.js";
import { declarationFrom } from "../../web/scene/scene-declaration.js";
import { namesOnPage } from "../../web/site/names-on-page.js";
import { pageCatalog } from "../../web/site/page-catalog.js";
import { engine } from "./browser/own-engine.js";

function catalogOf(body: string) {
  const $ = load(body);
  return pageCatalog($, engine.catalog(), namesOnPage($), "a page");
}

/** What stands for an element in a page, as far as a declaration asks. */
function elementWith(attributes: Record<string, string>): Element {
  return { getAttribute: (name: string) => attributes[name] ?? null } as unknown as Element;
}

const figure = (attributes: Record<string, string>, tag = "fl-trace") => {
  const text = Object.entries(attributes).map(([name, value]) => `${name}="${value}"`);
  return declarationFrom(elementWith(attributes), catalogOf(`<${tag} ${text.join(" ")}></${tag}>`));
};

test("a page has the schedules it mentions, and what goes with them", () => {
  const known = catalogOf(
    '<fl-trace problem="booth" runs="adam schedule=cosine; momentum"></fl-trace><fl-table-chart analysis="schedule" schedules="linear; pieces as Mine"></fl-table-chart><fl-value problem="booth" method="adam" schedule="step"></fl-value>',
  );
  expect(known.schedules.map(({ name }) => name)).toEqual(["step", "linear", "cosine", "pieces"]);
  expect(known.scheduleTime).toEqual(engine.catalog().scheduleTime);
  expect(known.scheduledQuantities?.map(({ name }) => name)).toEqual(["learning_rate_now"]);
  expect(known.pieceShapes?.[0]).toEqual({
    name: "constant",
    label: "Constant",
    meaning: expect.any(String),
    aboveZero: false,
  });
  const without = catalogOf('<fl-trace problem="booth" method="adam"></fl-trace>');
  expect(without).toMatchObject({ schedules: [] });
  expect(without).not.toHaveProperty("scheduleTime");
});

test("a run has the schedule it names, or the one of its figure", () => {
  const { runs } = figure({
    problem: "booth",
    runs: "adam schedule=cosine schedule.total=9; momentum",
    schedule: "linear end=0.1",
  });
  expect(runs.map(({ schedule }) => [schedule?.entry.name, schedule?.settings])).toEqual([
    ["cosine", { total: "9" }],
    ["linear", { end: "0.1" }],
  ]);
});

test.each([
  ["wave", {}, 'schedule: got "wave"; allowed: cosine'],
  ["cosine", { totl: 5 }, 'setting of schedule=cosine: got "totl"; allowed: total, end'],
  ["cosine", { every: 5 }, "first_time, warmup, warmup_from, unit"],
])("the schedule %s with %j is refused with what is allowed", (name, settings, message) => {
  const catalog = catalogOf('<fl-trace problem="booth" runs="adam schedule=cosine"></fl-trace>');
  expect(() => declaredSchedule({ name, settings }, catalog)).toThrow(message);
});

test("a method without a learning rate takes no schedule", () => {
  const method = engine.catalog().methods.find(({ hasLearningRate }) => !hasLearningRate)?.name;
  expect(() => figure({ problem: "booth", runs: `${method} schedule=cosine` })).toThrow(
    `schedule: got "cosine"; allowed: none: ${method} has no learning rate`,
  );
});
