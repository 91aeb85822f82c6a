import { nextTask } from "../../wasm/worker/next-task.js";

let last: Promise<void> = Promise.resolve();

/** Waits its turn: first drawings come one a task, in the order they were asked for. */
export function drawTurn(): Promise<void> {
  last = last.then(nextTask);
  return last;
}
