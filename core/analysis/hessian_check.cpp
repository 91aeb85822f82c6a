#include "core/analysis/hessian_check.hpp"

#include <algorithm>
#include <cmath>

#include "core/catalog/invalid_argument.hpp"
#include "core/catalog/words.hpp"
#include "core/numerics/sum.hpp"

namespace fall_line {

namespace {

using Numbers = std::vector<double>;

// ε^⅓ and ε^¼: where truncation and round-off of central differences are of one size
constexpr double gradient_step = 6e-6;
constexpr double value_step = 1.2e-4;

double step_at(double coordinate, double relative) {
  return relative * std::max(1.0, std::abs(coordinate));
}

/// out ← (∇f(x + hu) − ∇f(x − hu)) / (2h), where x ± hu are `ahead` and `behind`.
void gradient_difference(const AnyProblem& f, const Numbers& ahead, const Numbers& behind, double h,
                         double* out) {
  Numbers other(ahead.size());
  f.gradient(ahead.data(), out);
  f.gradient(behind.data(), other.data());
  for (std::size_t i = 0; i < other.size(); ++i) out[i] = (out[i] - other[i]) / (2.0 * h);
}

Numbers symmetric(const Numbers& a, std::size_t n) {
  Numbers result(a.size());
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t k = 0; k < n; ++k) result[i * n + k] = 0.5 * (a[i * n + k] + a[k * n + i]);
  }
  return result;
}

Numbers hessian_from_gradients(const Subject& subject) {
  const std::size_t n = subject.at.size();
  Numbers rows(n * n);
  for (std::size_t i = 0; i < n; ++i) {
    Numbers axis(n, 0.0);
    axis[i] = 1.0;
    const double h = step_at(subject.at[i], gradient_step);
    gradient_difference(*subject.problem, moved(subject.at, h, axis), moved(subject.at, -h, axis),
                        h, &rows[i * n]);
  }
  return symmetric(rows, n);
}

Numbers hessian_from_values(const Subject& subject) {
  const std::size_t n = subject.at.size();
  Numbers rows(n * n);
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t k = 0; k < n; ++k) {
      const double hi = step_at(subject.at[i], value_step);
      const double hk = step_at(subject.at[k], value_step);
      const auto value = [&](double along_i, double along_k) {
        Numbers x = subject.at;
        x[i] += along_i * hi;
        x[k] += along_k * hk;
        return subject.problem->value(x.data());
      };
      rows[i * n + k] =
          ((value(1, 1) - value(1, -1)) - (value(-1, 1) - value(-1, -1))) / (4.0 * hi * hk);
    }
  }
  return symmetric(rows, n);
}

double largest_difference(const Numbers& a, const Numbers& b) {
  double largest = 0.0;
  for (std::size_t i = 0; i < a.size(); ++i) largest = std::max(largest, std::abs(a[i] - b[i]));
  return largest;
}

}  // namespace

Trace HessianCheck::table(const Parameters& parameters, const RunSpec& spec) {
  const Subject subject(spec);
  const Index n = subject.dimension();
  if (n > most_dimensions) {
    throw InvalidArgument("problem", std::to_string(n) + " dimensions",
                          "at most " + std::to_string(most_dimensions));
  }
  const auto u = direction_of("analysis.direction", parameters.direction, n);
  const auto count = u.size();
  Numbers rule(count * count), times(count), ruler(count);
  subject.problem->hessian(subject.at.data(), rule.data());
  for (std::size_t i = 0; i < count; ++i) times[i] = dot(&rule[i * count], u.data(), n);
  const double h =
      step_at(norm(subject.at.data(), n), gradient_step) / std::max(norm(u.data(), n), 1e-300);
  gradient_difference(*subject.problem, moved(subject.at, h, u), moved(subject.at, -h, u), h,
                      ruler.data());
  const Numbers by_gradients = hessian_from_gradients(subject);
  const Numbers by_values = hessian_from_values(subject);

  Trace table(quantities_by<HessianCheck>(), n);
  table.reserve(1);
  const Tape tape = table.append_row();
  const auto write = [&](int quantity, const Numbers& numbers) {
    for (std::size_t i = 0; i < numbers.size(); ++i) {
      tape.vector(quantity, static_cast<Index>(i), numbers[i]);
    }
  };
  write(direction, u);
  write(hessian, rule);
  write(from_gradients, by_gradients);
  write(from_values, by_values);
  write(product, times);
  write(product_from_gradients, ruler);
  tape.scalar(gradients_error, largest_difference(by_gradients, rule));
  tape.scalar(values_error, largest_difference(by_values, rule));
  tape.scalar(product_error, largest_difference(ruler, times));
  return table;
}

}  // namespace fall_line
