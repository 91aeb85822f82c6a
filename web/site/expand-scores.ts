import type { CheerioAPI } from "cheerio";
import type { Engine } from "../../wasm/engine/engine.js";
import type { LossAnswer, Quantity } from "../../wasm/engine/types.js";
import { lossRequest } from "../ask/ask.js";
import { hasPicture } from "../elements/scores/pictured.js";
import type { PageCatalog } from "../engine/page-catalog.js";
import { scoreDeclarationFrom } from "../scene/score-declaration.js";
import { numberText, rowText } from "../words/number-text.js";
import { scoreWords } from "../words/scores.js";
import { escapedHtml } from "./escaped-html.js";
import { figcaption } from "./figcaption.js";
import { controlSpace } from "./figure-space.js";

type PageElement = ReturnType<ReturnType<CheerioAPI>["toArray"]>[number] & {
  name: string;
  attribs: Record<string, string>;
};

/** What the build knows of the scores of a figure. */
interface BuiltScores {
  classes: string[];
  scores: number[][];
  labels: number[];
  example: number;
  /** A loss or what it is made of, unless it waits for a prediction. */
  say: (value: number | undefined) => string;
  losses: { label: string; answer: LossAnswer; quantities: Quantity[]; controls: string[] }[];
}

/** The element that declares the scores of `element`: itself, or one of the same scene. */
function declaring($: CheerioAPI, element: PageElement): PageElement | undefined {
  const { scene } = element.attribs;
  const same = scene === undefined ? [element] : $(`[scene="${scene}"]`).toArray();
  return same.find(
    ({ name, attribs }) =>
      name !== "fl-predict" && (attribs.scores !== undefined || attribs.data !== undefined),
  );
}

async function scoresOf(
  $: CheerioAPI,
  element: PageElement,
  engine: Engine,
  catalog: PageCatalog,
): Promise<BuiltScores> {
  const from = declaring($, element);
  if (!from) throw new Error(`scene "${element.attribs.scene}": no element with it has scores`);
  const declared = scoreDeclarationFrom(
    { getAttribute: (name) => from.attribs[name] ?? null },
    catalog,
  );
  const data = declared.data && {
    name: declared.data.declaration.name,
    settings: declared.data.settings,
  };
  const losses = await Promise.all(
    declared.losses.map(async ({ label, loss, settings }) => {
      const request = await lossRequest(
        {
          loss: { name: loss.name, settings },
          ...(data ? { data } : { scores: declared.scores ?? [], labels: declared.labels ?? [] }),
          reduction: declared.reduction,
        },
        engine,
      );
      return {
        label,
        answer: engine.loss(request),
        quantities: [...catalog.exampleQuantities, ...loss.quantities],
        controls: [...loss.parameters, ...loss.options].map(({ name }) => name),
      };
    }),
  );
  const { scene } = element.attribs;
  const waits = scene !== undefined && $(`fl-predict[scene="${scene}"]`).length > 0;
  const set = data ? engine.dataset(data) : undefined;
  const columns = losses[0]?.answer.table;
  const width = columns?.dimension ?? 0;
  const flat = [...(columns?.columns.score ?? [])];
  return {
    classes: declared.classes.length > 0 ? declared.classes : (set?.classNames ?? []),
    scores: Array.from({ length: columns?.rows ?? 0 }, (_, i) =>
      flat.slice(i * width, (i + 1) * width),
    ),
    labels: declared.labels ?? [...(set?.targets ?? [])],
    example: declared.example,
    say: (value) => (waits ? "?" : numberText(value ?? Number.NaN, 4)),
    losses,
  };
}

function cards({ classes, labels, losses, scores, say }: BuiltScores): string {
  if (scores.length < 2) return "";
  const drawn = classes.every(hasPicture);
  const items = scores.map((row, i) => {
    const head = drawn
      ? `<span class="class-picture"></span><b>${escapedHtml(classes[labels[i] ?? 0] ?? "")}</b>`
      : `<b>${rowText(row)}</b>`;
    const values = losses.map(
      ({ label, answer }) =>
        `<span class="example-loss">${losses.length > 1 ? `${escapedHtml(label)} ` : ""}<output>${say(answer.table.columns.example_loss?.[i])}</output></span>`,
    );
    return `<div class="example-card"><span>${head}${values.join("")}</span></div>`;
  });
  return `<div class="examples"><div class="example-cards">${items.join("")}</div><p class="all-examples">&nbsp;</p></div>`;
}

