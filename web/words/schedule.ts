/** Every word of the schedule builder; they come with its code. */
export const scheduleWords = {
  chart: "Your learning rate against the step; its ends can be moved",
  end: (piece: number, shape: string) => `End of piece ${piece}, ${shape}`,
  begin: (piece: number, shape: string) => `Beginning of piece ${piece}, ${shape}`,
  at: (step: string, rate: string) => `step ${step}, learning rate ${rate}`,
  hint: "Drag a ring. By keyboard: arrow keys, with Shift further.",
  step: "step",
  rate: "Learning rate",

  list: "The pieces",
  piece: (number: number) => `Piece ${number}`,
  shape: "Form",
  length: "Steps",
  from: "From",
  to: "To",
  lengthOf: (number: number) => `Length of piece ${number}, in steps`,
  shapeOf: (number: number) => `Form of piece ${number}`,
  fromOf: (number: number) => `Share of the learning rate with which piece ${number} begins`,
  toOf: (number: number) => `Share of the learning rate with which piece ${number} ends`,
  remove: (number: number) => `Remove piece ${number}`,
  earlier: (number: number) => `Piece ${number} one place earlier`,
  add: "Add a piece",
  shares: "From and to are shares of the learning rate that is set below.",
  presets: "Begin with",
  choose: "Choose …",
  added: (count: number) => `${count} pieces.`,
  full: (most: number) => `At most ${most} pieces.`,

  faults: {
    shape: "There is no such form.",
    length: "A piece takes more than 0 and at most 10⁶ steps.",
    share: "A share is a number from 0 to 10⁶; 1 is the whole learning rate.",
    zero: "This form never comes down to 0: take a share above 0, or a straight line.",
  },
  notNumber: (text: string) =>
    `“${text.slice(0, 30)}” is not a number. The one before is kept. Write it like 0.25 or 1e-3.`,
  /** What a run's loss is at a step. */
  result: (what: string, value: string, step: number) => `${what} ${value} at step ${step}.`,
  ended: (step: number) => `Stopped at step ${step}.`,
};
