import { csvParseRows } from "d3-dsv";
import { expect, test } from "vitest";
import { csvText } from "../../web/take/csv-text.js";

test("a header, a line for every row, each ended as RFC 4180 says", () => {
  const rows = [
    [0, "Adam", 0.1],
    [1, "Adam", -2e-9],
  ];
  expect(csvText({ columns: ["step", "run", "loss"], rows })).toBe(
    "step,run,loss\r\n0,Adam,0.1\r\n1,Adam,-2e-9\r\n",
  );
  expect(csvText({ columns: ["step"], rows: [] })).toBe("step\r\n");
});

test("what would break a table apart is quoted", () => {
  const labels = ['He said "no"', "a, b", "two\nlines", "two\r\nlines", " plain ", ""];
  const text = csvText({ columns: ["run"], rows: labels.map((label) => [label]) });
  expect(text).toContain('"He said ""no"""\r\n"a, b"\r\n');
  expect(csvParseRows(text).map(([label]) => label)).toEqual(["run", ...labels]);
});

test("every number is read back as it was, to the last bit", () => {
  const numbers = [
    0,
    -0,
    0.1 + 0.2,
    1 / 3,
    Number.MIN_VALUE,
    Number.MAX_VALUE,
    -1e-300 / 3,
    123456789012345680000,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ];
  const rows = csvParseRows(csvText({ columns: ["x"], rows: numbers.map((x) => [x]) })).slice(1);
  for (const [i, [text]] of rows.entries()) {
    expect(Object.is(Number(text), numbers[i]), `${text} for ${numbers[i]}`).toBe(true);
  }
});
