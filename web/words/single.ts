/** What a lesson that is one file says of itself; HTML. */
export const singleWords = {
  note: (site: string | undefined) =>
    site === undefined
      ? "This file is one lesson by itself and needs no other. The names of other lessons are plain text here, because those are not in it."
      : `This file is one lesson by itself and needs no other. Links to other lessons lead to <a href="${site}">${site}</a>.`,
};