function table(built: BuiltScores, unfold: string[]): string {
  const { classes, scores, example, labels, losses, say } = built;
  const width = classes.length;
  const columns = unfold.flatMap((name) =>
    losses.flatMap(({ quantities, answer }) => {
      const quantity = quantities.find((one) => one.name === name);
      return quantity?.shape === "vector" ? [{ name, values: answer.table.columns[name] }] : [];
    }),
  );
  const head = columns.map(
    ({ name }) => `<th scope="col">&nbsp;<span>${name.replaceAll("_", " ")}</span></th>`,
  );
  const rows = classes.map((name, k) => {
    const cells = columns.map(
      ({ values }) =>
        `<td><span class="quantity">${say(values?.[example * width + k])}<span class="bar"></span></span></td>`,
    );
    const right = k === labels[example];
    return `<tr${right ? ' class="right-class"' : ""}><th scope="row">${escapedHtml(name)}${right ? '<span class="right-mark"> ✓</span>' : ""}</th><td><div class="score-cell"><span class="score-track"></span><span class="number-space">${numberText(scores[example]?.[k] ?? Number.NaN, 4)}</span></div></td>${cells.join("")}</tr>`;
  });
  return `<div class="unfold-scroll"><table class="unfold"><thead><tr><th scope="col">${scoreWords.class}</th><th scope="col">${scoreWords.score}</th>${head.join("")}</tr></thead><tbody>${rows.join("")}</tbody></table></div>`;
}

function scalarSpace({ losses }: BuiltScores, unfold: string[]): string {
  const lines = unfold.flatMap((name) =>
    losses.flatMap(({ quantities }) => {
      const quantity = quantities.find((one) => one.name === name);
      return quantity?.shape === "scalar"
        ? [`<li>&nbsp;<span>${quantity.meaning}</span></li>`]
        : [];
    }),
  );
  return `<ul class="unfolded-scalars">${lines.join("")}</ul>`;
}

/**
 * Writes the first example's scores and losses into every fl-scores, so that they can be read
 * before any script, in the room that the element will take; fl-score-line and fl-loss-curve get
 * their room.
 */
export async function expandScores(
  $: CheerioAPI,
  engine: Engine,
  catalog: PageCatalog,
  texts: Record<string, string>,
): Promise<void> {
  for (const one of $("fl-scores, fl-score-line, fl-loss-curve").toArray()) {
    const element = $(one);
    const built = await scoresOf($, one, engine, catalog);
    if (one.name === "fl-scores") {
      const unfold = (element.attr("unfold") ?? "").split(/\s+/).filter(Boolean);
      const shown = new Set((element.attr("show") ?? "").split(/\s+/));
      const groups = built.losses
        .map(({ label, controls }) => ({
          label,
          controls: controls.filter((name) => shown.has(name)).length,
        }))
        .filter(({ controls }) => controls > 0)
        .map(({ label, controls }) => controlSpace(texts[label] ?? escapedHtml(label), controls));
      element.html(
        `<figure class="scores before-script">${cards(built)}${table(built, unfold)}${scalarSpace(built, unfold)}<div class="button-space"></div><div class="controls"><div class="in-sight">${groups.join("")}</div><div class="drawer-space"></div></div>${figcaption(one.attribs, texts)}</figure>`,
      );
    } else {
      const space = one.name === "fl-score-line" ? `lanes-${built.classes.length}` : "curve-space";
      const key =
        one.name === "fl-loss-curve"
          ? built.losses.map(({ label }) => `<li>${texts[label] ?? escapedHtml(label)}</li>`)
          : [];
      element.html(
        `<figure class="before-script"><div class="${space}"></div><ul class="curve-key">${key.join("")}</ul>${figcaption(one.attribs, texts, true)}</figure>`,
      );
    }
  }
}
