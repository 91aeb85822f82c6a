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

/// A parameter or quantity with its words for readers, or without.
template <class Named>
requires requires(Named named) { named.symbol, named.letter; }
constexpr Named for_readers(Named named) {
  named.symbol = for_readers(named.symbol);
  named.letter = for_readers(named.letter);
  named.meaning = for_readers(named.meaning);
  return named;
}

constexpr TextDeclaration for_readers(TextDeclaration text) {
  text.label = for_readers(text.label);
  text.meaning = for_readers(text.meaning);
  return text;
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

/// `entries` as mere Declarations: without the fields of their owner and, where there are to be no
/// words, without those.
template <class Declaration, const auto& entries>
inline constexpr auto declarations_of = [] {
  std::array<Declaration, std::size(entries)> declarations{};
  for (std::size_t i = 0; i < std::size(entries); ++i) {
    declarations[i] = for_readers(static_cast<const Declaration&>(entries[i]));
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

template <const auto& quantities>
inline constexpr const auto& quantity_declarations = declarations_of<Quantity, quantities>;

/// What `Declarer` declares in `parameters`, `options` and `texts`, those it has.
template <class Declarer>
constexpr SettingDeclarations declarations_by() {
  SettingDeclarations declared;
  if constexpr (requires { Declarer::parameters; }) {
    declared.parameters = declarations_of<ParameterDeclaration, Declarer::parameters>;
  }
  if constexpr (requires { Declarer::options; }) {
    declared.options = option_declarations<Declarer::options>;
  }
  if constexpr (requires { Declarer::texts; }) {
    declared.texts = declarations_of<TextDeclaration, Declarer::texts>;
  }
  return declared;
}

/// What `Declarer` declares in `quantities`.
template <class Declarer>
constexpr std::span<const Quantity> quantities_by() {
  return quantity_declarations<Declarer::quantities>;
}

}  // namespace fall_line
