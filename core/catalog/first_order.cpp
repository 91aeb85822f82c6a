// Every method that uses gradients alone.

#include "core/catalog/catalog.hpp"
#include "core/optimizers/adadelta.hpp"
#include "core/optimizers/adagrad.hpp"
#include "core/optimizers/adam.hpp"
#include "core/optimizers/adamax.hpp"
#include "core/optimizers/adamw.hpp"
#include "core/optimizers/amsgrad.hpp"
#include "core/optimizers/declare_method.hpp"
#include "core/optimizers/gradient_descent.hpp"
#include "core/optimizers/momentum.hpp"
#include "core/optimizers/nesterov.hpp"
#include "core/optimizers/rmsprop.hpp"
#include "core/optimizers/svrg.hpp"

namespace fall_line {

// clang-format off
// one line an entry, so that two new ones never meet in the same line

std::span<const MethodDeclaration> first_order_methods() {
  static constexpr MethodDeclaration list[] = {
      declare_method<GradientDescent>(),
      declare_method<Momentum>(),
      declare_method<Nesterov>(),
      declare_method<AdaGrad>(),
      declare_method<RmsProp>(),
      declare_method<AdaDelta>(),
      declare_method<Adam>(),
      declare_method<AdaMax>(),
      declare_method<AmsGrad>(),
      declare_method<AdamW>(),
      declare_method<Svrg>(),
  };
  return list;
}

// clang-format on

}  // namespace fall_line
