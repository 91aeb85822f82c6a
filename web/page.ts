import "./styles/page.css";
import { Code } from "./elements/code.js";
import { Controls } from "./elements/controls.js";
import { Derivation } from "./elements/derivation.js";
import { Descent } from "./elements/descent.js";
import { DescentPlot } from "./elements/descent-plot.js";
import { FigureMenu } from "./elements/figure-menu.js";
import type { ElementName } from "./elements/kinds.js";
import { defineLater, type LaterName, laterNames } from "./elements/later.js";
import { Predict } from "./elements/predict.js";
import { Quiz } from "./elements/quiz.js";
import { LossCurve } from "./elements/scores/loss-curve.js";
import { ScoreLine } from "./elements/scores/score-line.js";
import { Scores } from "./elements/scores/scores.js";
import { Slip } from "./elements/slip.js";
import { Surface } from "./elements/surface.js";
import { TableChart } from "./elements/table-chart.js";
import { Trace } from "./elements/trace.js";
import { Transport } from "./elements/transport.js";
import { Value } from "./elements/value.js";
import { FigureSource } from "./embed/figure-source.js";
import { engine } from "./engine/page-engine.js";
import { NotationSwitch } from "./shell/notation-switch.js";
import { NoticeBoard } from "./shell/notice-board.js";
import { offerPageControls } from "./shell/page-controls.js";
import { PreparedNote } from "./shell/prepared-note.js";
import { ProgressBadge } from "./shell/progress-badge.js";
import { lightSymbols } from "./shell/symbol-light.js";
import { TeacherButton } from "./shell/teacher-button.js";
import { ThemeSwitch } from "./shell/theme-switch.js";
import { controlAccess } from "./state/control-access.js";
import { notation } from "./state/notation.js";
import { notices } from "./state/notices.js";
import { showsOneFigure } from "./state/site-place.js";
import { pageAddress } from "./state/url-state.js";
import { addWorksheet } from "./teaching/worksheet.js";
import { words } from "./words/en.js";

/** Elements of one page or two, fetched where they stand. */
const rareElements = {
  "fl-fit-chart": async () => (await import("./elements/fit-chart.js")).FitChart,
  "fl-review": async () => (await import("./elements/review.js")).Review,
  "fl-your-data": async () => (await import("./elements/your-data.js")).YourData,
} satisfies Partial<Record<ElementName, () => Promise<CustomElementConstructor>>>;

const elements: Record<
  Exclude<ElementName, keyof typeof rareElements | LaterName>,
  CustomElementConstructor
> = {
  "fl-code": Code,
  "fl-controls": Controls,
  "fl-derivation": Derivation,
  "fl-descent": Descent,
  "fl-descent-plot": DescentPlot,
  "fl-figure-menu": FigureMenu,
  "fl-figure-source": FigureSource,
  "fl-loss-curve": LossCurve,
  "fl-notation": NotationSwitch,
  "fl-notice": NoticeBoard,
  "fl-predict": Predict,
  "fl-prepared": PreparedNote,
  "fl-progress": ProgressBadge,
  "fl-quiz": Quiz,
  "fl-score-line": ScoreLine,
  "fl-scores": Scores,
  "fl-slip": Slip,
  "fl-surface": Surface,
  "fl-table-chart": TableChart,
  "fl-teacher": TeacherButton,
  "fl-theme": ThemeSwitch,
  "fl-trace": Trace,
  "fl-transport": Transport,
  "fl-value": Value,
};

/** Resolves when the elements of the page are known, or the reader is told which are not. */
async function define(): Promise<void> {
  for (const [name, element] of Object.entries(elements)) customElements.define(name, element);
  const here = Object.entries(rareElements).filter(([name]) =>
    document.querySelector(name === "fl-fit-chart" ? "fl-fit-chart, fl-slip[analyses]" : name),
  );
  await Promise.all([
    ...here.map(async ([name, fetch]) => {
      try {
        customElements.define(name, await fetch());
      } catch (error) {
        notices.add(words.notices.elementFailed(name, error));
      }
    }),
    defineLater(),
  ]);
}

/** Marks the page as ready, or says in words why it cannot be. */
async function announce(): Promise<void> {
  const root = document.documentElement;
  const defined = define();
  try {
    await engine.ready;
  } catch (error) {
    const message = words.notices.noEngine(error);
    notices.add(message);
    root.dataset.error = message;
    return;
  }
  await defined;
  const names = [...Object.keys({ ...elements, ...rareElements }), ...laterNames].join(",");
  // an element that is drawn may bring others with it: a figure brings its chart and controls
  for (let known = 0, found = document.querySelectorAll(names); found.length > known; ) {
    known = found.length;
    await Promise.all(
      [...found].map((element) =>
        "settled" in element ? (element.settled as Promise<void>) : undefined,
      ),
    );
    found = document.querySelectorAll(names);
  }
  await notation.settled;
  const unknown = controlAccess.unknown;
  // a figure by itself has the lists of its page
  if (unknown.length > 0 && !showsOneFigure) notices.add(words.teacher.unknown(unknown));
  await document.querySelector<TeacherButton>("fl-teacher")?.lectureFromAddress();
  root.dataset.ready = "true";
}

offerPageControls();
lightSymbols();
pageAddress.subscribe(() => document.dispatchEvent(new Event("fl-address")));
addWorksheet();
void announce();
