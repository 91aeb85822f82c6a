import { constants } from "node:os";
import { stopChildren } from "./child.mjs";
import { Stop } from "./stop.mjs";

/**
 * Runs a command to its end: failures become a message and exit code 1, Ctrl-C and SIGTERM stop
 * everything it started.
 *
 * @param {(onStop: (close: () => Promise<void>) => void) => Promise<void>} body `onStop` takes what
 *   has to be closed on an interrupt
 * @param {{ stopsWith?: number }} [options] `stopsWith`: the exit code after an interrupt; 128 + the
 *   signal's number where it isn't given
 */
export async function program(body, { stopsWith } = {}) {
  /** @type {(() => Promise<void>)[]} */
  const closers = [];
  let stopping = false;

  /** @param {NodeJS.Signals} signal */
  const stop = async (signal) => {
    // npm passes on a Ctrl-C that the terminal has sent to everyone already.
    if (stopping) return;
    stopping = true;
    // Vite has a listener of its own, which would end with 143.
    process.exitCode = stopsWith ?? 128 + constants.signals[signal];
    if (process.stdout.isTTY) process.stdout.write("\n");
    await Promise.allSettled([stopChildren(), ...closers.map((close) => close())]);
    process.exit();
  };
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
    process.on(signal, stop);
  }
  if (process.env.npm_lifecycle_event) whenOrphaned(() => stop("SIGTERM"));

  try {
    await body((close) => closers.push(close));
  } catch (error) {
    // What fails while everything is being stopped is no news.
    if (stopping) return;
    report(error);
    await stopChildren();
    process.exit(1);
  }
}

/**
 * npm passes signals on to the shell between it and this program, and both may end without a word.
 *
 * @param {() => void} then
 */
function whenOrphaned(then) {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid !== parent) then();
  }, 250);
  timer.unref();
}

/** @param {unknown} error */
function report(error) {
  if (!(error instanceof Stop)) {
    console.error(error);
    return;
  }
  if (error.output) console.error(`\n${shorten(error.output.trimEnd())}`);
  console.error(`\n${error.message}`);
}

/**
 * Node quotes the line that threw; in Emscripten's scripts that is the whole file.
 *
 * @param {string} text
 * @returns {string}
 */
function shorten(text) {
  return text.replace(/^(.{2000}).*$/gm, "$1 …");
}
