import { expect, test } from "vitest";
import { askedFigure } from "../../web/embed/asked-figure.js";
import { addressOnPage, figureAddress } from "../../web/embed/figure-address.js";

const root = "https://host.test/course/";
const from = `${root}adam/?race.start=-4,-4&race.adam.learning_rate=0.5&scale.step=3&quiz.seed=7&update.mode=all&notation=lecture#bias`;
const race = { page: "adam", figure: "race-descent", question: undefined };

test("a figure's address takes its own state along, and what holds for any page", () => {
  const owners = ["race-descent", "race"];
  expect(figureAddress(race, { from, root, owners })).toBe(
    `${root}figure/?lesson=adam&figure=race-descent&race.start=-4,-4&race.adam.learning_rate=0.5&notation=lecture`,
  );
});

test("of a figure that is alone already, the new address is about the new one", () => {
  const alone = `${root}figure/?lesson=adam&figure=race&question=x&theme=dark&quiz.seed=7`;
  const request = { page: "adam", figure: "quiz", question: "factor" };
  expect(figureAddress(request, { from: alone, root, owners: ["quiz"] })).toBe(
    `${root}figure/?lesson=adam&figure=quiz&question=factor&quiz.seed=7`,
  );
});

test("the home page has no name", () => {
  const home = { page: "", figure: "home-descent", question: undefined };
  expect(figureAddress(home, { from: root, root, owners: [] })).toBe(
    `${root}figure/?figure=home-descent`,
  );
  expect(addressOnPage("", "home-descent", { from: root, root })).toBe(`${root}#home-descent`);
});

test("the way back to the lesson keeps the state and drops what the figure's page needs", () => {
  const alone = `${root}figure/?lesson=adam&figure=race&theme=dark&race.step=3`;
  expect(addressOnPage("adam", "race-descent", { from: alone, root })).toBe(
    `${root}adam/?race.step=3#race-descent`,
  );
});

test("an address is read as it was written", () => {
  const owners = ["race"];
  const { search } = new URL(figureAddress({ ...race, question: "a&b" }, { from, root, owners }));
  expect(askedFigure(search)).toEqual({
    page: "adam",
    figure: "race-descent",
    question: "a&b",
    theme: undefined,
  });
  expect(askedFigure("")).toEqual({
    page: "",
    figure: "",
    question: undefined,
    theme: undefined,
  });
});
