/** What the panel of the notation switch says; fetched with it. */
export const panelWords = {
  changes: "What changes on this page",
  meaning: "Stands for",
  slide: (printed: string) => `Slide: ${printed}`,
  form: (method: string, form: string) =>
    `${method} in the form “${form}”, in every figure whose author has not chosen one.`,
  notes: "Where conventions are not the same thing",
};
