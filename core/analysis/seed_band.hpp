#pragma once

#include "core/analysis/analysis.hpp"

namespace fall_line {

/// The same training run under many seeds, as a band: of linear regression, whose lowest loss is
/// known. gap = loss − lowest loss; in each row, over all seeds,
///   low, median, high = the 10 %, 50 % and 90 % quantile of gap, interpolated linearly
///   mean = its mean
/// A run that has diverged counts as above all others. Rows are at most `points`, evenly spread
/// over the iterations, of which there are `steps`, or as many as take `budget` gradients.
/// Also where the mean of plain gradient descent would settle with minibatches of this size, drawn
/// with replacement, for small learning rates (Bottou, Curtis & Nocedal 2018, theorem 4.6):
///   floor = learning_rate·example_variance/(4·size)
/// with example_variance = (1/N)·Σ‖∇f_i − ∇f‖² at the minimum.
class SeedBand {
 public:
  static constexpr std::string_view name = "seed_band";
  static constexpr std::string_view title = "One run, many seeds";
  static constexpr std::string_view summary =
      "How far above the lowest loss a training run is, over many seeds.";
  static constexpr std::string_view source = "Bottou, Curtis & Nocedal 2018; lecture 3";

  struct Parameters {
    double steps;
    double budget;
    double seeds;
    double points;
  };
  static constexpr Parameter<Parameters> parameters[] = {
      {{.name = "steps",
        .symbol = "bandsteps",
        .letter = "T",
        .meaning = "most iterations of a run",
        .default_value = 100.0,
        .allowed = {.low = 1.0, .high = 20'000.0},
        .slider = {.low = 10.0, .high = 1000.0},
        .scale = Scale::log,
        .whole = true},
       &Parameters::steps},
      {{.name = "budget",
        .symbol = "bandbudget",
        .letter = "E_{\\max}",
        .meaning = "most gradients of a run; one of B of N examples counts B/N",
        .default_value = 1e6,
        .allowed = {.low = 0.0, .high = 1e6, .low_open = true},
        .slider = {.low = 1.0, .high = 100.0},
        .scale = Scale::log},
       &Parameters::budget},
      {{.name = "seeds",
        .symbol = "bandseeds",
        .letter = "S",
        .meaning = "seeds",
        .default_value = 20.0,
        .allowed = {.low = 1.0, .high = 500.0},
        .slider = {.low = 1.0, .high = 100.0},
        .scale = Scale::log,
        .whole = true},
       &Parameters::seeds},
      {{.name = "points",
        .symbol = "bandpoints",
        .letter = "n",
        .meaning = "most rows",
        .default_value = 100.0,
        .allowed = {.low = 2.0, .high = 1000.0},
        .slider = {.low = 10.0, .high = 200.0},
        .whole = true},
       &Parameters::points},
  };

  enum : int {
    step,
    evaluations,
    epoch,
    steps_per_epoch,
    low,
    median,
    high,
    mean,
    lowest_loss,
    learning_rate,
    size,
    example_variance,
    floor
  };
  static constexpr Quantity quantities[] = {
      {"step", "bandstep", "t", "iterations", Shape::scalar, Role::step},
      {"evaluations", "bandevals", "E", "gradient evaluations; one of B of N examples counts B/N",
       Shape::scalar, Role::factor},
      {"epoch", "bandepoch", "e", "epochs: passes through the data", Shape::scalar, Role::factor},
      {"steps_per_epoch", "bandepochsteps", "m", "iterations in an epoch", Shape::scalar,
       Role::factor},
      {"low", "bandlow", "\\delta_{10}", "a tenth of the seeds is below", Shape::scalar,
       Role::loss},
      {"median", "bandmedian", "\\delta_{50}", "half of the seeds are below", Shape::scalar,
       Role::loss},
      {"high", "bandhigh", "\\delta_{90}", "a tenth of the seeds is above", Shape::scalar,
       Role::loss},
      {"mean", "bandmean", "\\bar\\delta", "mean over the seeds", Shape::scalar, Role::loss},
      {"lowest_loss", "lowestloss", "f^*", "the lowest loss there is", Shape::scalar, Role::loss},
      {"learning_rate", "bandrate", "\\alpha", "learning rate of the run", Shape::scalar,
       Role::step},
      {"size", "bandsize", "B", "examples in a minibatch", Shape::scalar, Role::factor},
      {"example_variance", "bestvariance", "\\sigma_*^2",
       "mean square of what one example is off, at the minimum", Shape::scalar,
       Role::second_moment},
      {"floor", "bandfloor", "\\hat\\delta", "where plain minibatches would settle", Shape::scalar,
       Role::second_moment},
  };
  static constexpr FormulaLine lines[] = {
      {R"(\bandepoch{t} = \frac{\bandstep{t}}{\bandepochsteps{t}})",
       "So many passes through the data."},
      {R"(\bandlow{t} \le \bandmedian{t})", "Quantiles are in order,"},
      {R"(\bandmedian{t} \le \bandhigh{t})", "and the band lies around its middle."},
      {R"(\bandfloor{t} = \frac{\bandrate{t}\,\bestvariance{t}}{4\,\bandsize{t}})",
       "Half the learning rate, or twice the batch, and it settles half as high."},
  };

  /// Throws InvalidArgument for problems other than linear_regression, an L1 penalty, data that
  /// leave the minimum open, and more than two million steps in all.
  static Trace table(const Parameters& parameters, const RunSpec& spec);
};

}  // namespace fall_line
