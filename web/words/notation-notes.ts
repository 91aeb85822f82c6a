import type { NotationNote } from "../notation/table.js";

/** One number of a run of momentum on x² from 1: the third of three steps. */
function thirdStep(settings: string, schedule = ""): string {
  return `<fl-value problem="parabola" method="momentum" settings="${settings}"${schedule} start="1" quantity="theta" steps="3" digits="4"></fl-value>`;
}

const dropping = ' schedule="manual table=0:1,2:0.1"';

/** Length of Adam’s first step for a gradient of 10⁻⁶, with ε at a place. */
function tinyStep(place: string): string {
  return `<fl-value problem="constant_gradient" method="adam" settings="learning_rate=1 problem.slope=1e-6 epsilon_place=${place}" quantity="step_length" steps="1" digits="3"></fl-value>`;
}

/** Cross-entropy of lecture 2’s cat in units of a base. */
function catLoss(base: string): string {
  return `<fl-value loss="softmax_cross_entropy" settings="base=${base}" scores="3.2,5.1,-1.7" labels="0" digits="3"></fl-value>`;
}

const withPenalty = [
  "linear_regression",
  "logistic_regression",
  "softmax_regression",
  "linear_svm",
  "mlp",
];

/** Where two conventions are not equivalent, or seem to be the same and are not. */
export const notationNotes: NotationNote[] = [
  {
    on: { methods: ["momentum", "nesterov"] },
    text: `<b>Sum or signed velocity.</b> Lectures 0, 1 and 2 add gradients up, $\\velocity{t} = \\decay\\,\\velocity{t-1} + \\grad{t}$, and step by $-\\lrate\\,\\velocity{t}$. Lecture 3 takes the learning rate into the velocity, $\\velocity{t} = \\decay\\,\\velocity{t-1} - \\lrate\\,\\grad{t}$, and steps by $\\velocity{t}$. Lecture 2 prints both and calls them equivalent. They are the same run as long as the learning rate is constant and the velocity starts at 0. With a schedule they differ: on $x^2$, from 1, with $\\decay = 0.9$ and a learning rate of 0.1 that drops to 0.01 for the third step, that step leads to ${thirdStep("learning_rate=0.1 form=sum", dropping)} with the sum and to ${thirdStep("learning_rate=0.1 form=step", dropping)} with the signed velocity.`,
  },
  {
    on: { methods: ["momentum", "nesterov"] },
    text: `<b>Sum or running average.</b> Lectures 1, 2 and 3 call the velocity an average of gradients; what they print is a sum. An average has a weight, $\\velocity{t} = \\decay\\,\\velocity{t-1} + (1-\\decay)\\,\\grad{t}$, as in Adam. It is $1-\\decay$ times the sum, so that it needs a learning rate $1/(1-\\decay)$ times as large for the same run: with $\\decay = 0.9$, three steps on $x^2$ from 1 lead to ${thirdStep("learning_rate=0.1 form=sum")} with the sum and $\\lrate = 0.1$, and to ${thirdStep("learning_rate=1 form=average")} with the average and $\\lrate = 1$.`,
  },
  {
    on: { methods: ["momentum", "nesterov"] },
    lectures: ["l3"],
    text: `<b>The new velocity.</b> Lecture 3 ends its step with the old velocity, $\\param{t} = \\param{t-1} + \\velocity{t-1}$. That is another method: its first step is 0, and its third on $x^2$ leads to ${thirdStep("learning_rate=0.1 form=old_velocity")} instead of ${thirdStep("learning_rate=0.1 form=step")}. This page has the new one, $\\velocity{t}$, unless it shows the slip on purpose.`,
  },
  {
    on: { symbols: ["velocity"] },
    lectures: ["l0"],
    text: "<b>Two meanings of g.</b> Lecture 0 calls both the gradient and the sum of gradients $\\velocity{t}$. Here it is the sum; the gradient is written out.",
  },
  {
    on: { symbols: ["eps"] },
    text: `<b>ε beside the root or under it.</b> Lecture 0 writes it beside the root in Adam and leaves it out in RMSProp and AdaGrad. Lecture 3 writes it under the root; lecture 1 does both, on two slides. These are not the same: for a gradient of 10⁻⁶ Adam’s first step is ${tinyStep("outside")} learning rates long with $\\eps = 10^{-8}$ beside the root, and ${tinyStep("inside")} with it under the root. This switch changes letters and leaves $\\eps$ where each figure has it.`,
  },
  {
    on: { methods: ["adam", "adamax", "amsgrad", "adamw"] },
    text: "<b>Steps from 1 or from 0.</b> The first step is step 1 here and in lecture 0. Lectures 1 and 3 call it $k+1$ and $t+1$, with $k$ and $t$ from 0. The exponent of the correction is the same number, $\\now$. Who takes the exponent $t$ from one convention and counts from 0 as in the other divides by $1 - \\beta^0 = 0$.",
  },
  {
    on: { methods: ["adam"] },
    lectures: ["l1"],
    text: "<b>The power.</b> Lecture 1 prints the correction as $\\mom{t-1}/(1-\\decayone)$, without the power and with the old moment. That is a slip, and not another convention. This page has $\\mom{t}/(1-\\decayone^{\\now})$, unless it shows the slip on purpose.",
  },
  {
    on: { methods: ["adam"] },
    lectures: ["l3"],
    text: "<b>The sign.</b> Lecture 3 prints $\\mom{t} = \\decayone\\,\\mom{t-1} - (1-\\decayone)\\,\\grad{t}$ and subtracts once more in the step, so that the method climbs. That is a slip, and not another convention. This page has a plus, unless it shows the slip on purpose.",
  },
  {
    on: { methods: ["adagrad"] },
    text: "<b>Sum or root mean square.</b> Lecture 4 divides a decaying rate, $\\lrate/\\sqrt{\\now}$, by the root of the mean of the squares; lectures 0 and 3 divide $\\lrate$ by the root of their sum. $\\sqrt{\\now}$ cancels, and the steps are the same, but for $\\eps$: beside the root of the mean it weighs $\\sqrt{\\now}$ times as much. Lecture 4 has none.",
  },
  {
    on: { symbols: ["decayrate", "decayedrate"] },
    text: "<b>“1/t decay”.</b> In lecture 1 it divides the learning rate by one plus a rate times the epoch. What lecture 4 calls 1/t decay divides by a root, $\\sqrt{t+1}$: after 99 steps by 10, where lecture 1, with a rate of 1, divides by 100.",
  },
  {
    on: { problems: withPenalty, symbols: ["batchsize"] },
    text: "<b>Sum or mean over the examples.</b> Lecture 4 and the three losses that open lecture 2’s part on optimization are sums. The rest of lecture 2 and lectures 1 and 3 take means, and lecture 0 begins with a sum and goes on with a mean. The sum over $N$ examples is $N$ times the mean, and so is its gradient. For the same run it needs a learning rate $N$ times smaller and a $\\regstrength$ $N$ times larger.",
  },
  {
    on: { problems: withPenalty, symbols: ["wdecay"] },
    text: "<b>The half in front of λ.</b> Lecture 2 charges $\\regstrength\\lVert w \\rVert^2$, whose gradient is $2\\regstrength w$. Many books and most code charge $\\frac{\\regstrength}{2}\\lVert w \\rVert^2$, with the gradient $\\regstrength w$. Twice the $\\regstrength$ of the first is the $\\regstrength$ of the second.",
  },
  {
    on: { problems: ["linear_svm"], losses: ["hinge"] },
    lectures: ["l2"],
    text: "<b>C.</b> Lecture 2 multiplies the penalty of its SVM by $C$. Almost everywhere else $C$ multiplies the hinge losses, and a large one means <em>less</em> regularization. This page has $\\regstrength$ before the penalty.",
  },
  {
    on: { losses: ["softmax_cross_entropy", "logistic"] },
    text: `<b>log.</b> The lectures’ numbers are natural logarithms. The loss of lecture 2’s cat is ${catLoss("e")} with it, ${catLoss("two")} with base 2, and ${catLoss("ten")} with base 10. Another base only scales the loss, and with it the learning rate.`,
  },
  {
    on: { losses: ["squared_error"], problems: ["linear_regression"] },
    lectures: ["l0"],
    text: "<b>The factor 2.</b> Lecture 0 gives the gradient of $\\lVert f - y \\rVert^2$ without its factor 2. It is right for half the square. The two differ by a factor 2 in the learning rate.",
  },
  {
    on: { methods: ["gauss_newton", "levenberg_marquardt"] },
    lectures: ["l1"],
    text: "<b>The factor 2.</b> Lecture 1 has $2J^\\top J$ in Gauss–Newton and $J^\\top J + \\lambda I$ in Levenberg’s method, both with the whole gradient on the right. Only the first belongs to a sum of squares; the second to half of one. This page halves the right side instead.",
  },
  {
    on: { methods: ["newton"] },
    lectures: ["l1"],
    text: "<b>ε as a learning rate.</b> On its slide about Newton’s method lecture 1 writes the learning rate of SGD as ε. Here it stays $\\lrate$.",
  },
];
