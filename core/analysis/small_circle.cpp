#include "core/analysis/small_circle.hpp"

#include <numbers>
#include <string>

#include "core/analysis/subject.hpp"
#include "core/catalog/invalid_argument.hpp"
#include "core/catalog/words.hpp"
#include "core/numerics/sum.hpp"
#include "core/numerics/turn.hpp"

namespace fall_line {

namespace {

constexpr int refinements = 60;

/// The steps of one length out of a point, by the turn of their direction.
class Circle {
 public:
  Circle(const Subject& subject, double radius) : subject_(subject), radius_(radius) {}

  CirclePoint step(double turns) const {
    const auto [cosine, sine] = after_turns(turns);
    return {radius_ * cosine, radius_ * sine};
  }

  double value(const CirclePoint& step) const {
    const double there[] = {subject_.at[0] + step.cosine, subject_.at[1] + step.sine};
    return subject_.problem->value(there);
  }

  /// The turn of the lowest value between two turns, which enclose one minimum.
  double lowest_between(double low, double high) const {
    constexpr double golden = 1.0 / std::numbers::phi;
    double a = high - golden * (high - low), b = low + golden * (high - low);
    double at_a = value(step(a)), at_b = value(step(b));
    for (int i = 0; i < refinements; ++i) {
      if (at_a <= at_b) {
        high = b, b = a, at_b = at_a;
        a = high - golden * (high - low), at_a = value(step(a));
      } else {
        low = a, a = b, at_a = at_b;
        b = low + golden * (high - low), at_b = value(step(b));
      }
    }
    return at_a <= at_b ? a : b;
  }

 private:
  const Subject& subject_;
  double radius_;
};

/// The turn of the lowest of `count` even steps, and of those between its neighbours.
double lowest_turn(const Circle& circle, Index count) {
  const auto turns = [&](Index i) { return static_cast<double>(i) / static_cast<double>(count); };
  Index best = 0;
  double least = circle.value(circle.step(0.0));
  for (Index i = 1; i < count; ++i) {
    const double value = circle.value(circle.step(turns(i)));
    if (value < least) best = i, least = value;
  }
  const double refined = circle.lowest_between(turns(best - 1), turns(best + 1));
  return circle.value(circle.step(refined)) < least ? refined : turns(best);
}

}  // namespace

Trace SmallCircle::table(const Parameters& parameters, const RunSpec& spec) {
  const Subject subject(spec);
  const Index n = subject.dimension();
  if (n != 2) throw InvalidArgument("problem", std::to_string(n) + " dimensions", "2");
  double g[2];
  const double here = subject.problem->value_and_gradient(subject.at.data(), g);
  const double r = parameters.radius, steepness = norm(g, 2);
  const bool flat = !(steepness > 0.0);
  const double rate = flat ? not_yet : r / steepness;
  const CirclePoint best = {-rate * g[0], -rate * g[1]};

  const Circle circle(subject, r);
  const auto count = static_cast<Index>(parameters.count);
  const CirclePoint lowest = circle.step(lowest_turn(circle, count));
  const double promise = flat ? not_yet : here - r * steepness;
  const double outcome = flat ? not_yet : circle.value(best), least = circle.value(lowest);

  const double down[] = {lowest.cosine, lowest.sine};
  const double foresight = here + dot(g, down, 2);
  const double share = here > least ? (here - outcome) / (here - least) : not_yet;

  Trace table(quantities_by<SmallCircle>(), n);
  table.reserve(count);
  for (Index i = 0; i < count; ++i) {
    const double turns = static_cast<double>(i) / static_cast<double>(count);
    const auto u = after_turns(turns);
    const auto step = circle.step(turns);
    const double d[] = {step.cosine, step.sine};
    const double along = dot(g, d, 2), plane = here + along, there = circle.value(step);
    const Tape tape = table.append_row();
    const auto pair = [&](int quantity, double x, double y) {
      tape.vector(quantity, 0, x);
      tape.vector(quantity, 1, y);
    };
    tape.scalar(angle, 360.0 * turns);
    pair(direction, u.cosine, u.sine);
    pair(displacement, d[0], d[1]);
    tape.scalar(value_here, here);
    pair(gradient_here, g[0], g[1]);
    tape.scalar(model, plane);
    tape.scalar(alignment, flat ? not_yet : along / (r * steepness));
    tape.scalar(value_there, there);
    tape.scalar(model_error, there - plane);
    pair(best_step, best.cosine, best.sine);
    tape.scalar(implied_rate, rate);
    tape.scalar(best_model, promise);
    tape.scalar(value_at_best, outcome);
    pair(lowest_step, lowest.cosine, lowest.sine);
    tape.scalar(lowest_value, least);
    tape.scalar(lowest_model, foresight);
    tape.scalar(descent_share, share);
  }
  return table;
}

}  // namespace fall_line
