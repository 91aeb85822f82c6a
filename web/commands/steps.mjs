import { formatDuration } from "./duration.mjs";
import { Stop } from "./stop.mjs";

/**
 * What a running step can say.
 * @typedef {object} Progress
 * @property {(text: string) => void} detail shows a few words behind the running step
 * @property {() => void} release ends the running line: tools now write to the terminal themselves
 */

/**
 * @typedef {object} Step
 * @property {string} title
 * @property {(progress: Progress) => Promise<string | void>} run gives a few words on what it did
 */

/**
 * Steps that do not need each other, as one: where one waits, or uses one processor, the others go on.
 *
 * @param {readonly Step[]} steps
 * @returns {Step}
 */
export const sideBySide = (...steps) => ({
  title: steps.map(({ title }) => title).join(" | "),
  run: async (progress) => {
    const notes = await Promise.all(steps.map(({ run }) => run(progress)));
    return notes.filter(Boolean).join(" | ");
  },
});

/** @typedef {{ title: string, milliseconds: number, note: string }} Done */

/**
 * Runs the steps one after the other, each with a line that tells its number, name and time.
 *
 * @param {readonly Step[]} steps
 * @returns {Promise<Done[]>}
 * @throws {Stop} at the first step that fails, naming it
 */
export async function runSteps(steps) {
  /** @type {Done[]} */
  const done = [];
  for (const { title, run } of steps) {
    const number = done.length + 1;
    const line = openLine(`[${number}/${steps.length}] ${title} …`);
    try {
      const note = (await run(line)) ?? "";
      done.push({ title, note, milliseconds: line.close(note) });
    } catch (error) {
      line.close("failed");
      if (!(error instanceof Stop)) throw error;
      const message = `Step ${number} of ${steps.length}, “${title}”, failed: ${error.message}`;
      throw new Stop(message, { output: error.output });
    }
  }
  return done;
}

/**
 * A line of the terminal that counts the seconds; where there is no terminal it is written once.
 *
 * @param {string} label
 */
function openLine(label) {
  const { stdout } = process;
  const start = performance.now();
  const elapsed = () => performance.now() - start;
  let detail = "";
  let released = false;

  const draw = () => {
    const seconds = `${Math.floor(elapsed() / 1000)} s`;
    const text = [label, seconds, detail].filter(Boolean).join("  ");
    stdout.write(`\r\x1b[K${text.slice(0, stdout.columns - 1)}`);
  };
  stdout.write(label);
  const timer = stdout.isTTY ? setInterval(draw, 1000) : undefined;

  return {
    /** @param {string} text */
    detail(text) {
      detail = text;
      if (stdout.isTTY && !released) draw();
    },
    release() {
      clearInterval(timer);
      if (!released) stdout.write("\n");
      released = true;
    },
    /**
     * @param {string} note
     * @returns {number} milliseconds the step took
     */
    close(note) {
      clearInterval(timer);
      const end = [formatDuration(elapsed()), note].filter(Boolean).join("  ");
      const again = released ? label : stdout.isTTY ? `\r\x1b[K${label}` : "";
      stdout.write(`${again}  ${end}\n`);
      return elapsed();
    },
  };
}

/**
 * @param {readonly Done[]} done
 * @returns {string} a table of the steps, and the sum
 */
export function summary(done) {
  const width = Math.max(...done.map(({ title }) => title.length));
  const rows = done.map(({ title, milliseconds, note }) =>
    `  ${title.padEnd(width)}  ${formatDuration(milliseconds).padStart(10)}  ${note}`.trimEnd(),
  );
  const total = done.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
  return [...rows, "", `all ${done.length} steps passed in ${formatDuration(total)}`].join("\n");
}
