// What the linker leaves is tried before it is called built.
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { assertLoadable } from "../../wasm/loadable.mjs";

function copiedEngines(...names: string[]): string {
  const directory = mkdtempSync(join(tmpdir(), "fall-line-engines-"));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  for (const name of names) {
    for (const file of [`${name}.mjs`, `${name}.wasm`]) {
      copyFileSync(join("build/wasm", file), join(directory, file));
    }
  }
  return directory;
}

test("engines that load are left as they are", async () => {
  const directory = copiedEngines("fall_line_descent");
  await expect(assertLoadable(directory, ["fall_line_descent"])).resolves.toBeUndefined();
  expect(existsSync(join(directory, "fall_line_descent.mjs"))).toBe(true);
});

test("one whose script lacks its glue is named and removed, so that it is linked again", async () => {
  const directory = copiedEngines("fall_line_descent", "fall_line_learning");
  const script = join(directory, "fall_line_learning.mjs");
  const glue = readFileSync(script, "utf8");
  const without = glue.replace(/,\s*"?\w+"?:\s*_?fall_line_print/, "");
  expect(without).not.toBe(glue);
  writeFileSync(script, without);
  const said = vi.spyOn(console, "warn").mockImplementation(() => {});
  onTestFinished(() => said.mockRestore());
  const checked = assertLoadable(directory, ["fall_line_descent", "fall_line_learning"]);
  await expect(checked).rejects.toThrow(/fall_line_learning/);
  expect(existsSync(script)).toBe(false);
  expect(existsSync(join(directory, "fall_line_descent.mjs"))).toBe(true);
});
