let last: Promise<void> = Promise.resolve();

/** A task of its own: what waits for the thread (a tap, a scroll) gets it first. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** Waits its turn: first drawings come one a task, in the order they were asked for. */
export function drawTurn(): Promise<void> {
  last = last.then(nextTask);
  return last;
}
