#include "core/analysis/diagnosis.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>

#include "core/analysis/evaluation.hpp"
#include "core/numerics/sum.hpp"
#include "core/trace/step_quantities.hpp"

namespace fall_line {

namespace {

constexpr double blow_up = 1e4;
constexpr Index early_rows = 11;  // the start and ten steps
constexpr double arrived_share = 1e-6;
constexpr Index recent_steps = 10;
constexpr Index many_turns = 8;

std::optional<Diagnosis> zero_by_zero(const Run& run) {
  const RunStatus& status = run.status();
  if (status.reason != StopReason::non_finite || status.quantity < 0) return std::nullopt;
  // Out of finite moments the quotient is NaN only as 0/0; an infinite one has overflowed.
  const auto& quantity = run.trace().quantities()[static_cast<std::size_t>(status.quantity)];
  if (quantity.name != "delta" || !std::isnan(status.value)) return std::nullopt;
  return Diagnosis{"zero_by_zero",
                   {{"step", static_cast<double>(status.step)},
                    {"coordinate", static_cast<double>(status.coordinate)}}};
}

std::optional<Diagnosis> ascending(const Run& run) {
  const Trace& trace = run.trace();
  const int delta = trace.find("delta");
  if (run.steps() < 3) return std::nullopt;
  for (Index row = 1; row < trace.rows(); ++row) {
    const auto step = trace.at(delta, row), gradient = trace.at(step_quantity::gradient, row);
    if (!(dot(step.data(), gradient.data(), trace.dimension()) > 0.0)) return std::nullopt;
  }
  return Diagnosis{"ascending", {{"steps", static_cast<double>(run.steps())}}};
}

double loss_at(const Run& run, Index row) { return run.trace().at(step_quantity::loss, row)[0]; }

bool is_too_large(StopReason reason) {
  return reason == StopReason::non_finite || reason == StopReason::out_of_range;
}

bool blown_up(const Run& run) {
  if (is_too_large(run.status().reason)) return true;
  double low = loss_at(run, 0), high = low;
  for (Index row = 1; row < std::min(run.trace().rows(), early_rows); ++row) {
    low = std::min(low, loss_at(run, row));
    high = std::max(high, loss_at(run, row));
  }
  const double last = loss_at(run, run.steps());
  return last > high && last - low > blow_up * (high - low);
}

std::optional<Diagnosis> overshooting(const Run& run) {
  const double stable = run.stable_curvature();
  if (std::isnan(stable) || run.trace().dimension() > most_spectrum_dimensions) {
    return std::nullopt;
  }
  const auto last = run.trace().at(step_quantity::theta, run.steps());
  const double curvature = evaluate(run.problem(), {last.begin(), last.end()}).eigenvalues.back();
  if (!(curvature > stable)) return std::nullopt;
  const double learning_rate = run.method().values(run.spec().method_settings).numbers.front();
  Diagnosis diagnosis{
      "overshooting",
      {{"learning_rate", learning_rate}, {"curvature", curvature}, {"stable_curvature", stable}}};
  if (run.method().name == "gradient_descent") {
    diagnosis.numbers.emplace_back("factor", 1.0 - learning_rate * curvature);
  }
  return diagnosis;
}

std::optional<Diagnosis> oscillating(const Run& run) {
  const Trace& trace = run.trace();
  if (run.steps() < recent_steps) return std::nullopt;
  const int delta = trace.find("delta");
  for (Index i = 0; i < trace.dimension(); ++i) {
    Index turns = 0;
    for (Index row = run.steps() - recent_steps + 2; row <= run.steps(); ++row) {
      const auto coordinate = static_cast<std::size_t>(i);
      if (trace.at(delta, row)[coordinate] * trace.at(delta, row - 1)[coordinate] < 0.0) ++turns;
    }
    if (turns >= many_turns) {
      return Diagnosis{
          "oscillating",
          {{"coordinate", static_cast<double>(i)}, {"loss", loss_at(run, run.steps())}}};
    }
  }
  return std::nullopt;
}

std::optional<Diagnosis> arrived(const Run& run) {
  const Index n = run.trace().dimension();
  if (run.steps() < 1) return std::nullopt;
  Vector gradient(n);
  run.problem().gradient(run.trace().at(step_quantity::theta, run.steps()).data(), gradient.data());
  const double now = norm(gradient.data(), n);
  run.problem().gradient(run.trace().at(step_quantity::theta, 0).data(), gradient.data());
  if (!(now <= arrived_share * norm(gradient.data(), n))) return std::nullopt;
  return Diagnosis{"arrived", {{"gradient_norm", now}, {"loss", loss_at(run, run.steps())}}};
}

}  // namespace

Diagnosis diagnose(const Run& run) {
  if (auto found = zero_by_zero(run)) return *found;
  if (auto found = ascending(run)) return *found;
  if (auto found = overshooting(run)) return *found;
  if (blown_up(run)) return {"diverged", {{"loss", loss_at(run, run.steps())}}};
  if (auto found = arrived(run)) return *found;
  const StopReason reason = run.status().reason;
  if (reason == StopReason::converged) return {"arrived", {{"loss", loss_at(run, run.steps())}}};
  if (reason != StopReason::none) return {"stuck", {{"loss", loss_at(run, run.steps())}}};
  if (auto found = oscillating(run)) return *found;
  const Index before = std::max<Index>(0, run.steps() - recent_steps);
  const double loss = loss_at(run, run.steps());
  const std::string_view verdict = loss > loss_at(run, before) ? "climbing" : "descending";
  return {verdict, {{"loss", loss}, {"before", static_cast<double>(run.steps() - before)}}};
}

}  // namespace fall_line
