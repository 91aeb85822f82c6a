import { nextTask } from "../../wasm/worker/next-task.js";

export const nextFrame = () => new Promise(requestAnimationFrame);

let last: Promise<void> = Promise.resolve();

/** Waits its turn: first drawings come one a task, in the order they were asked for. */
export function drawTurn(): Promise<void> {
  last = last.then(nextTask);
  return last;
}

/** Resolves when those are drawn, too, to which a frame has yet to tell how wide they are. */
export async function picturesDrawn(): Promise<void> {
  await nextFrame();
  await nextFrame();
  await drawTurn();
}
