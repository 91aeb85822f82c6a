import { expect, test } from "vitest";
import {
  BadFile,
  type FileFault,
  fileName,
  fileText,
  recordInFile,
  recordInText,
} from "../../web/progress/progress-file.js";
import { emptyRecord, type ProgressRecord } from "../../web/progress/record.js";
import { reviewWords } from "../../web/words/en-review.js";

const at = "2025-11-03T10:00:00.000Z";
const record: ProgressRecord = {
  version: 2,
  review: { on: true, offered: "adam" },
  lessons: {
    adam: {
      factor: {
        solved: true,
        tries: 2,
        last: { given: -1.25e-8, right: true, at },
        review: { box: 1, due: "2025-11-06" },
      },
      why: { solved: false, tries: 1, last: { given: ["m < 1", "“β”\n"], right: false, at } },
      old: { solved: true, tries: 1 },
    },
  },
};
const now = new Date("2025-11-22T14:03:00.000Z");
const text = fileText(record, now);

test("a file says what it is, and people can read it", () => {
  expect(text).toMatch(
    /^\{\n {2}"format": "fall-line progress",\n {2}"version": 2,\n {2}"site": "Fall Line",\n {2}"saved": "2025-11-22T14:03:00.000Z",\n/,
  );
  expect(text).toContain('\n        "tries": 2,\n');
  expect(fileName(new Date(2025, 0, 2))).toBe("fall-line-progress-2025-01-02.json");
});

test("what was saved comes back exactly", () => {
  expect(recordInText(text)).toEqual({ site: "Fall Line", saved: now.toISOString(), record });
  expect(recordInText(fileText(emptyRecord(), now)).record).toEqual(emptyRecord());
  expect(fileText(recordInText(text).record, now)).toBe(text);
});

function faultIn(one: string): FileFault {
  try {
    recordInText(one);
  } catch (error) {
    if (error instanceof BadFile) return error.fault;
    throw error;
  }
  throw new Error("it was taken");
}

const said = (fault: FileFault) => reviewWords.data.fault("mine.json", fault);

test.each([
  ["an empty file", "  \n", { kind: "empty" }],
  ["a text", "Dear diary", { kind: "damaged" }],
  ["a picture", "\u0089PNG\r\n\u001a\n\0", { kind: "damaged" }],
  ["one that breaks off", text.slice(0, 300), { kind: "cut" }],
  ["one that breaks off in a name", text.slice(0, 12), { kind: "cut" }],
  ["one with a hole", text.replace('"site": "Fall Line",', '"site": '), { kind: "damaged" }],
  ["other JSON", '{"name":"fall-line","version":"0.1.0"}', { kind: "foreign" }],
  ["a list", "[1,2]", { kind: "foreign" }],
  ["a number", "7", { kind: "foreign" }],
  ["null", "null", { kind: "foreign" }],
  ["the record without its head", JSON.stringify(record), { kind: "foreign" }],
  ["a newer version", text.replace('"version": 2', '"version": 3'), { kind: "newer", version: 3 }],
  ["a special name", text.replace('"old"', '"__proto__"'), { kind: "name", name: "__proto__" }],
  ["another", text.replace('"adam": {', '"constructor": {'), { kind: "name", name: "constructor" }],
  ["deep brackets", "[".repeat(100_000), { kind: "damaged" }],
])("%s is refused in words", (_, one, expected) => {
  const fault = faultIn(one);
  expect(fault).toMatchObject(expected);
  expect(said(fault)).toMatch(/^“mine\.json” .{6,}\.$/);
});

const place = (...path: string[]) => ["lessons", "adam", ...path];

test.each<[string, string, string[], RegExp]>([
  ['"version": 2', '"version": "two"', ["version"], /version is "two"; allowed: the number 2\./],
  ['"version": 2,', "", ["version"], /version is missing/],
  [
    '"saved": "2025-11-22T',
    '"saved": "2025-11-31T',
    ["saved"],
    /saved is "2025-11-31T.*; allowed: a moment/,
  ],
  ['"site": "Fall Line"', '"site": 5', ["site"], /site is 5; allowed: a text/],
  ['"on": true', '"on": "yes"', ["review", "on"], /review › on is "yes"; allowed: true or false/],
  [
    '"tries": 2',
    '"tries": -2',
    place("factor", "tries"),
    /factor › tries is -2; allowed: a whole number from 1/,
  ],
  ['"tries": 2', '"tries": 1e300', place("factor", "tries"), /tries is 1e\+300/],
  ['"tries": 2', '"tries": "2"', place("factor", "tries"), /tries is "2"/],
  [
    '"box": 1',
    '"box": 5',
    place("factor", "review", "box"),
    /box is 5; allowed: a whole number from 0 to 4/,
  ],
  ['"box": 1', '"box": 0.5', place("factor", "review", "box"), /box is 0\.5/],
  [
    '"due": "2025-11-06"',
    '"due": "2025-02-29"',
    place("factor", "review", "due"),
    /due is "2025-02-29"; allowed: a day/,
  ],
  ['"due": "2025-11-06"', '"due": 20251106', place("factor", "review", "due"), /due is 20251106/],
  [at, "yesterday", place("factor", "last", "at"), /at is "yesterday"/],
  ['"given": -1.25e-8', '"given": 1e999', place("factor", "last", "given"), /given is Infinity/],
  [
    '"given": -1.25e-8',
    '"given": {}',
    place("factor", "last", "given"),
    /given is \{\}; allowed: a number, or a list of texts/,
  ],
  [
    '"m < 1"',
    "7",
    place("why", "last", "given"),
    /given is .*; allowed: a number, or a list of texts/,
  ],
  [
    '"solved": true',
    '"solved": 1',
    place("factor", "solved"),
    /solved is 1; allowed: true or false/,
  ],
  ['"tries": 2,', "", place("factor", "tries"), /lessons › adam › factor › tries is missing/],
  ['"factor": {', '"a/b": {', place("a/b"), /is "a\/b"; allowed: a name of at most 100/],
  ['"factor": {', `"${"x".repeat(101)}": {`, place("x".repeat(60)), /allowed: a name/],
])("%s turned into %s is found out, by its place", (from, to, path, words) => {
  const changed = text.replace(from, to);
  expect(changed).not.toBe(text);
  const fault = faultIn(changed);
  expect(fault).toMatchObject({ path });
  expect(said(fault)).toMatch(words);
});

test("a list in place of a table is found out", () => {
  const changed = text.replace(/"adam": [\s\S]*/, '"adam": []}}');
  expect(said(faultIn(changed))).toMatch(/lessons › adam is \[\]; allowed: a table by names/);
});

test("a file of many megabytes is refused before it is read", async () => {
  const file = {
    size: 50_000_000,
    text: () => Promise.reject(new Error("it was read")),
  } as unknown as File;
  const fault = await recordInFile([file]).catch((error) => error.fault);
  expect(fault).toEqual({ kind: "large", bytes: 50_000_000, most: 2_000_000 });
  expect(said(fault)).toMatch(/has 50 MB\. .* at most 2 MB\./);
});

test("one file at a time, and one that can be read", async () => {
  const good = new File([text], "good.json");
  expect((await recordInFile([good])).record).toEqual(record);
  expect((await recordInFile([new File(["\uFEFF", text], "mark.json")])).record).toEqual(record);
  const fault = (files: File[]) => recordInFile(files).catch((error) => said(error.fault));
  expect(await fault([good, good])).toMatch(/one file at a time/);
  expect(await fault([])).toMatch(/one file at a time/);
  const folder = { size: 10, text: () => Promise.reject(new Error("it is a folder")) };
  expect(await fault([folder as unknown as File])).toMatch(/could not be read: it is a folder/);
});

test("a very long record still fits", async () => {
  const questions = Object.fromEntries(
    Array.from({ length: 1000 }, (_, i) => [`q${i}`, record.lessons.adam!.why!]),
  );
  const large = { ...record, lessons: { adam: questions } };
  const file = new File([fileText(large, now)], "large.json");
  expect((await recordInFile([file])).record).toEqual(large);
});
