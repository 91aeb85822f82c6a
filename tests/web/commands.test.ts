import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { countTests } from "../../web/commands/checks.mjs";
import { formatDuration } from "../../web/commands/duration.mjs";
import { aptGet } from "../../web/commands/ensure.mjs";
import { debianPackages, instructions } from "../../web/commands/instructions.mjs";
import { packagesStamp } from "../../web/commands/packages.mjs";
import { assertPortIsFree, parsePort } from "../../web/commands/port.mjs";
import { probeNode, requirements } from "../../web/commands/requirements.mjs";
import { inRoot } from "../../web/commands/root.mjs";
import { countInputs } from "../../web/commands/sanitized.mjs";
import { sideBySide, summary } from "../../web/commands/steps.mjs";
import { Stop } from "../../web/commands/stop.mjs";
import { isAtLeast, parseVersion } from "../../web/commands/versions.mjs";

test.each([
  ["cmake version 3.25.1\n\nCMake suite maintained by Kitware", "3.25.1"],
  ["1.11.1\n", "1.11.1"],
  ["1.13.0.git.kitware.jobserver-pipe-1\n", "1.13.0"],
  ["emcc (Emscripten gcc/clang-like replacement + linker emulating GNU ld) 3.1.6 ()", "3.1.6"],
  ["emcc (Emscripten gcc/clang-like replacement) 4.0.23 (67fa4c16496b157a)", "4.0.23"],
  ["g++ (Debian 12.2.0-14+deb12u1) 12.2.0\nCopyright (C) 2022", "12.2.0"],
  ["Debian clang version 14.0.6\nTarget: x86_64-pc-linux-gnu", "14.0.6"],
  ["Apple clang version 15.0.0 (clang-1500.3.9.4)", "15.0.0"],
  ["no version here", null],
])("the version in %j is %j", (text, version) => {
  expect(parseVersion(text)).toBe(version);
});

test.each([
  ["3.1.6", "3.1.6", true],
  ["3.1.61", "3.1.6", true],
  ["3.1.5", "3.1.6", false],
  ["3.2", "3.1.6", true],
  ["3.10", "3.9", true],
  ["4", "3.25.1", true],
  ["2.99.99", "3.0", false],
])("version %s is at least %s: %s", (version, minimum, expected) => {
  expect(isAtLeast(version, minimum)).toBe(expected);
});

test.each([
  ["18.20.4", false],
  ["20.18.3", false],
  ["20.19.0", true],
  ["21.7.3", false],
  ["22.11.0", false],
  ["22.12.0", true],
  ["24.1.0", true],
])("Node %s can build the site: %s", (version, expected) => {
  expect(probeNode(version).ok).toBe(expected);
});

test.each([
  [undefined, 8080],
  ["", 8080],
  ["1", 1],
  ["65535", 65535],
])("PORT=%s is port %i", (text, port) => {
  expect(parsePort(text, 8080)).toBe(port);
});

test.each(["0", "65536", "-1", "80.5", "8e3", "http", " 8080", "0x50"])(
  "PORT=%s is refused with the value and what is allowed",
  (text) => {
    expect(() => parsePort(text, 8080)).toThrow(
      `PORT is "${text}": it must be a whole number from 1 to 65535`,
    );
  },
);

test("a port in use is refused before anything is built", async () => {
  const other = createServer();
  onTestFinished(() => void other.close());
  await new Promise((resolve) => other.listen(0, "127.0.0.1", () => resolve(undefined)));
  const address = other.address();
  const port = typeof address === "object" && address ? address.port : 0;
  await expect(assertPortIsFree(port)).rejects.toThrow(
    `PORT is ${port}: another program listens there.`,
  );
});

test("packages are installed again for another lock file or another system", () => {
  const stamp = packagesStamp('{"lockfileVersion":3}', "linux", "x64");
  expect(packagesStamp('{"lockfileVersion":3}', "linux", "x64")).toBe(stamp);
  expect(packagesStamp('{"lockfileVersion":3} ', "linux", "x64")).not.toBe(stamp);
  expect(packagesStamp('{"lockfileVersion":3}', "darwin", "x64")).not.toBe(stamp);
  expect(packagesStamp('{"lockfileVersion":3}', "linux", "arm64")).not.toBe(stamp);
});

const missingAll = requirements.map((requirement) => ({ requirement, saw: "not found" }));

test("only packages that Debian 12 has are installed, each once", () => {
  expect(debianPackages(missingAll).sort()).toEqual(
    [
      ...[
        "chromium",
        "chromium-headless-shell",
        "clang",
        "cmake",
        "emscripten",
        "g++",
        "libbenchmark-dev",
      ],
      ...["libclang-rt-dev", "libeigen3-dev", "libgtest-dev", "nginx-light", "ninja-build"],
      ...["libceres-dev", "libdlib-dev", "liblbfgs-dev", "libtorch-dev"], // for bench:peers alone
    ].sort(),
  );
});

test("instructions name only what is missing", () => {
  const missing = missingAll.filter(({ requirement }) => requirement.name === "Eigen");
  const text = instructions(missing, { command: "npm start", why: "there is no apt-get" });
  expect(text).toBe(
    [
      "These are missing (there is no apt-get):",
      "",
      "  Eigen: not found",
      "",
      "Debian and Ubuntu:",
      "",
      "  sudo apt-get update",
      "  sudo apt-get install --yes --no-install-recommends libeigen3-dev",
      "",
      "Homebrew, on macOS or Linux:",
      "",
      "  brew install eigen",
      "",
      "Then run npm start again.",
    ].join("\n"),
  );
});

