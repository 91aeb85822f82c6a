/** @typedef {import("./requirements.mjs").Requirement} Requirement */
/** @typedef {{ requirement: Requirement, saw: string }} Missing */

/** Recommended packages are many, and none is needed. */
export const aptOptions = ["--yes", "--no-install-recommends"];

/**
 * @param {readonly Missing[]} missing
 * @returns {string[]} Debian packages, each once
 */
export function debianPackages(missing) {
  return unique(missing.flatMap(({ requirement }) => requirement.debian ?? []));
}

/**
 * What the reader can do where the tools cannot be installed for them.
 *
 * @param {readonly Missing[]} missing
 * @param {{ command: string, why: string }} details `command`: what to run again afterwards;
 *   `why`: what keeps it from installing them
 * @returns {string}
 */
export function instructions(missing, { command, why }) {
  const debian = debianPackages(missing);
  const brew = unique(missing.flatMap(({ requirement }) => requirement.brew ?? []));
  const casks = brew.filter((name) => name.startsWith("--cask "));
  const formulas = brew.filter((name) => !casks.includes(name));
  const sections = [
    {
      title: "Debian and Ubuntu",
      commands: debian.length
        ? ["sudo apt-get update", `sudo apt-get install ${[...aptOptions, ...debian].join(" ")}`]
        : [],
    },
    {
      title: "Homebrew, on macOS or Linux",
      commands: [
        ...(formulas.length ? [`brew install ${formulas.join(" ")}`] : []),
        ...casks.map((cask) => `brew install ${cask}`),
      ],
    },
    ...missing.flatMap(({ requirement }) => requirement.byHand ?? []),
  ];
  return [
    `These are missing (${why}):`,
    "",
    ...missing.map(({ requirement, saw }) => `  ${requirement.name}: ${saw}`),
    ...sections
      .filter(({ commands }) => commands.length > 0)
      .flatMap(({ title, commands }) => ["", `${title}:`, "", ...commands.map((c) => `  ${c}`)]),
    "",
    `Then run ${command} again.`,
  ].join("\n");
}

/**
 * @param {string[]} names
 * @returns {string[]}
 */
const unique = (names) => [...new Set(names)];
