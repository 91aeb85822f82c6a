import type { Parameter } from "../../wasm/engine/types.js";
import type { SeriesStyle } from "../plots/series-style.js";
import { planeWords as words } from "../words/plane.js";
import { mostSteps, type PlaneRun, type PlaneScene } from "./plane-scene.js";
import type { SettingGroup } from "./setting-group.js";

const closed = (low: number, high: number) => ({ low, high, lowOpen: false, highOpen: false });

/** How many steps the models are trained. */
const stepsParameter: Parameter = {
  name: "steps",
  symbol: "",
  letter: "",
  meaning: words.stepsMeaning,
  default: 100,
  allowed: closed(1, mostSteps),
  slider: closed(1, 1000),
  scale: "log",
  whole: true,
};

/** What the dataset that draws the points is set up with; undefined for a reader's own points. */
export function generatorSettings(scene: PlaneScene): SettingGroup | undefined {
  const { generator } = scene.data.now;
  const drawing = scene.declared.offered.datasets.find(({ name }) => name === generator?.name);
  if (!drawing || !generator) return undefined;
  return {
    key: "data",
    label: drawing.title,
    prefix: "data.",
    parameters: drawing.parameters,
    options: drawing.options,
    settings: generator.settings,
    declared: scene.declared.generator.settings,
    refused: scene.data.refused,
    style: undefined,
    set: (name, value) => scene.setGeneratorSetting(name, value),
  };
}

/** Those of them that stand among the controls; the others are where new data are made. */
function ofData(scene: PlaneScene): SettingGroup[] {
  const all = generatorSettings(scene);
  const inSight = all?.parameters.filter(({ name }) => scene.dataInSight.has(name)) ?? [];
  return all && inSight.length > 0 ? [{ ...all, parameters: inSight, options: [] }] : [];
}

/** How points are dealt to training and test. */
function ofDealing(scene: PlaneScene): SettingGroup {
  const { dealing } = scene.declared.offered;
  return {
    key: "dealing",
    label: words.dealing,
    prefix: "data.",
    parameters: dealing.parameters,
    options: dealing.options,
    settings: scene.dealing,
    declared: scene.declared.dealing,
    refused: undefined,
    style: undefined,
    set: (name, value) => scene.setIn("dealing", scene.dealing, name, value),
  };
}

function ofTraining(scene: PlaneScene): SettingGroup {
  const { batch } = scene.declared.offered;
  return {
    key: "batch",
    label: words.training,
    prefix: "batch.",
    parameters: [stepsParameter, ...batch.parameters],
    options: batch.options,
    settings: { ...scene.batch, steps: scene.steps },
    declared: scene.declared.batch,
    refused: undefined,
    style: undefined,
    set: (name, value) => {
      if (name !== "steps") scene.setIn("batch", scene.batch, name, value);
      else if (isSteps(value)) scene.setSteps(Number(value));
    },
  };
}

function isSteps(value: number | string): boolean {
  const steps = Number(value);
  return Number.isInteger(steps) && steps >= 1 && steps <= mostSteps;
}

function ofRun(scene: PlaneScene, run: PlaneRun, style: SeriesStyle | undefined): SettingGroup[] {
  const declared = scene.declaredOf(run);
  // what is refused, the model's card says
  const shared = { refused: undefined, style: scene.runs.length > 1 ? style : undefined };
  const ofModel = `${run.key}.problem`;
  return [
    {
      ...shared,
      key: run.key,
      label: words.methodOf(run.label, run.method.title),
      prefix: "",
      parameters: run.method.parameters,
      options: run.method.options,
      settings: run.settings,
      declared: declared?.method === run.method ? declared.settings : {},
      set: (name, value) => scene.setSetting(run, name, value),
    },
    {
      ...shared,
      key: ofModel,
      label: words.modelOf(run.label),
      prefix: "problem.",
      parameters: run.model.parameters,
      options: run.model.options,
      settings: run.modelSettings,
      declared: declared?.modelSettings ?? {},
      set: (name, value) => scene.setIn(ofModel, run.modelSettings, name, value),
    },
  ];
}

/** All that can be set: what draws the points, how models are trained, then every model. */
export function planeSettingGroups(
  scene: PlaneScene,
  styles: readonly (SeriesStyle | undefined)[],
): SettingGroup[] {
  return [
    ...ofData(scene),
    ofTraining(scene),
    ofDealing(scene),
    ...scene.runs.flatMap((run, i) => ofRun(scene, run, styles[i])),
  ];
}
