#include "core/catalog/catalog.hpp"

#include <string>

#include "core/catalog/invalid_argument.hpp"
#include "core/derivations/moment_bias.hpp"
#include "core/optimizers/adam.hpp"
#include "core/optimizers/declare_method.hpp"
#include "core/optimizers/gradient_descent.hpp"
#include "core/optimizers/momentum.hpp"
#include "core/optimizers/rmsprop.hpp"
#include "core/problems/booth.hpp"
#include "core/problems/constant_gradient.hpp"
#include "core/problems/declare_problem.hpp"
#include "core/problems/noisy_gradient.hpp"
#include "core/problems/parabola.hpp"
#include "core/problems/quadratic.hpp"

namespace fall_line {

namespace {

template <class Entry>
const Entry& find(std::span<const Entry> entries, std::string_view argument,
                  std::string_view name) {
  std::string names;
  for (const auto& entry : entries) {
    if (entry.name == name) return entry;
    if (!names.empty()) names += ", ";
    names += entry.name;
  }
  throw InvalidArgument(std::string(argument), "'" + std::string(name) + "'", names);
}

}  // namespace

std::span<const MethodDeclaration> methods() {
  static const MethodDeclaration list[] = {
      declare_method<GradientDescent>(),
      declare_method<Momentum>(),
      declare_method<RmsProp>(),
      declare_method<Adam>(),
  };
  return list;
}

std::span<const ProblemDeclaration> problems() {
  static const ProblemDeclaration list[] = {
      declare_problem<Booth>(),         declare_problem<Quadratic>(),
      declare_problem<Parabola>(),      declare_problem<ConstantGradient>(),
      declare_problem<NoisyGradient>(),
  };
  return list;
}

std::span<const DerivationDeclaration> derivations() {
  static const DerivationDeclaration list[] = {
      first_moment_bias(),
      second_moment_bias(),
  };
  return list;
}

const MethodDeclaration& find_method(std::string_view name) {
  return find(methods(), "method", name);
}

const ProblemDeclaration& find_problem(std::string_view name) {
  return find(problems(), "problem", name);
}

const DerivationDeclaration& find_derivation(std::string_view name) {
  return find(derivations(), "derivation", name);
}

}  // namespace fall_line
