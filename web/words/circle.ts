/** Every word of the circle around a point; they come with its code. */
export const circleWords = {
  plot: (problem: string) => `${problem} from above, with a circle around a point`,
  centre: "The point; arrow keys move it, with Shift in larger steps",
  direction: "Your direction; arrow keys turn it, with Shift further",
  degrees: (angle: string) => `${angle}°`,
  at: (angle: string, plane: string, value: string) =>
    `${angle} degrees: the plane says ${plane}, the function ${value}`,
  point: (x: string, y: string) => `x ${x}, y ${y}`,
  numbers: "What the plane and the function say",
  place: "place",
  plane: "the plane",
  value: "the function",
  here: "At the point",
  own: (angle: string) => `Your direction, ${angle}`,
  best: "Against the gradient",
  lowest: "Lowest on the circle",
  rate: "learning rate of this step",
  hint: "Drag the ring to another place, and the handle around the circle. By keyboard: arrow keys, with Shift further.",
  key: "What is drawn",
  keyBest: "best for the plane: the step against the gradient",
  keyLowest: "best for the function",
  keyPlane: "level lines of the plane",
  flat: "Here the ground is level: the plane favours no direction.",
  nothingLower: "Nothing on the circle is lower than its centre.",
  climbs:
    "The step against the gradient leads uphill: in a circle as large as this the plane is no guide.",
  share: (percent: string) =>
    `The step against the gradient gets ${percent} % of what the best step would get.`,
};
