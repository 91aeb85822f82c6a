import { expect, test } from "vitest";
import {
  type Access,
  accessOf,
  idleRules,
  matches,
  parseRules,
  withRule,
  writeRules,
} from "../../web/state/access-rules.js";

test.each([
  ["race.start", "race.start", true],
  ["race.start", "race.start.x", false],
  ["race.*", "race.start", true],
  ["race.*", "race.adam.beta1", true],
  ["race.*", "race", false],
  ["race.*", "racer.start", false],
  ["*", "anything.at.all", true],
  ["*.start", "race.start", true],
  ["*.start", "race.starter", false],
  ["race.*.beta1", "race.adam.beta1", true],
  ["race.*.beta1", "race.beta1", false],
  ["a*a", "a", false],
  ["a*a", "aa", true],
  ["race.(start)", "race.start", false],
  ["", "race.start", false],
])("the pattern “%s” and the key “%s”: %s", (pattern, key, expected) => {
  expect(matches(pattern, key)).toBe(expected);
});

test.each<[Parameters<typeof parseRules>[0], string, Access]>([
  [{}, "race.start", "visible"],
  [{ hide: "race.start" }, "race.start", "hidden"],
  [{ hide: "race.start" }, "race.transport", "visible"],
  [{ lock: "race.*" }, "race.adam.beta1", "locked"],
  [{ lock: "race.*", hide: "race.start" }, "race.start", "hidden"],
  [{ hide: "race.*", lock: "race.start" }, "race.start", "locked"],
  [{ hide: "*", show: "race.start" }, "race.start", "visible"],
  [{ hide: "*", show: "race.*", lock: "race.adam.*" }, "race.adam.beta1", "locked"],
  [{ lock: "race.start", hide: "race.start" }, "race.start", "hidden"],
  [{ lock: "race.*", hide: "*.beta1" }, "race.beta1", "hidden"],
  [{ hide: " race.start , update.mode,,\n quiz.hint " }, "quiz.hint", "hidden"],
  [{ hide: "__proto__,constructor" }, "race.start", "visible"],
])("%j makes %s %s", (lists, key, access) => {
  expect(accessOf(parseRules(lists), key)).toBe(access);
});

const keys = ["race.start", "race.transport", "race.adam.beta1", "race.adam.beta2", "update.mode"];

/** The lists after a teacher has set one pattern after the other. */
function listsAfter(...changes: [string, Access][]) {
  let rules = parseRules({});
  for (const [pattern, access] of changes) rules = withRule(rules, pattern, access, keys);
  return writeRules(rules);
}

test.each<[string, [string, Access][], Partial<ReturnType<typeof writeRules>>]>([
  ["nothing", [], {}],
  ["one control", [["race.start", "hidden"]], { hide: "race.start" }],
  [
    "a control and back",
    [
      ["race.start", "hidden"],
      ["race.start", "visible"],
    ],
    {},
  ],
  [
    "a figure after its parts",
    [
      ["race.start", "hidden"],
      ["race.adam.beta1", "locked"],
      ["race.*", "locked"],
    ],
    { lock: "race.*" },
  ],
  [
    "an exception from a figure",
    [
      ["race.*", "hidden"],
      ["race.start", "visible"],
    ],
    { hide: "race.*", show: "race.start" },
  ],
  [
    "an exception and back",
    [
      ["race.*", "hidden"],
      ["race.start", "visible"],
      ["race.start", "hidden"],
    ],
    { hide: "race.*" },
  ],
  [
    "a figure where another pattern says more",
    [
      ["*.adam.beta1", "hidden"],
      ["race.*", "locked"],
    ],
    { hide: "*.adam.beta1", lock: "race.*,race.adam.beta1" },
  ],
])("the lists are short and say what was set: %s", (_what, changes, lists) => {
  const { show = "", lock = "", hide = "" } = listsAfter(...changes);
  expect({ show, lock, hide }).toEqual({ show: "", lock: "", hide: "", ...lists });
  const written = parseRules({ show, lock, hide });
  for (const key of keys) {
    const last = changes.filter(([pattern]) => matches(pattern, key)).at(-1)?.[1] ?? "visible";
    expect(accessOf(written, key), key).toBe(last);
  }
});

test("patterns that fit no control are found, wildcards too", () => {
  const rules = parseRules({ hide: "race.*,rcae.start,*.nonsense", lock: "update.mode,update" });
  expect(idleRules(rules, keys)).toEqual(["update", "rcae.start", "*.nonsense"]);
});
