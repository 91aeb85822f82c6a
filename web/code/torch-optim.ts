import { programWords } from "../words/program.js";
import type { Choices } from "./rule.js";
import { settingMark as at } from "./setting-mark.js";

const w = programWords.optim;

/** An optimizer that PyTorch has of its own. */
export interface TorchOptim {
  /** Constructor, with marks where the settings stand. */
  line: string;
  /** Whether its steps are those of the method; else it is only near. */
  isSame: boolean;
  /** What is different all the same: names, defaults, the meaning of its state. */
  words: string;
}

interface Entry extends TorchOptim {
  /** The choices it belongs to; those left out do not matter. */
  choices: Choices;
}

const lr = at("learning_rate");
const betas = `(${at("beta1")}, ${at("beta2")})`;
const epsilon = at("epsilon");
const sgd = `torch.optim.SGD(params, lr=${lr}, momentum=${at("beta")})`;
const nesterov = `torch.optim.SGD(params, lr=${lr}, momentum=${at("beta")}, nesterov=True)`;
const moments = `lr=${lr}, betas=${betas}, eps=${epsilon}`;
const decayed = `${moments}, weight_decay=${at("weight_decay")}`;

const same = (line: string, words: string, choices: Choices = {}): Entry => ({
  line,
  words,
  choices,
  isSame: true,
});
const near = (line: string, words: string, choices: Choices): Entry => ({
  ...same(line, words, choices),
  isSame: false,
});

/**
 * What of torch.optim follows which rule: compared formula by formula with its documentation and,
 * where PyTorch is at hand, number by number in the tests.
 */
const entries: Record<string, Entry[]> = {
  gradient_descent: [same(`torch.optim.SGD(params, lr=${lr})`, "")],
  momentum: [same(sgd, "", { form: "sum" }), same(sgd, w.velocityOfGradients, { form: "step" })],
  nesterov: [
    same(nesterov, w.lookedAt, { form: "shifted_sum" }),
    same(nesterov, w.velocityOfGradients, { form: "shifted" }),
    near(nesterov, w.keepsLookedAt, { form: "look_ahead" }),
    near(nesterov, w.keepsLookedAt, { form: "look_ahead_sum" }),
  ],
  adagrad: [
    same(`torch.optim.Adagrad(params, lr=${lr}, eps=${epsilon})`, w.otherDefaults("eps=1e-10"), {
      form: "sum",
      epsilon_place: "outside",
    }),
  ],
  rmsprop: [
    same(
      `torch.optim.RMSprop(params, lr=${lr}, alpha=${at("beta")}, eps=${epsilon})`,
      w.otherDefaults("alpha=0.99"),
      { epsilon_place: "outside" },
    ),
  ],
  adadelta: [
    same(
      `torch.optim.Adadelta(params, lr=${lr}, rho=${at("beta")}, eps=${epsilon})`,
      w.otherDefaults("rho=0.9"),
    ),
  ],
  adam: [
    same(`torch.optim.Adam(params, ${moments})`, w.sameDefaults, {
      bias_correction: "on",
      gradient_sign: "plus",
      epsilon_place: "outside",
    }),
  ],
  adamax: [same(`torch.optim.Adamax(params, lr=${lr}, betas=${betas}, eps=0)`, w.adamax)],
  amsgrad: [
    same(`torch.optim.Adam(params, ${moments}, amsgrad=True)`, w.sameDefaults, {
      bias_correction: "after",
    }),
    near(`torch.optim.Adam(params, ${moments}, amsgrad=True)`, w.corrects, {
      bias_correction: "off",
    }),
    near(`torch.optim.Adam(params, ${moments}, amsgrad=True)`, w.correctsAfter, {
      bias_correction: "before",
    }),
  ],
  adamw: [
    same(`torch.optim.AdamW(params, ${decayed})`, w.sameDefaults, { decay: "decoupled" }),
    same(`torch.optim.Adam(params, ${decayed})`, w.otherDefaults("weight_decay=0"), {
      decay: "coupled",
    }),
  ],
};

/** What PyTorch has for a method under these choices. */
export function torchOptim(method: string, choices: Choices): TorchOptim | undefined {
  return entries[method]?.find((entry) =>
    Object.entries(entry.choices).every(([option, choice]) => choices[option] === choice),
  );
}
