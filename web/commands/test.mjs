// npm test: every test there is. The first step that fails ends it.
import { ctestStep, packageCommandStep, vitestStep } from "./checks.mjs";
import { contentStep } from "./content.mjs";
import { enginePackageStep, engineStep } from "./engine.mjs";
import { toolsStep } from "./ensure.mjs";
import { nativeStep } from "./native.mjs";
import { packagesStep } from "./packages.mjs";
import { program } from "./program.mjs";
import { findTestBrowser, googleTestSource } from "./requirements.mjs";
import { sanitizedSteps } from "./sanitized.mjs";
import { siteStep } from "./site.mjs";
import { runSteps, sideBySide, summary } from "./steps.mjs";

const steps = [
  toolsStep("test"),
  sideBySide(
    packagesStep,
    nativeStep({
      title: "Building the core",
      directory: "build/native",
      variables: { CMAKE_BUILD_TYPE: "Release", FALL_LINE_TOGETHER: "ON" },
    }),
  ),
  packageCommandStep("Lint and format", "biome", ["ci", "."]),
  ctestStep("Core", "build/native"),
  ...sanitizedSteps(),
  engineStep({ tests: googleTestSource }),
  ctestStep("Core as wasm", "build/wasm"),
  enginePackageStep,
  sideBySide(packageCommandStep("Types", "tsc", ["--noEmit", "-p", "."]), siteStep()),
  contentStep(),
  vitestStep("Engine, elements and pages", () => ({ CHROMIUM_PATH: findTestBrowser() ?? "" })),
];

await program(async () => {
  const done = await runSteps(steps);
  console.log(`\n${summary(done)}`);
});
