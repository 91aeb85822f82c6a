/** What a figure says when it is taken along or shown by itself. */
export const figureWords = {
  noQuestion: (id: string) => `There is no question “${id.slice(0, 60)}” here. All are shown.`,
};
