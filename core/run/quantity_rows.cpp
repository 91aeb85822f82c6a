#include "core/run/quantity_rows.hpp"

#include <string>

#include "core/catalog/invalid_argument.hpp"

namespace fall_line {

QuantityRows::QuantityRows(const Run& run, std::string_view name) : run_(&run) {
  quantity_ = run.trace().find(name);
  if (quantity_ >= 0) return;
  std::string known;
  for (const auto& quantity : run.trace().quantities()) {
    known += std::string(quantity.name) + ", ";
  }
  for (const auto part : {method_derivations(), noise_derivations(), curvature_derivations()}) {
    for (const auto& derivation : part) {
      if (derivation.method != run.method().name) continue;
      for (std::size_t q = 0; q < derivation.quantities.size(); ++q) {
        known += std::string(derivation.quantities[q].name) + ", ";
        if (derivation.quantities[q].name != name) continue;
        derived_ = derivation.derive(run);
        quantity_ = static_cast<int>(q);
        return;
      }
    }
  }
  throw InvalidArgument("quantity", "'" + std::string(name) + "'",
                        known.substr(0, known.size() - 2));
}

}  // namespace fall_line
