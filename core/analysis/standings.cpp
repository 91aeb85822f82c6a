#include "core/analysis/standings.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/catalog/invalid_argument.hpp"
#include "core/catalog/number_text.hpp"
#include "core/catalog/words.hpp"

namespace fall_line {

namespace {

using Row = std::vector<double>;

std::vector<Row> cost_rows(std::string_view text) {
  std::vector<Row> rows;
  while (!text.empty()) {
    const auto end = text.find(';');
    rows.push_back(parse_number_list("analysis.costs", text.substr(0, end)));
    if (rows.back().size() != rows.front().size()) {
      throw InvalidArgument("analysis.costs", std::to_string(rows.back().size()) + " numbers",
                            std::to_string(rows.front().size()) + ", as in the first row");
    }
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return rows;
}

/// The middle of `costs`, which has no cost for those who did not arrive: −1.
double median(std::vector<double> costs) {
  constexpr double beyond = std::numeric_limits<double>::infinity();
  for (double& cost : costs) {
    if (cost < 0.0) cost = beyond;
  }
  std::sort(costs.begin(), costs.end());
  const std::size_t half = costs.size() / 2;
  const double middle =
      costs.size() % 2 == 1 ? costs[half] : 0.5 * costs[half - 1] + 0.5 * costs[half];
  return middle < beyond ? middle : not_yet;
}

}  // namespace

Trace Standings::table(const Parameters& parameters, const RunSpec&) {
  const auto costs_by_start = cost_rows(parameters.costs);
  const auto winner_by_start = parse_number_list("analysis.winners", parameters.winners);
  if (winner_by_start.size() != costs_by_start.size()) {
    throw InvalidArgument("analysis.winners", std::to_string(winner_by_start.size()) + " numbers",
                          std::to_string(costs_by_start.size()) + ": one a row of costs");
  }
  const auto methods = std::ssize(costs_by_start.front());
  for (std::size_t row = 0; row < winner_by_start.size(); ++row) {
    const double winner = winner_by_start[row];
    const bool known = winner == 0.0 || (winner == std::floor(winner) && winner >= 1.0 &&
                                         winner <= static_cast<double>(methods));
    if (known &&
        (winner == 0.0 || costs_by_start[row][static_cast<std::size_t>(winner) - 1] >= 0.0)) {
      continue;
    }
    throw InvalidArgument("analysis.winners", short_text(winner),
                          "0, or the number of a method that arrived");
  }
  const auto all = static_cast<double>(winner_by_start.size());
  Trace table(quantities_by<Standings>(), 1);
  table.reserve(methods);
  for (Index i = 0; i < methods; ++i) {
    const auto who = static_cast<double>(i + 1);
    std::vector<double> costs;
    for (const Row& row : costs_by_start) costs.push_back(row[static_cast<std::size_t>(i)]);
    const auto won =
        static_cast<double>(std::count(winner_by_start.begin(), winner_by_start.end(), who));
    const double share = won / all;
    const Tape tape = table.append_row();
    tape.scalar(method, who);
    tape.scalar(starts, all);
    tape.scalar(wins, won);
    tape.scalar(win_share, share);
    tape.scalar(standard_error, std::sqrt(share * (1.0 - share) / all));
    tape.scalar(arrivals,
                static_cast<double>(std::count_if(costs.begin(), costs.end(),
                                                  [](double cost) { return cost >= 0.0; })));
    tape.scalar(median_cost, median(std::move(costs)));
  }
  return table;
}

}  // namespace fall_line
