import type { Problem, Settings } from "../../wasm/engine/types.js";
import type { PageAnalysis, PageCatalog, PageMethod } from "../engine/page-catalog.js";
import { find } from "./find.js";
import { parseSettings } from "./run-text.js";
import { type DeclaredRun, declarationFrom, type SceneDeclaration } from "./scene-declaration.js";

/** What a race shows when it has just been opened, and what a reader may choose from. */
export interface RaceDeclaration extends SceneDeclaration {
  /** Settings of the analysis `race`: target, budget, cost, count, seed. */
  rules: Settings;
  offered: {
    methods: PageMethod[];
    problems: Problem[];
    /** What the rules are declared by. */
    race: PageAnalysis;
  };
  /** A method with the quantities that derivations add to it. */
  entrant(method: PageMethod, key: string): DeclaredRun;
}

/** Most methods in one race. */
export const mostEntrants = 16;

/** Functions of the plane, without the setting that would make them functions of more. */
function problemsOf({ problems }: PageCatalog): Problem[] {
  return problems
    .filter(({ dimension, data }) => dimension === 2 && data === "")
    .map((one) => ({
      ...one,
      parameters: one.parameters.filter(({ name }) => name !== "dimension"),
    }));
}

/** `rules="budget=100 cost=evaluations"` and the other attributes of an fl-race. */
export function raceDeclarationFrom(element: Element, catalog: PageCatalog): RaceDeclaration {
  const problems = problemsOf(catalog);
  const declared = declarationFrom(element, catalog);
  const { settings: rules } = parseSettings(element.getAttribute("rules") ?? "");
  return {
    ...declared,
    problem: find(problems, "problem", declared.problem.name),
    rules,
    offered: {
      // those that need a sum of terms have none to sum here
      methods: catalog.methods.filter(({ needs }) => needs !== "terms"),
      problems,
      race: find(catalog.analyses, "analysis", "race"),
    },
    entrant: (method, key) => ({
      key,
      label: key === method.name ? method.title : `${method.title} (${key.split("-").at(-1)})`,
      method,
      derived: catalog.derivations
        .filter((one) => one.method === method.name)
        .flatMap(({ quantities }) => quantities.map(({ name }) => name)),
      settings: {},
    }),
  };
}
