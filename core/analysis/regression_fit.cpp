#include "core/analysis/regression_fit.hpp"

#include <algorithm>
#include <cmath>

#include "core/catalog/catalog.hpp"
#include "core/catalog/invalid_argument.hpp"
#include "core/catalog/owner.hpp"
#include "core/numerics/linear_solve.hpp"

namespace fall_line {

namespace {

constexpr int most_sweeps = 20'000;
constexpr double settled = 1e-12;

Settings with_part(Settings settings, const char* part) {
  std::erase_if(settings, [](const auto& setting) { return setting.first == "part"; });
  settings.emplace_back("part", part);
  return settings;
}

/// ½·wᵀ·H·w + gᵀ·w + kink·Σ|w_j| over the first `penalised` entries.
struct Quadratic {
  std::vector<double> h, g;
  Index n, penalised;
  double kink;
};

Quadratic quadratic_of(const LinearRegression::Parameters& parameters,
                       const std::shared_ptr<const Dataset>& train) {
  const LinearRegression model(parameters, train);
  const Index n = model.dimension();
  Quadratic q{.h = std::vector<double>(static_cast<std::size_t>(n * n)),
              .g = std::vector<double>(static_cast<std::size_t>(n)),
              .n = n,
              .penalised = parameters.bias_penalty == BiasPenalty::penalised ? n : n - 1,
              .kink = Regularizer(parameters).kink()};
  const std::vector<double> zero(q.g.size());
  model.hessian(zero.data(), q.h.data());
  model.gradient(zero.data(), q.g.data());
  return q;
}

double sign(double x) { return x > 0.0 ? 1.0 : x < 0.0 ? -1.0 : 0.0; }

/// The minimum with the signs of `w` held; entries that are penalised and zero stay zero. Empty
/// where it is not unique.
std::vector<double> with_signs_of(const Quadratic& q, const std::vector<double>& w) {
  std::vector<Index> free;
  for (Index j = 0; j < q.n; ++j) {
    const bool at_kink = q.kink > 0.0 && j < q.penalised && w[static_cast<std::size_t>(j)] == 0.0;
    if (!at_kink) free.push_back(j);
  }
  const Index m = std::ssize(free);
  std::vector<double> a, b;
  for (const Index j : free) {
    for (const Index k : free) a.push_back(q.h[static_cast<std::size_t>(j * q.n + k)]);
    const auto i = static_cast<std::size_t>(j);
    b.push_back(-q.g[i] - (j < q.penalised ? q.kink * sign(w[i]) : 0.0));
  }
  if (!solve_linear(a.data(), b.data(), m)) return {};
  std::vector<double> solution(static_cast<std::size_t>(q.n), 0.0);
  for (Index i = 0; i < m; ++i) {
    solution[static_cast<std::size_t>(free[static_cast<std::size_t>(i)])] =
        b[static_cast<std::size_t>(i)];
  }
  return solution;
}

/// Sweeps over the coordinates, each set to its own minimum with the others held.
void descend(const Quadratic& q, std::vector<double>& w) {
  for (int sweep = 0; sweep < most_sweeps; ++sweep) {
    double change = 0.0, size = 0.0;
    for (Index j = 0; j < q.n; ++j) {
      const auto i = static_cast<std::size_t>(j);
      const double* row = q.h.data() + j * q.n;
      if (!(row[j] > 0.0)) continue;
      const double pull = row[j] * w[i] - (q.g[i] + dot(row, w.data(), q.n));
      const double kink = j < q.penalised ? q.kink : 0.0;
      const double next = sign(pull) * std::max(0.0, std::abs(pull) - kink) / row[j];
      change = std::max(change, std::abs(next - w[i]));
      size = std::max(size, std::abs(next));
      w[i] = next;
    }
    if (change <= settled * size) return;
  }
}

}  // namespace

RegressionData regression_data(const RunSpec& spec) {
  if (spec.problem != LinearRegression::name) {
    throw InvalidArgument("problem", "'" + spec.problem + "'", std::string(LinearRegression::name));
  }
  const auto& data = find_dataset(spec.data.empty() ? LinearRegression::default_data : spec.data);
  RegressionData parts{.train = data.create(with_part(spec.data_settings, "train")),
                       .test = nullptr,
                       .all = data.create(with_part(spec.data_settings, "all"))};
  if (parts.train->count < parts.all->count) {
    parts.test = data.create(with_part(spec.data_settings, "test"));
  }
  return parts;
}

LinearRegression::Parameters regression_parameters(const RunSpec& spec) {
  return with_settings<LinearRegression, LinearRegression::Parameters>("problem.",
                                                                       spec.problem_settings);
}

std::vector<double> fitted(const LinearRegression::Parameters& parameters,
                           const std::shared_ptr<const Dataset>& train, std::vector<double> start) {
  const Quadratic q = quadratic_of(parameters, train);
  start.resize(static_cast<std::size_t>(q.n), 0.0);
  if (q.kink > 0.0) descend(q, start);
  auto exact = with_signs_of(q, start);
  const bool open = exact.empty();
  if (open && q.kink == 0.0) {
    throw InvalidArgument("data", std::to_string(train->count) + " examples",
                          "more, or more different ones: several lines fit them equally well");
  }
  bool same_signs = !open;
  for (std::size_t j = 0; j < start.size() && same_signs; ++j) {
    const bool pays = static_cast<Index>(j) < q.penalised && q.kink > 0.0;
    same_signs = !pays || sign(exact[j]) == sign(start[j]);
  }
  return same_signs ? exact : start;
}

double squared_error(LinearRegression::Parameters parameters,
                     const std::shared_ptr<const Dataset>& data, const std::vector<double>& w) {
  parameters.regularization_strength = 0.0;
  return LinearRegression(parameters, data).value(w.data());
}

}  // namespace fall_line
