#pragma once

#include "core/analysis/analysis.hpp"

namespace fall_line {

/// What minibatches of `size` gain over steps with all examples, epoch by epoch: as lecture 4
/// counts it, in updates, and as it turns out, in how much of the gap to the lowest loss of a
/// linear regression is gone. Both are gradient descent at the same learning rate:
///   gain(e) = batch_updates(e)/whole_updates(e)                                  printed
///   gain(e) = ln(start_gap/batch_gap(e))/ln(start_gap/whole_gap(e))              measured
/// batch_gap is the mean over `seeds` runs. One row an epoch, from the first.
class EpochGain {
 public:
  static constexpr std::string_view name = "epoch_gain";
  static constexpr std::string_view title = "What minibatches gain";
  static constexpr std::string_view summary =
      "How much further minibatches get in the same epochs, in updates and in loss.";
  static constexpr std::string_view source = "lecture 4; Bottou, Curtis & Nocedal 2018";

  enum class Counting { measured, printed };
  struct Parameters {
    double learning_rate;
    double size;
    double epochs;
    double seeds;
    Counting counting;
  };
  static constexpr Choice counting_choices[] = {
      {"measured", "in loss", "how many times as much of the gap, in powers, is gone"},
      {"printed", "in updates",
       "as in lecture 4: so many times as many updates, so many times as "
       "fast"},
  };
  static constexpr Parameter<Parameters> parameters[] = {
      {{.name = "learning_rate",
        .symbol = "gainrate",
        .letter = "\\alpha",
        .meaning = "learning rate of both",
        .default_value = 0.02,
        .allowed = {.low = 0.0, .high = 1e6, .low_open = true},
        .slider = {.low = 0.001, .high = 0.2},
        .scale = Scale::log},
       &Parameters::learning_rate},
      {{.name = "size",
        .symbol = "gainsize",
        .letter = "B",
        .meaning = "examples in a minibatch",
        .default_value = 1.0,
        .allowed = {.low = 1.0, .high = 1e6},
        .slider = {.low = 1.0, .high = 20.0},
        .whole = true},
       &Parameters::size},
      {{.name = "epochs",
        .symbol = "gainepochs",
        .letter = "n",
        .meaning = "epochs",
        .default_value = 10.0,
        .allowed = {.low = 1.0, .high = 1000.0},
        .slider = {.low = 5.0, .high = 100.0},
        .whole = true},
       &Parameters::epochs},
      {{.name = "seeds",
        .symbol = "gainseeds",
        .letter = "S",
        .meaning = "seeds",
        .default_value = 50.0,
        .allowed = {.low = 1.0, .high = 500.0},
        .slider = {.low = 1.0, .high = 100.0},
        .whole = true},
       &Parameters::seeds},
  };
  static constexpr Option<Parameters> options[] = {
      {{"counting", "The gain is counted", counting_choices},
       [](Parameters& p, int choice) { p.counting = Counting{choice}; }},
  };

  enum : int {
    epoch,
    updates_in_epoch,
    whole_updates,
    batch_updates,
    start_gap,
    whole_gap,
    batch_gap,
    whole_progress,
    batch_progress,
    gain
  };
  static constexpr Quantity quantities[] = {
      {"epoch", "gainepoch", "e", "epochs so far", Shape::scalar, Role::factor},
      {"updates_in_epoch", "epochupdates", "m", "minibatches in an epoch", Shape::scalar,
       Role::factor},
      {"whole_updates", "wholeupdates", "k", "updates with all examples", Shape::scalar,
       Role::step},
      {"batch_updates", "batchupdates", "k_B", "updates with a minibatch", Shape::scalar,
       Role::step},
      {"start_gap", "startgap", "\\delta_0", "loss above the lowest, at the start", Shape::scalar,
       Role::loss},
      {"whole_gap", "wholegap", "\\delta", "the same after updates with all examples",
       Shape::scalar, Role::loss},
      {"batch_gap", "batchgap", "\\delta_B", "the same after minibatches, the mean over the seeds",
       Shape::scalar, Role::loss},
      {"whole_progress", "wholeprogress", "p", "powers of e that the gap has shrunk by",
       Shape::scalar, Role::parameter},
      {"batch_progress", "batchprogress", "p_B", "the same with minibatches", Shape::scalar,
       Role::parameter},
      {"gain", "epochgain", "G", "how many times as fast", Shape::scalar, Role::factor},
  };
  static constexpr FormulaLine lines[] = {
      {R"(\wholeupdates{t} = \gainepoch{t})",
       "With all examples in every update, an epoch is one update."},
      {R"(\batchupdates{t} = \epochupdates{t}\,\gainepoch{t})",
       "With minibatches it is as many as there are batches."},
      {R"(\wholeprogress{t} = \ln\left(\frac{\startgap{t}}{\wholegap{t}}\right))",
       "What the updates with all examples have achieved."},
      {R"(\batchprogress{t} = \ln\left(\frac{\startgap{t}}{\batchgap{t}}\right))",
       "What the minibatches have achieved, at the same cost."},
      {R"(\epochgain{t} = \frac{\batchprogress{t}}{\wholeprogress{t}})",
       "How many times as far, in powers of e.", "counting", "measured"},
      {R"(\epochgain{t} = \frac{\batchupdates{t}}{\wholeupdates{t}})",
       "So many times as many updates.", "counting", "printed"},
  };

  /// Throws InvalidArgument for problems other than linear_regression, as RegressionGap, a start
  /// at the minimum, and a run that diverges.
  static Trace table(const Parameters& parameters, const RunSpec& spec);
};

}  // namespace fall_line
