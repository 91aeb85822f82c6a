#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/catalog/setting.hpp"
#include "core/trace/quantity.hpp"
#include "tests/core/support.hpp"

namespace fall_line::test {

/// What an entry of the catalog declares, and the quantities its lines may speak of beside its own.
struct Declared {
  std::vector<ParameterDeclaration> parameters;
  std::vector<OptionDeclaration> options;
  std::vector<TextDeclaration> texts;
  std::vector<Quantity> own;
  std::vector<Quantity> shared;
  std::vector<FormulaLine> lines;

  SettingDeclarations settings() const { return {parameters, options, texts}; }
};

/// What contradicts itself: a name or symbol declared twice, a symbol that TeX or the formula
/// language has taken or cannot read, a macro in a line that nobody declared, a line of an option
/// or choice that does not exist, an empty text. Empty when all is well.
std::vector<std::string> declaration_faults(const Declared& declared);

/// A value for every parameter, anywhere its slider goes; evenly in the logarithm where the
/// slider moves so.
Settings drawn_parameters(const SettingDeclarations& declarations, Inputs& inputs);

}  // namespace fall_line::test
