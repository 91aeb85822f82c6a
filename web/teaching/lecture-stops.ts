/** An element that a lecture uncovers bit by bit, as fl-derivation its lines. */
interface Stepwise extends HTMLElement {
  /** How many stops it makes; 0 where it is shown whole. */
  readonly lectureSteps: number;
  showLectureStep(step: number): void;
}

/** One place at which a lecture halts. */
export interface Stop {
  /** What is in focus: a figure with its controls, a paragraph with its heading. */
  block: HTMLElement[];
  /** Where the block is uncovered bit by bit: how far. */
  step: number | undefined;
}

const apart = "fl-notice, fl-prepared, script, template";
const headings = "h1, h2, h3, h4, .lesson-head";
/** Bars that belong to the figure above them. */
const trailing = "fl-controls, fl-transport";

function isStepwise(element: Element): element is Stepwise {
  return "lectureSteps" in element;
}

/** The page in blocks: headings go with what follows, bars with what they are for. */
function blocksOf(main: Element): HTMLElement[][] {
  const blocks: HTMLElement[][] = [];
  let waiting: HTMLElement[] = [];
  for (const child of main.children) {
    if (!(child instanceof HTMLElement) || child.matches(apart) || !child.checkVisibility())
      continue;
    const last = blocks.at(-1);
    if (child.matches(headings)) waiting.push(child);
    else if (child.matches(trailing) && last && waiting.length === 0) last.push(child);
    else {
      const questions = [...child.querySelectorAll<HTMLElement>(".question")];
      const [first = child, ...rest] = questions;
      blocks.push([...waiting, first], ...rest.map((one) => [one]));
      waiting = [];
    }
  }
  return waiting.length > 0 ? [...blocks, waiting] : blocks;
}

/** Every stop of a lecture on the page as it is now. */
export function stopsOf(main: Element): Stop[] {
  return blocksOf(main).flatMap((block): Stop[] => {
    const steps = block.find(isStepwise)?.lectureSteps ?? 0;
    if (steps === 0) return [{ block, step: undefined }];
    return Array.from({ length: steps }, (_, i) => ({ block, step: i + 1 }));
  });
}

/** Uncovers what the stop shows. */
export function uncover({ block, step }: Stop): void {
  if (step !== undefined) block.find(isStepwise)?.showLectureStep(step);
}
