const letters = ["A", "B", "C", "D", "E", "F"];

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function counted(count: number, one: string, more = `${one}s`): string {
  return `${count} ${count === 1 ? one : more}`;
}

/** Every word of planes with points and models; they come with the code of these. */
export const planeWords = {
  title: "Points of the plane",
  className: (label: number) => letters[label] ?? String(label + 1),
  plot: (model: string) => `The points, and what ${model} makes of the plane`,

  // the pointer's tools
  tools: "Points",
  mode: "What a tap does",
  modes: { move: "Move", add: "Add" },
  penClass: "Class of new points",
  pointClass: "Class of the selected point",
  classOption: (name: string) => `Class ${name}`,
  classes: (count: number) => `${count} classes`,
  fewerClasses: "One class fewer",
  moreClasses: "One class more",
  undo: "Undo",
  redo: "Redo",
  remove: "Remove the selected point",
  newData: "New data",
  point: (number: number, count: number, name: string, x: string, y: string) =>
    `point ${number} of ${count}, class ${name}, x ${x}, y ${y}`,
  selected: "Selected point; arrow keys move it",
  pen: (name: string) => `New point of class ${name}; arrow keys move it, Enter adds it`,
  penAt: (x: string, y: string) => `x ${x}, y ${y}`,
  moveHint: (classes: number) =>
    `Drag a point. By keyboard: arrows move the selected one (with Shift further), Page Up and Page Down select another, 1 to ${classes} set its class, Delete removes it, Ctrl+Z undoes.`,
  addHint: "Tap where a point is to be. By keyboard: arrows move the cross, Enter adds a point.",

  // new data
  generate: "Generate",
  dataset: "Kind of data",
  csvLabel: "Paste points: x, y and a class in every line",
  csvExample: "1.5,2,cat\n-0.3,1.1,dog",
  csvUse: "Use these points",
  csvFile: "Open a file",
  csvSave: "Download as CSV",
  csvName: "points.csv",
  clear: "Remove all points",
  reset: "Everything as at first",
  used: (count: number, classes: number) =>
    `${counted(count, "point")} in ${counted(classes, "class", "classes")}.`,
  twoNumbers: (columns: number) =>
    `The plane needs three columns, x, y and the class; these lines have ${columns}.`,
  manyClasses: (classes: number, most: number) =>
    `The plane has room for ${most} classes; these points have ${classes}.`,
  tooMany: (count: number, most: number) =>
    `There are ${count} points; ${most} is the most that can be trained on.`,
  classesGone: (count: number, name: string) =>
    `${counted(count, "point")} of class ${name} went with it. Undo brings them back.`,
  linkRounded: "The link of this page holds the points rounded a little.",
  linkTooLong:
    "These are more points than a link can hold: it leads to the points as at first. Download them to keep them.",

  // what the data are like
  noPoints: "There are no points. Add some, or generate new data.",
  oneClass:
    "All points are of one class: whatever leaves them on its own side of the boundary is right.",
  contradicting: (count: number) =>
    `${counted(count, "point")} lie exactly where one of another class lies: no classifier gets them all right.`,

  // training
  training: "Training",
  stepsMeaning: "steps each model is trained",
  dealing: "Training and test",
  methodOf: (label: string, method: string) => `${label}: ${method}`,
  modelOf: (label: string) => `${label}: penalty and loss`,
  method: (label: string) => `Method that trains ${label}`,
  firstOrder: "By gradients",
  secondOrder: "By curvature (loaded when chosen)",
  loading: (method: string) => `Loading what ${method} needs…`,
  notLoaded: (method: string, error: unknown) =>
    `What ${method} needs could not be loaded (${reason(error)}). The method is as before.`,
  models: "Models",
  readout: (loss: string, accuracy: string) => `Loss ${loss}, accuracy ${accuracy}`,
  testReadout: (loss: string, accuracy: string) =>
    `On the test points: loss ${loss}, accuracy ${accuracy}`,
  percent: (share: string) => `${share} %`,
  lossChart: "Loss",
  accuracyChart: "Accuracy",
  keyBoundary: "boundary",
  keyMargin: (margin: string) => `margin: the best other score trails by ${margin}`,
  keySure: (percent: string) => `${percent} % probability`,
  keyAside: "hollow: set aside for the test",
  arrows: "Show the weight vectors",

  // weights
  weightsDrawer: "Weights",
  weights: (label: string) => `Weights of ${label}`,
  weightsTable: (label: string) => `The weights of ${label}, a row a class`,
  weightColumns: ["w x", "w y", "b"],
  weightOf: (column: string, name: string) => `${column} of class ${name}`,
  byHand: "Set by hand: these weights stay as they are.",
  trained: (step: number) =>
    `After step ${step} of the training. Drag or type a weight to take over.`,
  startsHere: "The training starts from your weights.",
  trainFromHere: "Train from here",
  hold: "Set by hand",
  forget: "Back to the usual start",
  weightsDropped: (label: string) =>
    `The weights that were set for ${label} do not fit these classes, and are left out.`,

  // examples
  examples: "Points as a table",
  exampleTable: "The points with their scores and losses",
  number: "point",
  class: "class",
  scores: "scores",
  loss: "loss",
  selectedUnder: (label: string, scores: string, loss: string) =>
    ` ${label}: scores ${scores}${loss && `, loss ${loss}`}.`,
  selectedPoint: (number: number, name: string) => `Point ${number}, class ${name}`,
  noSelection: "Select a point to see its scores and losses.",
  showing: (shown: number, count: number) => `The first ${shown} of ${count}.`,
};
