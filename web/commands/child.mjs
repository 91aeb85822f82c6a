import { spawn } from "node:child_process";
import { root } from "./root.mjs";
import { Stop } from "./stop.mjs";

/**
 * @typedef {object} RunOptions
 * @property {NodeJS.ProcessEnv} [env]
 * @property {boolean} [show] the tool writes to the terminal itself; otherwise its output is kept
 *   and shown only if it fails
 * @property {(line: string) => void} [onLine] called with each line of kept output
 * @property {boolean} [stopsByItself] on an interrupt the tool is asked and waited for, not killed
 */

/** @typedef {{ stop: () => void, kill: () => void, ended: Promise<void> }} Child */

/** @type {Set<Child>} */
const running = new Set();
let stopping = false;

/** How long stopped tools have to clean up before they are killed. */
const graceMilliseconds = 5000;

/**
 * Runs a tool in the repository's root.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<string>} its output, unless shown
 * @throws {Stop} if it can't be started or fails
 */
export function run(command, args, options = {}) {
  const { env = process.env, show = false, onLine, stopsByItself = false } = options;
  if (stopping) return never;
  const child = spawn(command, args, {
    cwd: root,
    env,
    // A group of its own, so that the compilers behind emcmake and ninja can be stopped with it.
    detached: !stopsByItself,
    stdio: ["ignore", show ? "inherit" : "pipe", show ? "inherit" : "pipe"],
  });
  track(child, stopsByItself);
  const output = collect(child, onLine);
  const name = [command, ...args].join(" ");
  return new Promise((resolve, reject) => {
    child.on("error", (error) =>
      reject(new Stop(`${name} could not be started: ${error.message}`)),
    );
    child.on("close", (code, signal) => {
      if (stopping) return;
      if (code === 0) return resolve(output());
      const end = signal ? `was ended by ${signal}` : `ended with code ${code}`;
      reject(new Stop(`${name} ${end}.`, { output: output() }));
    });
  });
}

/**
 * What `run` gives once everything is being stopped: neither a success nor a failure to report.
 * @type {Promise<never>}
 */
const never = new Promise(() => {});

/**
 * @param {import("node:child_process").ChildProcess} child
 * @param {((line: string) => void) | undefined} onLine
 * @returns {() => string} what it wrote so far, stdout and stderr in the order they came
 */
function collect(child, onLine) {
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    let rest = "";
    stream?.setEncoding("utf8").on("data", (/** @type {string} */ text) => {
      output += text;
      const lines = (rest + text).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) onLine?.(line);
    });
  }
  return () => output;
}

/**
 * @param {import("node:child_process").ChildProcess} child
 * @param {boolean} stopsByItself
 */
function track(child, stopsByItself) {
  const { pid } = child;
  if (pid === undefined) return;
  /** @param {NodeJS.Signals} signal */
  const signalGroup = (signal) => {
    try {
      process.kill(-pid, signal);
    } catch {
      // The group has ended.
    }
  };
  /** @type {Child} */
  const entry = {
    stop: () => (stopsByItself ? child.kill("SIGINT") : signalGroup("SIGTERM")),
    kill: () => (stopsByItself ? undefined : signalGroup("SIGKILL")),
    ended: new Promise((resolve) => child.on("close", () => resolve())),
  };
  running.add(entry);
  entry.ended.then(() => running.delete(entry));
}

/** Stops every tool still running, with what it started, and waits until it has ended. */
export async function stopChildren() {
  stopping = true;
  const children = [...running];
  for (const child of children) child.stop();
  const timer = setTimeout(() => {
    for (const child of children) child.kill();
  }, graceMilliseconds);
  await Promise.all(children.map(({ ended }) => ended));
  clearTimeout(timer);
  // What a tool left behind in its group when it ended.
  for (const child of children) child.kill();
}
