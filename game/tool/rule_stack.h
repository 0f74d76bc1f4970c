#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "engine/rules/rule_book.h"
#include "engine/rules/rule_view.h"
#include "engine/text/diagnostic.h"

namespace ntk::tool {

// A stack of packs read from files: the rules, and what each pack says about itself.
struct RuleStack {
    std::shared_ptr<const RuleBook> rules;
    std::vector<PackCard> cards;
    std::vector<Tree> trees;  // as written, base first
};

// The rules of packs already read; as for read_stack.
std::shared_ptr<const RuleBook> rules_of(const std::vector<Tree>& packs, const std::string& as_of,
                                         Diagnostics& diagnostics);

// The folder of the shipped packs.
std::filesystem::path pack_folder();

// "a,b" as a list, without empty parts.
std::vector<std::string> split_names(const std::string& text);

// Reads packs by name from the pack folder, or by path where a name ends in .yaml. Without a date the rules stand as on
// the first day on which every pack of the stack is valid. Rules are null after an error, which is in `diagnostics`.
RuleStack read_stack(const std::vector<std::string>& packs, const std::string& as_of, Diagnostics& diagnostics);

// A pack with every pack it extends before it, by what each says at its head.
std::vector<std::string> stack_of(const std::string& pack, Diagnostics& diagnostics);

}  // namespace ntk::tool
