import { execFile } from "node:child_process";
import { accessSync, constants, existsSync, statSync } from "node:fs";
import { delimiter, join } from "node:path";
import { isAtLeast, parseVersion } from "./versions.mjs";

/**
 * What a probe saw. `ok` decides; `saw` says it in words for the reader.
 * @typedef {{ ok: boolean, saw: string }} Finding
 */

/**
 * @param {string} name a command, or a path to one
 * @param {string} [path] directories as in PATH
 * @returns {string | null} the file that would run
 */
export function findCommand(name, path = process.env.PATH ?? "") {
  const candidates = name.includes("/")
    ? [name]
    : path.split(delimiter).flatMap((directory) => (directory ? [join(directory, name)] : []));
  return candidates.find(isExecutable) ?? null;
}

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/**
 * A command that must be on the PATH and tell a version that is new enough.
 *
 * @param {string[]} names the first one found counts; words may follow, as in "ccache g++"
 * @param {string | ((versionText: string) => string)} minimum
 * @returns {Promise<Finding>}
 */
export async function probeCommand(names, minimum) {
  const found = names.flatMap((name) => {
    const [command = "", ...words] = name.split(" ");
    const file = findCommand(command);
    return file ? [{ file, words }] : [];
  })[0];
  if (!found) return { ok: false, saw: `${names.join(", ")}: not on the PATH` };
  const { file, words } = found;
  const text = await versionText(file, [...words, "--version"]);
  const version = parseVersion(text);
  if (!version) return { ok: false, saw: `${file} --version tells no version` };
  const wanted = typeof minimum === "string" ? minimum : minimum(text);
  const ok = isAtLeast(version, wanted);
  return { ok, saw: `${file} is ${version}${ok ? "" : `, ${wanted} or newer is needed`}` };
}

/**
 * @param {string} file
 * @param {string[]} args
 * @returns {Promise<string>} empty if the command cannot tell
 */
function versionText(file, args) {
  return new Promise((resolve) => {
    execFile(file, args, (error, stdout) => resolve(error ? "" : stdout));
  });
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {string} input what it reads
 * @returns {Promise<boolean>} whether it can be run and ends well
 */
export function succeeds(command, args, input) {
  return new Promise((resolve) => {
    const child = execFile(command, args, (error) => resolve(error === null));
    child.stdin?.on("error", () => {}); // a command that does not read it
    child.stdin?.end(input);
  });
}

/**
 * @param {string[]} paths the first that exists counts
 * @returns {Finding}
 */
export function probePaths(paths) {
  const found = paths.find((path) => existsSync(path));
  if (found) return { ok: true, saw: found };
  return { ok: false, saw: `none of ${paths.join(", ")}` };
}
