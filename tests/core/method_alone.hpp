#pragma once

#include "core/catalog/catalog.hpp"
#include "core/trace/trace.hpp"

namespace fall_line::test {

/// A method without a run: one parameter, whose gradients and learning rates the test hands in.
class MethodAlone {
 public:
  explicit MethodAlone(std::string_view method, const Settings& settings = {}, double start = 0.0)
      : method_(find_method(method).create_for(settings, 1)),
        trace_({find_method(method).quantities.begin(), find_method(method).quantities.end()}, 1),
        theta_(start) {
    trace_.reserve(1);
  }

  /// Takes a step with this gradient; returns the parameter after it.
  double step(double gradient) {
    if (trace_.rows() > 0) trace_.drop_row();
    status_ = method_->traced_step({&theta_, 1}, {&gradient, 1}, nullptr, trace_.append_row());
    return theta_;
  }

  void set_learning_rate(double learning_rate) { method_->set_learning_rate(learning_rate); }

  StepStatus status() const { return status_; }
  double theta() const { return theta_; }

  /// What the last step wrote for `quantity`.
  double value(std::string_view quantity) const {
    return trace_.at(trace_.find(quantity), trace_.rows() - 1)[0];
  }

 private:
  std::unique_ptr<AnyMethod> method_;
  Trace trace_;
  double theta_;
  StepStatus status_ = StepStatus::ok;
};

}  // namespace fall_line::test
