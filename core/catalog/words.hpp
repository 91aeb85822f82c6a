#pragma once

#include <array>
#include <cstddef>
#include <iterator>
#include <span>
#include <string_view>

#include "core/catalog/setting.hpp"
#include "core/trace/quantity.hpp"

namespace fall_line {

/// Whether the entries of the catalog carry what is written for readers: titles, meanings, letters,
/// formula lines. A page has the words it needs in its HTML, so that its engine is compiled without
/// any: they are a third of what it would download.
#ifdef FALL_LINE_WORDLESS
constexpr bool has_words = false;
#else
constexpr bool has_words = true;
#endif

constexpr std::string_view for_readers(std::string_view text) {
  return has_words ? text : std::string_view{};
}

constexpr std::span<const FormulaLine> for_readers(std::span<const FormulaLine> lines) {
  return has_words ? lines : std::span<const FormulaLine>{};
}

constexpr Quantity for_readers(Quantity quantity) {
  quantity.symbol = for_readers(quantity.symbol);
  quantity.letter = for_readers(quantity.letter);
  quantity.meaning = for_readers(quantity.meaning);
  return quantity;
}

/// The names of the choices of all `options`, one after the other.
template <const auto& options>
inline constexpr auto choice_names = [] {
  constexpr std::size_t count = [] {
    std::size_t sum = 0;
    for (const auto& option : options) sum += option.choices.size();
    return sum;
  }();
  std::array<Choice, count> names{};
  std::size_t next = 0;
  for (const auto& option : options) {
    for (const auto& choice : option.choices) names[next++].name = choice.name;
  }
  return names;
}();

/// `entries` without what they know of their owner and, unless they have words, without those.
template <const auto& entries>
inline constexpr auto parameter_declarations = [] {
  std::array<ParameterDeclaration, std::size(entries)> declarations{};
  for (std::size_t i = 0; i < std::size(entries); ++i) {
    auto& declaration = declarations[i];
    declaration = entries[i];
    declaration.symbol = for_readers(declaration.symbol);
    declaration.letter = for_readers(declaration.letter);
    declaration.meaning = for_readers(declaration.meaning);
  }
  return declarations;
}();

template <const auto& entries>
inline constexpr auto option_declarations = [] {
  std::array<OptionDeclaration, std::size(entries)> declarations{};
  std::size_t first = 0;
  for (std::size_t i = 0; i < std::size(entries); ++i) {
    auto& declaration = declarations[i];
    declaration = entries[i];
    declaration.label = for_readers(declaration.label);
    if constexpr (!has_words) {
      const std::size_t count = declaration.choices.size();
      declaration.choices = std::span<const Choice>(choice_names<entries>).subspan(first, count);
      first += count;
    }
  }
  return declarations;
}();

template <const auto& entries>
inline constexpr auto text_declarations = [] {
  std::array<TextDeclaration, std::size(entries)> declarations{};
  for (std::size_t i = 0; i < std::size(entries); ++i) {
    auto& declaration = declarations[i];
    declaration = entries[i];
    declaration.label = for_readers(declaration.label);
    declaration.meaning = for_readers(declaration.meaning);
  }
  return declarations;
}();

template <const auto& quantities>
inline constexpr auto quantity_declarations = [] {
  std::array<Quantity, std::size(quantities)> declarations{};
  for (std::size_t i = 0; i < std::size(quantities); ++i) {
    declarations[i] = for_readers(quantities[i]);
  }
  return declarations;
}();

/// What `Declarer` declares in `parameters`, `options` and `texts`, those it has.
template <class Declarer>
constexpr SettingDeclarations declarations_by() {
  SettingDeclarations declared;
  if constexpr (requires { Declarer::parameters; }) {
    declared.parameters = parameter_declarations<Declarer::parameters>;
  }
  if constexpr (requires { Declarer::options; }) {
    declared.options = option_declarations<Declarer::options>;
  }
  if constexpr (requires { Declarer::texts; }) {
    declared.texts = text_declarations<Declarer::texts>;
  }
  return declared;
}

/// What `Declarer` declares in `quantities`.
template <class Declarer>
constexpr std::span<const Quantity> quantities_by() {
  return quantity_declarations<Declarer::quantities>;
}

}  // namespace fall_line
