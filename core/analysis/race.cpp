#include "core/analysis/race.hpp"

#include "core/catalog/catalog.hpp"
#include "core/catalog/invalid_argument.hpp"
#include "core/catalog/words.hpp"
#include "core/numerics/random.hpp"
#include "core/run/problem_of.hpp"

namespace fall_line {

Trace Race::table(const Parameters& parameters, const RunSpec& subject) {
  auto entrants = entrants_of(parameters.entrants, subject);
  const auto times = step_times_of(parameters.step_times, parameters.cost, entrants.size());
  const auto& declaration = find_problem(subject.problem);
  const auto problem = problem_of(subject);
  if (problem->dimension() != 2) {
    throw InvalidArgument("problem", "'" + subject.problem + "'", "one in two dimensions");
  }
  const Vector own = start_of(subject, *problem);
  const double lowest = lowest_value(subject);
  const auto& [x_low, x_high, y_low, y_high] = declaration.domain;

  const auto first = static_cast<Index>(parameters.first);
  const auto count = static_cast<Index>(parameters.count);
  Random random(static_cast<std::uint64_t>(parameters.seed));
  for (Index i = 1; i < first; ++i) {
    random.uniform();
    random.uniform();
  }
  Trace table(quantities_by<Race>(), std::ssize(entrants));
  table.reserve(count);
  for (Index i = first; i < first + count; ++i) {
    std::vector<double> start(own.data(), own.data() + own.size());
    if (i > 0) {
      start[0] = x_low + (x_high - x_low) * random.uniform();
      start[1] = y_low + (y_high - y_low) * random.uniform();
    }
    const Tape tape = table.append_row();
    tape.scalar(number, static_cast<double>(i));
    tape.scalar(x, start[0]);
    tape.scalar(y, start[1]);
    Finish best{not_yet, not_yet};
    Index who = 0;
    for (Index k = 0; k < std::ssize(entrants); ++k) {
      auto& spec = entrants[static_cast<std::size_t>(k)];
      spec.start = start;
      const Finish own_finish =
          finish(spec, parameters, lowest, times[static_cast<std::size_t>(k)]);
      tape.vector(cost, k, own_finish.cost);
      tape.vector(loss, k, own_finish.loss);
      if (!beats(own_finish, best)) continue;
      best = own_finish;
      who = k + 1;
    }
    tape.scalar(winner, static_cast<double>(who));
  }
  return table;
}

}  // namespace fall_line