test.each([
  [400, "0.4 s"],
  [9960, "10 s"],
  [12_300, "12 s"],
  [59_600, "1 min 00 s"],
  [125_000, "2 min 05 s"],
])("%i ms read %j", (milliseconds, text) => {
  expect(formatDuration(milliseconds)).toBe(text);
});

test.each([
  ["[----------]\n[  PASSED  ] 56 tests.\n<end>\n[  PASSED  ] 1 test.\n", "57 tests"],
  [" Test Files  2 passed (2)\n      Tests  31 passed | 2 skipped (33)\n", "31 tests, 2 skipped"],
  ["\x1b[2m      Tests \x1b[22m \x1b[1m\x1b[32m4 passed\x1b[39m\x1b[22m (4)\n", "4 tests"],
  ["Checked 35 files in 57ms. No fixes applied.\n", ""],
])("of %j the count is %j", (output, count) => {
  expect(countTests(output)).toBe(count);
});

test("the summary lists each step and the sum", () => {
  const done = [
    { title: "Types", milliseconds: 2000, note: "" },
    { title: "Core", milliseconds: 500, note: "57 tests" },
  ];
  expect(summary(done)).toBe(
    [
      "  Types       2.0 s",
      "  Core        0.5 s  57 tests",
      "",
      "all 2 steps passed in 2.5 s",
    ].join("\n"),
  );
});

test("steps side by side have begun before one of them ends, and fail with the first that does", async () => {
  const progress = { detail: () => {}, release: () => {} };
  let begun = 0;
  const step = (title: string, note: string) => ({
    title,
    run: async () => {
      begun += 1;
      await vi.waitUntil(() => begun === 2);
      return note;
    },
  });
  const both = sideBySide(step("Types", ""), step("Site", "unchanged"));
  expect(both.title).toBe("Types | Site");
  expect(await both.run(progress)).toBe("unchanged");

  const never = { title: "Never", run: () => new Promise<void>(() => {}) };
  const failing = { title: "Types", run: () => Promise.reject(new Stop("tsc ended with code 2")) };
  await expect(sideBySide(never, failing).run(progress)).rejects.toThrow("tsc ended with code 2");
});

/** A directory with nothing but the given shell scripts in it, for PATH. */
function directoryOf(scripts: Record<string, string>) {
  const directory = mkdtempSync(join(tmpdir(), "fall-line-"));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  for (const [name, script] of Object.entries(scripts)) {
    writeFileSync(join(directory, name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(directory, name), 0o755);
  }
  return directory;
}

/** Runs ensure.mjs for npm test; the scripts may write to $LOG. */
function ensureWith(scripts: Record<string, string>) {
  const directory = directoryOf(scripts);
  const log = join(directory, "log");
  writeFileSync(log, "");
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [inRoot("web/commands/ensure.mjs"), "test"],
    { env: { PATH: directory, LOG: log }, encoding: "utf8" },
  );
  return { status, output: stdout + stderr, log: readFileSync(log, "utf8") };
}

test("without the tools and without apt-get it stops with the commands to run", () => {
  const { status, output } = ensureWith({});
  expect(status).toBe(1);
  expect(output).toContain("there is no apt-get here");
  expect(output).toMatch(
    /sudo apt-get install --yes --no-install-recommends cmake ninja-build emscripten /,
  );
  expect(output).toMatch(/brew install .*cmake ninja emscripten/);
  expect(output).toContain("git clone https://github.com/emscripten-core/emsdk.git");
  expect(output).toContain("Then run npm test again.");
  expect(output).not.toContain("    at ");
});

test("with apt-get it installs what is missing, and says so where that was not enough", () => {
  const { status, output, log } = ensureWith({
    "apt-get": 'echo "apt-get $*" >> "$LOG"',
    env: 'export "$1"; shift; exec "$@"',
    sudo: 'shift; [ "$1" = true ] || exec "$@"',
  });
  expect(log).toMatch(
    /^apt-get .*update\napt-get .*install --yes --no-install-recommends cmake .*\n$/,
  );
  expect(status).toBe(1);
  expect(output).toContain("what apt-get brings is not enough");
  expect(output).toContain("git clone https://github.com/emscripten-core/emsdk.git");
});

test.each([
  ["no sudo", {}, true],
  ["a sudo that asks for a password", { sudo: "exit 1" }, true],
  ["a sudo without a password", { sudo: "exit 0" }, false],
])("for a user with apt-get and %s", (_case, scripts: Record<string, string>, refused) => {
  onTestFinished(() => void vi.unstubAllEnvs());
  vi.stubEnv("PATH", directoryOf({ "apt-get": "exit 0", ...scripts }));
  expect("why" in aptGet(false)).toBe(refused);
});

test("the inputs that the fuzzers tried are added up", () => {
  const log = "stat::number_of_executed_units: 1200\nstat::number_of_executed_units: 34\n";
  expect(countInputs(log)).toBe("1,234 inputs");
});
