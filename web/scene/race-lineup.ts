import type { PageMethod } from "../engine/page-catalog.js";
import { mostEntrants, type RaceDeclaration } from "./race-declaration.js";
import type { SceneRun } from "./scene.js";

/** The method that a key like "adam" or, for a second one, "adam-2" is of. */
export function methodOfKey(
  { offered }: Pick<RaceDeclaration, "offered">,
  key: string,
): PageMethod | undefined {
  const [, name] = /^([a-z_]+?)(?:-[2-9]|-1\d)?$/.exec(key) ?? [];
  return offered.methods.find((one) => one.name === name);
}

/** A run by its key: that of the declaration where it has one. */
function runOf(declaration: RaceDeclaration, key: string): SceneRun | undefined {
  const method = methodOfKey(declaration, key);
  const declared =
    declaration.runs.find((one) => one.key === key) ?? (method && declaration.entrant(method, key));
  if (!declared) return undefined;
  return {
    ...declared,
    settings: { ...declared.settings },
    report: undefined,
    refused: undefined,
    traces: {},
  };
}

/** A new run of a method beside others; undefined where there is no such method. */
export function oneMore(
  declaration: RaceDeclaration,
  name: string,
  others: readonly { key: string }[],
): SceneRun | undefined {
  const taken = new Set(others.map(({ key }) => key));
  let key = name;
  for (let count = 2; taken.has(key); count += 1) key = `${name}-${count}`;
  return runOf(declaration, key);
}

/** A run for each of the keys; undefined where one is none, is there twice, or they are too many. */
export function lineup(
  declaration: RaceDeclaration,
  keys: readonly string[],
): SceneRun[] | undefined {
  if (keys.length === 0 || keys.length > mostEntrants) return undefined;
  if (new Set(keys).size < keys.length) return undefined;
  const runs = keys.map((key) => runOf(declaration, key));
  return runs.every((run) => run !== undefined) ? runs : undefined;
}
