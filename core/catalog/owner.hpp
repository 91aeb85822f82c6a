#pragma once

#include <utility>

#include "core/catalog/setting.hpp"
#include "core/catalog/words.hpp"

namespace fall_line {

/// `values` as the `Owner` that `Declarer` declares the settings of. Every entry of the catalog
/// has this compiled into it, so it does no more than assign.
template <class Declarer, class Owner>
Owner owner_of(const SettingValues& values) {
  Owner owner;
  // unrolled, so that at run time nothing refers to the declarations and their words
  if constexpr (requires { Declarer::parameters; }) {
    [&]<std::size_t... i>(std::index_sequence<i...>) {
      ((owner.*Declarer::parameters[i].field = values.numbers[i]), ...);
    }
    (std::make_index_sequence<std::size(Declarer::parameters)>{});
  }
  if constexpr (requires { Declarer::options; }) {
    [&]<std::size_t... i>(std::index_sequence<i...>) {
      (Declarer::options[i].assign(owner, values.choices[i]), ...);
    }
    (std::make_index_sequence<std::size(Declarer::options)>{});
  }
  if constexpr (requires { Declarer::texts; }) {
    [&]<std::size_t... i>(std::index_sequence<i...>) {
      ((owner.*Declarer::texts[i].field = values.texts[i]), ...);
    }
    (std::make_index_sequence<std::size(Declarer::texts)>{});
  }
  return owner;
}

/// Declared defaults, then `settings` applied, as the `Owner` they are of.
template <class Declarer, class Owner>
Owner with_settings(std::string_view prefix, const Settings& settings) {
  return owner_of<Declarer, Owner>(read_settings(declarations_by<Declarer>(), prefix, settings));
}

}  // namespace fall_line
