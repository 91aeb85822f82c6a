/** What is said of a quadratic model; it comes with the code that draws it. */
export const modelWords = {
  said: (point: string, kind: string) => `The quadratic model at ${point} is ${kind}.`,
  goes: (target: string, promised: string, there: string) =>
    `It is level at ${target}, where it promises ${promised}; the function has ${there} there.`,
  kinds: {
    bowl: "a bowl",
    dome: "a dome, open downwards",
    saddle: "a saddle",
    flat: "flat along some direction, and level at no single point",
  },
  curves: {
    bowl: "a parabola, open upwards",
    dome: "a parabola, open downwards",
    saddle: "",
    flat: "a straight line, and level nowhere",
  },
};
