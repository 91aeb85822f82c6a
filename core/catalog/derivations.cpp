// Every derivation about a method itself.

#include "core/catalog/catalog.hpp"
#include "core/derivations/moment_bias.hpp"

namespace fall_line {

// clang-format off
// one line an entry, so that two new ones never meet in the same line

std::span<const DerivationDeclaration> method_derivations() {
  static const DerivationDeclaration list[] = {
      first_moment_bias(),
      second_moment_bias(),
  };
  return list;
}

// clang-format on

}  // namespace fall_line
