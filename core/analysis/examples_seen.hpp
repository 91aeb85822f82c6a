#pragma once

#include "core/analysis/analysis.hpp"
#include "core/analysis/seed.hpp"

namespace fall_line {

/// Iterations and epochs counted, and how many of the examples have been seen by then. One row an
/// iteration, from 0 to the end of the last epoch:
///   drawn = min(iteration mod steps_per_epoch … ) examples so far,  epoch = drawn/examples
///   with_replacement_expected = N·(1 − (1 − 1/N)^(B·iteration))
/// Shuffled, every example has been seen after one epoch; drawn with replacement a share of
/// (1 − 1/N)^N → 1/e = 0.368 has not.
class ExamplesSeen {
 public:
  static constexpr std::string_view name = "examples_seen";
  static constexpr std::string_view title = "Iterations, epochs and examples seen";
  static constexpr std::string_view summary =
      "How many iterations an epoch takes, and how many examples have been seen by each.";
  static constexpr std::string_view source = "Feller 1968, IV.2; lectures 0 and 1";

  struct Parameters {
    double examples;
    double size;
    double epochs;
    double seed;
  };
  static constexpr Parameter<Parameters> parameters[] = {
      {{.name = "examples",
        .symbol = "seenofall",
        .letter = "N",
        .meaning = "examples there are",
        .default_value = 100.0,
        .allowed = {.low = 1.0, .high = 1e7},
        .slider = {.low = 10.0, .high = 1000.0},
        .scale = Scale::log,
        .whole = true},
       &Parameters::examples},
      {{.name = "size",
        .symbol = "seensize",
        .letter = "B",
        .meaning = "examples in a minibatch",
        .default_value = 10.0,
        .allowed = {.low = 1.0, .high = 1e7},
        .slider = {.low = 1.0, .high = 100.0},
        .scale = Scale::log,
        .whole = true},
       &Parameters::size},
      {{.name = "epochs",
        .symbol = "epochsshown",
        .letter = "n",
        .meaning = "epochs in the table; 0 only counts",
        .default_value = 3.0,
        .allowed = {.low = 0.0, .high = 100.0},
        .slider = {.low = 1.0, .high = 10.0},
        .whole = true},
       &Parameters::epochs},
      {seed_declaration(), &Parameters::seed},
  };

  enum : int {
    iteration,
    steps_per_epoch,
    whole_batches,
    left_over,
    drawn,
    epoch,
    shuffled,
    with_replacement,
    expected
  };
  static constexpr Quantity quantities[] = {
      {"iteration", "iteration", "t", "iterations so far", Shape::scalar, Role::step},
      {"steps_per_epoch", "epochlength", "m", "iterations in an epoch, the smaller last included",
       Shape::scalar, Role::factor},
      {"whole_batches", "wholebatches", "m'", "whole batches in an epoch", Shape::scalar,
       Role::factor},
      {"left_over", "leftover", "r", "examples left for a smaller last batch", Shape::scalar,
       Role::factor},
      {"drawn", "drawnsofar", "d", "examples drawn so far, repeats counted", Shape::scalar,
       Role::loss},
      {"epoch", "epochsofar", "e", "epochs so far", Shape::scalar, Role::parameter},
      {"shuffled", "seenshuffled", "u", "different examples so far, in shuffled order",
       Shape::scalar, Role::gradient},
      {"with_replacement", "seenreplaced", "u'", "different examples so far, with replacement",
       Shape::scalar, Role::second_moment},
      {"expected", "seenexpected", "\\mathbb{E}[u']", "what those are on average", Shape::scalar,
       Role::factor},
  };
  static constexpr FormulaLine lines[] = {
      {R"(\wholebatches{t} = \left\lfloor \frac{\seenofall}{\seensize} \right\rfloor)",
       "As many whole batches fit into an epoch,"},
      {R"(\leftover{t} = \seenofall - \seensize\,\wholebatches{t})",
       "and these examples are left. They make a smaller batch, or wait."},
      {R"(\epochsofar{t} = \frac{\drawnsofar{t}}{\seenofall})",
       "An epoch is over when as many examples have been drawn as there are."},
      {R"(\seenexpected{t} = \seenofall\,\left(1 - \left(1 - \frac{1}{\seenofall}\right)^{\drawnsofar{t}}\right))",
       "One draw misses an example with this probability, all of them with its power."},
  };

  /// Throws InvalidArgument for a size above the number of examples, and more than 100 000
  /// iterations or ten million draws.
  static Trace table(const Parameters& parameters, const RunSpec& subject);
};

}  // namespace fall_line
