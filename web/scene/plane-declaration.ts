import type {
  DatasetDeclaration,
  Problem,
  SettingDeclarations,
  Settings,
} from "../../wasm/engine/types.js";
import type { PageCatalog, PageMethod } from "../engine/page-catalog.js";
import { find } from "./find.js";
import { parseModels } from "./plane-models.js";
import { parseNamed, parseSettings } from "./run-text.js";
import { type DeclaredRun, type SceneDeclaration, whole } from "./scene-declaration.js";

/** A model to be trained on the points, and by which method. */
export interface DeclaredModel extends DeclaredRun {
  model: Problem;
  modelSettings: Settings;
}

/** What draws the points: a dataset of the catalog with its settings. */
export interface Generator {
  name: string;
  settings: Settings;
}

/** What a plane shows when it has just been opened. */
export interface PlaneDeclaration extends SceneDeclaration {
  runs: DeclaredModel[];
  generator: Generator;
  /** Of how the examples are dealt to training and test. */
  dealing: Settings;
  /** Of minibatches. */
  batch: Settings;
  /** What a reader may choose from. */
  offered: {
    methods: PageMethod[];
    datasets: DatasetDeclaration[];
    dealing: SettingDeclarations;
    batch: SettingDeclarations;
  };
}

/** Settings of preparation that make sense of points that are drawn. */
const dealingNames = ["test_share", "split_seed", "stratified"];

function only({ parameters, options, texts }: SettingDeclarations): SettingDeclarations {
  const kept = <Entry extends { name: string }>(entries: Entry[]) =>
    entries.filter(({ name }) => dealingNames.includes(name));
  return { parameters: kept(parameters), options: kept(options), texts: kept(texts) };
}

const nothingToSet: SettingDeclarations = { parameters: [], options: [], texts: [] };

export function derivedBy(method: PageMethod, { derivations }: PageCatalog): string[] {
  return derivations
    .filter((one) => one.method === method.name)
    .flatMap(({ quantities }) => quantities.map(({ name }) => name));
}

function declaredModels(element: Element, catalog: PageCatalog): DeclaredModel[] {
  const counts = new Map<string, number>();
  const models = parseModels(element.getAttribute("models") ?? "").map((text) => {
    const model = find(catalog.problems, "models", text.model);
    const method = find(catalog.methods, "method", text.method);
    const count = (counts.get(text.model) ?? 0) + 1;
    counts.set(text.model, count);
    return {
      key: count === 1 ? text.model : `${text.model}-${count}`,
      label: text.label ?? model.title,
      model,
      modelSettings: text.problemSettings,
      method,
      derived: derivedBy(method, catalog),
      settings: text.settings,
    };
  });
  if (models.length === 0) throw new Error('models: got nothing; allowed: "softmax_regression; …"');
  return models;
}

/** The declaration that the attributes of an element make. */
export function planeDeclarationFrom(element: Element, catalog: PageCatalog): PlaneDeclaration {
  const runs = declaredModels(element, catalog);
  const [first] = runs as [DeclaredModel, ...DeclaredModel[]];
  const data = parseNamed(element.getAttribute("data") ?? "blobs");
  const points = element.getAttribute("points");
  find(catalog.datasets, "data", data.name);
  const ofDealing = (name: string) => dealingNames.includes(name);
  const entries = Object.entries(data.settings ?? {});
  const steps = whole(element, "steps", 100);
  return {
    problem: first.model,
    problemSettings: {},
    runs,
    start: [],
    steps,
    step: Math.min(steps, whole(element, "step", steps)),
    seed: element.getAttribute("seed") ?? "1",
    surface: undefined,
    generator: {
      name: data.name,
      settings: {
        ...Object.fromEntries(entries.filter(([name]) => !ofDealing(name))),
        ...(points !== null && { points }),
      },
    },
    dealing: Object.fromEntries(entries.filter(([name]) => ofDealing(name))),
    batch: parseSettings(element.getAttribute("batch") ?? "").settings,
    offered: {
      methods: catalog.methods.filter(({ needs }) => needs !== "residuals"),
      datasets: catalog.datasets.filter(({ name }) => catalog.plane?.includes(name)),
      dealing: only(catalog.preparation ?? nothingToSet),
      batch: catalog.batch ?? nothingToSet,
    },
  };
}
