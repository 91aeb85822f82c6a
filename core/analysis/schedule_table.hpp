#pragma once

#include "core/analysis/analysis.hpp"
#include "core/schedules/schedule.hpp"
#include "core/trace/step_quantities.hpp"

namespace fall_line {

/// The learning rate of every step under the schedule of the subject, its warm-up included:
///   learning_rate_now(t) = learning_rate · factor(t),  t = 0 … steps
///   sum(t) = Σ learning_rate_now(i),  sum_of_squares(t) = Σ learning_rate_now(i)²,  i = 0 … t
/// The conditions of Robbins & Monro 1951 are that the first sum has no limit and the second one.
/// Needs neither problem nor method.
class ScheduleTable {
 public:
  static constexpr std::string_view name = "schedule";
  static constexpr std::string_view title = "A schedule, step by step";
  static constexpr std::string_view summary = "The learning rate of each step, without a run.";
  static constexpr std::string_view source = "Robbins & Monro 1951; lectures 0–4";

  struct Parameters {
    double learning_rate;
    double steps;
    double steps_per_epoch;
  };
  static constexpr Parameter<Parameters> parameters[] = {
      {{.name = "learning_rate",
        .symbol = "ratebase",
        .letter = "\\alpha_0",
        .meaning = "the learning rate that the schedule changes",
        .default_value = 0.1,
        .allowed = {.low = 0.0, .high = 1e100, .low_open = true},
        .slider = {.low = 1e-4, .high = 1.0},
        .scale = Scale::log},
       &Parameters::learning_rate},
      {{.name = "steps",
        .symbol = "stepsshown",
        .letter = "n",
        .meaning = "the last step of the table",
        .default_value = 100.0,
        .allowed = {.low = 0.0, .high = 1e5},
        .slider = {.low = 1.0, .high = 1000.0},
        .scale = Scale::log,
        .whole = true},
       &Parameters::steps},
      {{.name = "steps_per_epoch",
        .symbol = "epochsteps",
        .letter = "m",
        .meaning = "steps in one pass through the data",
        .default_value = 1.0,
        .allowed = {.low = 1.0, .high = 1e6},
        .slider = {.low = 1.0, .high = 100.0},
        .scale = Scale::log,
        .whole = true},
       &Parameters::steps_per_epoch},
  };

  static constexpr Quantity quantities[] = {
      {"time", "ratetime", "\\tau", "time of the step, in the unit of the schedule", Shape::scalar,
       Role::factor},
      rate_factor_quantity,
      learning_rate_quantity,
      {"sum", "ratesum", "S", "learning rates so far, added up", Shape::scalar, Role::step},
      {"sum_of_squares", "squaresum", "Q", "their squares, added up", Shape::scalar,
       Role::second_moment},
      {"step", "stepindex", "j", "number of the step, counted from 0", Shape::scalar, Role::factor},
  };
  static constexpr FormulaLine lines[] = {
      {R"(\lratenow{t} = \ratebase\,\ratefactor{t})",
       "The schedule multiplies the learning rate that was set."},
      {R"(\ratesum{t} = \ratesum{t-1} + \lratenow{t})",
       "As far as the parameters can get, for each unit of gradient. It must grow without end, or "
       "a start that lies further away is never left behind."},
      {R"(\squaresum{t} = \squaresum{t-1} + \lratenow{t}^2)",
       "What the noise of single gradients adds up to. It must stay finite, or the parameters "
       "never come to rest."},
  };

  static Trace table(const Parameters& parameters, const RunSpec& subject);
};

}  // namespace fall_line
