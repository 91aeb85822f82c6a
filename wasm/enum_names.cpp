#include "wasm/enum_names.hpp"

namespace fall_line {

std::string_view name_of(Shape shape) {
  switch (shape) {
    case Shape::scalar:
      return "scalar";
    case Shape::vector:
      return "vector";
    case Shape::matrix:
      return "matrix";
  }
  return "";
}

std::string_view name_of(Needs needs) {
  switch (needs) {
    case Needs::nothing:
      return "nothing";
    case Needs::residuals:
      return "residuals";
    case Needs::terms:
      return "terms";
  }
  return "";
}

std::string_view name_of(CriticalKind kind) {
  switch (kind) {
    case CriticalKind::minimum:
      return "minimum";
    case CriticalKind::maximum:
      return "maximum";
    case CriticalKind::saddle:
      return "saddle";
    case CriticalKind::degenerate:
      return "degenerate";
  }
  return "";
}

std::string_view name_of(LossTask task) {
  switch (task) {
    case LossTask::classes:
      return "classes";
    case LossTask::binary:
      return "binary";
    case LossTask::regression:
      return "regression";
  }
  return "";
}

std::string_view name_of(Role role) {
  switch (role) {
    case Role::parameter:
      return "parameter";
    case Role::gradient:
      return "gradient";
    case Role::first_moment:
      return "first-moment";
    case Role::second_moment:
      return "second-moment";
    case Role::step:
      return "step";
    case Role::loss:
      return "loss";
    case Role::factor:
      return "factor";
    case Role::curvature:
      return "curvature";
  }
  return "";
}

std::string_view name_of(StopReason reason) {
  switch (reason) {
    case StopReason::none:
      return "none";
    case StopReason::non_finite:
      return "non_finite";
    case StopReason::out_of_range:
      return "out_of_range";
    case StopReason::converged:
      return "converged";
    case StopReason::line_search_failed:
      return "line_search_failed";
    case StopReason::singular:
      return "singular";
    case StopReason::damping_exhausted:
      return "damping_exhausted";
  }
  return "";
}

}  // namespace fall_line
