#include "core/analysis/regression_fit.hpp"

#include <algorithm>
#include <cmath>

#include "core/catalog/catalog.hpp"
#include "core/catalog/invalid_argument.hpp"
#include "core/catalog/owner.hpp"
#include "core/numerics/linear_solve.hpp"
#include "core/numerics/sign.hpp"

namespace fall_line {

namespace {

constexpr int most_descents = 20'000;
constexpr double settled = 1e-12;

std::shared_ptr<const Dataset> part_of(const RunSpec& spec, const char* part) {
  Settings settings = spec.data_settings;
  std::erase_if(settings, [](const auto& setting) { return setting.first == "part"; });
  settings.emplace_back("part", part);
  return find_dataset(spec.data.empty() ? LinearRegression::default_data : spec.data)
      .create(settings);
}

/// ½·wᵀ·H·w + gᵀ·w + kink·Σ|w_j| over the first `penalised` entries.
struct PenalisedQuadratic {
  std::vector<double> h, g;
  Index n, penalised;
  double kink;
};

PenalisedQuadratic quadratic_of(const LinearRegression::Parameters& parameters,
                                const std::shared_ptr<const Dataset>& train) {
  const LinearRegression model(parameters, train);
  const Index n = model.dimension();
  PenalisedQuadratic q{.h = std::vector<double>(static_cast<std::size_t>(n * n)),
                       .g = std::vector<double>(static_cast<std::size_t>(n)),
                       .n = n,
                       .penalised = penalised_of(parameters, train->features),
                       .kink = Regularizer(parameters).kink()};
  const std::vector<double> zero(q.g.size());
  model.hessian(zero.data(), q.h.data());
  model.gradient(zero.data(), q.g.data());
  return q;
}

/// w ← the minimum with its signs held; entries that are penalised and zero stay zero. False where
/// it is not unique.
bool solve_with_signs(const PenalisedQuadratic& q, std::vector<double>& w) {
  auto h = q.h, b = q.g;
  for (Index j = 0; j < q.n; ++j) {
    const auto i = static_cast<std::size_t>(j);
    const double kink = j < q.penalised ? q.kink : 0.0;
    b[i] = -b[i] - kink * sign(w[i]);
    if (kink == 0.0 || w[i] != 0.0) continue;
    // its equation becomes h_jj·w_j = 0, and the others do not hear of it
    for (Index k = 0; k < q.n; ++k) {
      if (k != j)
        h[static_cast<std::size_t>(j * q.n + k)] = h[static_cast<std::size_t>(k * q.n + j)] = 0.0;
    }
    b[i] = 0.0;
  }
  if (!solve_linear(h.data(), b.data(), q.n)) return false;
  w = b;
  return true;
}

/// Sweeps over the coordinates, each set to its own minimum with the others held.
void descend(const PenalisedQuadratic& q, std::vector<double>& w) {
  for (int sweep = 0; sweep < most_descents; ++sweep) {
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
  RegressionData parts{
      .train = part_of(spec, "train"), .test = nullptr, .all = part_of(spec, "all")};
  if (parts.train->count < parts.all->count) parts.test = part_of(spec, "test");
  return parts;
}

LinearRegression::Parameters regression_parameters(const RunSpec& spec) {
  return with_settings<LinearRegression, LinearRegression::Parameters>("problem.",
                                                                       spec.problem_settings);
}

std::vector<double> fitted(const LinearRegression::Parameters& parameters,
                           const std::shared_ptr<const Dataset>& train, std::vector<double> start) {
  const PenalisedQuadratic q = quadratic_of(parameters, train);
  if (start.empty()) start = std::vector<double>(q.g.size());
  if (q.kink > 0.0) descend(q, start);
  auto exact = start;
  const bool unique = solve_with_signs(q, exact);
  if (!unique && q.kink == 0.0) {
    throw InvalidArgument("data", std::to_string(train->count) + " examples",
                          "more, or more different ones: several lines fit them equally well");
  }
  for (Index j = 0; j < q.penalised; ++j) {
    const auto i = static_cast<std::size_t>(j);
    if (q.kink > 0.0 && sign(exact[i]) != sign(start[i])) return start;
  }
  return exact;
}

Index penalised_of(const LinearRegression::Parameters& parameters, Index features) {
  const bool bias_pays = parameters.bias == LinearRegression::Bias::fitted &&
                         parameters.bias_penalty == BiasPenalty::penalised;
  return features + (bias_pays ? 1 : 0);
}

double squared_error(LinearRegression::Parameters parameters,
                     const std::shared_ptr<const Dataset>& data, const std::vector<double>& w) {
  parameters.regularization_strength = 0.0;
  return LinearRegression(parameters, data).value(w.data());
}

}  // namespace fall_line
