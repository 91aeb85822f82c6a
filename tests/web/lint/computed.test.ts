import { expect, test } from "vitest";
import { computedRule } from "../../../web/lint/rules/computed.js";
import { engine } from "../browser/own-engine.js";
import { pageOf, told } from "./page-of.js";

const inBody = async (body: string) => told(await computedRule(pageOf({ body }), engine));

const value = (attributes: string) => `<p><fl-value ${attributes}></fl-value></p>`;
const run = 'problem="constant_gradient" method="adam" steps="1"';

test("what the core answers is fine", async () => {
  expect(await inBody(value(`${run} quantity="step_length"`))).toEqual([]);
  expect(await inBody(value('method="adam" default="beta1"'))).toEqual([]);
  expect(await inBody(`<fl-predict ${run} quantity="step_length"><p>?</p></fl-predict>`)).toEqual(
    [],
  );
});

test("everything that the core refuses is reported", async () => {
  const body = [
    value(`${run} quantity="steplength"`),
    value('method="adam" default="beta3"'),
    `<fl-predict ${run} settings="beta1=2" quantity="step_length"><p>?</p></fl-predict>`,
    value(`${run} quantity="step_length" times="x"`),
  ];
  expect(await inBody(body.join("\n"))).toEqual([
    expect.stringMatching(/^1: got <fl-value> that the core refuses: .*steplength/),
    expect.stringMatching(
      /^2: got <fl-value> that the core refuses: default: got "beta3"; allowed: .*beta1/,
    ),
    expect.stringMatching(/^3: got <fl-predict> that the core refuses: .*beta1/),
    "4: got <fl-value> to which the core’s answer is no number; allowed: one that is",
  ]);
});
