#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/catalog/setting.hpp"
#include "core/run/run_spec.hpp"

namespace fall_line {

/// What a run of a race pays with; a step's time is measured elsewhere and handed in.
enum class Cost { steps, evaluations, time };

/// How far a race goes, and by what measure; what has it derives from it.
struct RaceCourse {
  double target;
  double budget;
  Cost cost;
};

inline constexpr Choice cost_choices[] = {
    {"steps", "Steps", "every step costs 1, whatever is computed in it"},
    {"evaluations", "Gradient evaluations",
     "every gradient costs 1, those of a line search too; values and Hessians cost nothing"},
    {"time", "Time", "every step costs what step_times says of its method"},
};

template <class Parameters>
inline constexpr Parameter<Parameters> race_target = {
    {.name = "target",
     .symbol = "racetarget",
     .letter = "\\delta^*",
     .meaning = "who is no further than this above the lowest value has arrived",
     .default_value = 0.01,
     .allowed = {.low = -1e100, .high = 1e100},
     .slider = {.low = 1e-8, .high = 1.0},
     .scale = Scale::log},
    &Parameters::target};

template <class Parameters>
inline constexpr Parameter<Parameters> race_budget = {{.name = "budget",
                                                       .symbol = "racebudget",
                                                       .letter = "C",
                                                       .meaning = "what each run may spend",
                                                       .default_value = 200.0,
                                                       .allowed = {.low = 1.0, .high = 20'000.0},
                                                       .slider = {.low = 10.0, .high = 2000.0},
                                                       .scale = Scale::log},
                                                      &Parameters::budget};

template <class Parameters>
inline constexpr Option<Parameters> race_cost = {
    {"cost", "Measured in", cost_choices},
    [](Parameters& parameters, int choice) { parameters.cost = Cost{choice}; }};

/// How a run came through.
struct Finish {
  double cost;  ///< when it arrived; not_yet where it did not within the budget
  double loss;  ///< at that moment, or after the budget; not_yet where it left the finite numbers
};

/// The value that counts as 0 in a race: that of the declared minimum, or 0 where there is none.
double lowest_value(const RunSpec& spec);

/// Runs `spec` until its loss is at most `lowest` + target, or the next step would cost more than
/// the budget; `step_time` in its unit. Throws InvalidArgument for a spec that cannot run.
Finish finish(const RunSpec& spec, const RaceCourse& course, double lowest, double step_time);

/// The same of a run that goes on until the budget is spent: its cost is that from which on it
/// stays within the target, its loss that of the end.
Finish settle(const RunSpec& spec, const RaceCourse& course, double lowest, double step_time);

/// Whether `one` beats `other`: it arrived and is cheaper or, at the same cost, lower.
bool beats(const Finish& one, const Finish& other);

/// `subject` with each of the methods in "adam,learning_rate=0.1;momentum"; with its own where
/// there is none. Throws InvalidArgument for anything else.
std::vector<RunSpec> entrants_of(std::string_view text, const RunSpec& subject);

/// One time for each of `count` entrants, from "0.2,0.3"; 1 each where the text is empty and
/// `cost` is not time. Throws InvalidArgument for anything else.
std::vector<double> step_times_of(std::string_view text, Cost cost, std::size_t count);

}  // namespace fall_line
