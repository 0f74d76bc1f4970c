#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ntk::house {

// A file of this repository as the scans see it: its path from the root, with forward slashes, and its text.
struct SourceFile {
    std::string path;
    std::string text;
};

// Every text file below the given folders or files of the repository, in order of path. Build folders, version control
// and binary files are left out.
std::vector<SourceFile> read_files(const std::string& root, const std::vector<std::string>& places);

// Those of the files whose path ends in .h or .cpp.
std::vector<SourceFile> code_only(const std::vector<SourceFile>& files);

// The text with comments and the contents of string literals turned into spaces; line breaks stay, so that line
// numbers hold. With keep_strings only comments go: an #include names its file in quotes.
std::string without_comments(std::string_view text, bool keep_strings = false);

// The offences below read "path:line: what is wrong"; an empty list is a clean bill.

// Includes that point against the direction of the house, or use a library outside the folder it belongs to.
std::vector<std::string> include_offences(const std::vector<SourceFile>& code);

// Clocks, chance, files, streams and <ranges> in engine folders that must stay pure.
std::vector<std::string> purity_offences(const std::vector<SourceFile>& code);

// Screens that call Dear ImGui themselves, past the widgets that build the accessible tree.
std::vector<std::string> screen_offences(const std::vector<SourceFile>& code);

// Headers that do not begin with #pragma once.
std::vector<std::string> header_offences(const std::vector<SourceFile>& code);

// Notes to self and paths that exist on one machine only, in files of any kind.
std::vector<std::string> text_offences(const std::vector<SourceFile>& files);

// The offences one below the other, for a failing test to show.
std::string listed(const std::vector<std::string>& offences);

}  // namespace ntk::house
