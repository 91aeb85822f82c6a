function quoted(names: string[]): string {
  return names.map((name) => `“${name.slice(0, 40)}”`).join(", ");
}

/** What the elements and the shell say of a page that a teacher has prepared. */
export const teacher = {
  open: "For teachers",
  failed: "This part of the page could not be loaded. Check the connection and try again.",
  locked: "Your teacher has set this.",
  prepared: "A teacher has prepared this page.",
  showAll: "Show everything",
  unknown: (names: string[]) =>
    `The link hides or locks ${quoted(names)}, and nothing on this page has that name. The rest of it holds.`,
};

/** What is added when a page is printed. */
export const worksheet = {
  prediction: "My prediction:",
  line: "The slip is in line:",
  answers: "Answers",
  derivation: (title: string, place: string, coordinate: string | undefined) =>
    `Derivation: ${title}, ${place}${coordinate ? `, ${coordinate}` : ""}`,
  seed: (seed: string) => `The numbers of the questions are drawn from seed ${seed}.`,
  link: "This page:",
};
