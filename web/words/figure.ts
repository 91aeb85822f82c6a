/** What a figure says when it is taken along or shown by itself. */
export const figureWords = {
  take: "Take this figure with you",
  takeChart: "Take this chart with you",
  takeNumbers: "Take these numbers with you",
  takeQuestion: "Take this question with you",
  as: { png: "Picture (PNG)", svg: "Drawing (SVG)", csv: "Numbers (CSV)" },
  openAlone: "Open alone",
  embed: "Embed",
  code: "HTML for your page",
  copied: "Copied. Paste it into the HTML of your page.",
  selected: "Selected: copy it with Ctrl + C, on a Mac with ⌘ C.",
  howTo: "How embedding works",
  saved: (file: string) => `Saved as ${file}.`,
  hidden: "Nothing is shown yet: make your prediction first.",
  failed: (error: unknown) =>
    `That did not work (${error instanceof Error ? error.message : String(error)}).`,
  notLoaded: "its code could not be loaded; check the connection and try again",
  from: (title: string) => `From “${title}”`,
  noQuestion: (id: string) => `There is no question “${id.slice(0, 60)}” here. All are shown.`,
};
