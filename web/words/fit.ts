/** What a chart of a fitted line says. */
export const fitWords = {
  trains: "fitted to",
  aside: "set aside for the test",
  point: (name: string, x: string, y: string, said: string) =>
    `${name}: at ${x} it is ${y}, the line says ${said}.`,
};
