#include "tests/support/html_checks.h"

#include <vector>

namespace ntk {

std::string unbalanced(const std::string& html) {
    std::vector<std::string> open;
    for (std::size_t at = html.find('<'); at != std::string::npos; at = html.find('<', at + 1)) {
        const std::size_t end = html.find_first_of(" >", at);
        const std::string name = html.substr(at + 1, end - at - 1);
        if (name == "!DOCTYPE" || name == "meta") continue;
        if (name.starts_with('/')) {
            if (open.empty() || open.back() != name.substr(1)) return "</" + name.substr(1) + "> closes nothing";
            open.pop_back();
        } else {
            open.push_back(name);
        }
    }
    return open.empty() ? std::string() : "<" + open.back() + "> is left open";
}

std::string page_faults(const std::string& html) {
    std::string faults = unbalanced(html);
    if (!faults.empty()) faults += "\n";
    for (const char* part : {"<script", "http", "src=", "url(", "@import", " style="})
        if (html.find(part) != std::string::npos) faults += std::string("it holds ") + part + "\n";
    if (!html.starts_with("<!DOCTYPE html>\n<html lang=\"en-GB\">")) faults += "it does not begin as a page\n";
    for (const char* part : {"<th scope=\"col\">", "<th scope=\"row\">"})
        if (html.find(part) == std::string::npos) faults += std::string("it has no ") + part + "\n";
    int level = 0, firsts = 0;
    for (std::size_t at = html.find("<h"); at != std::string::npos; at = html.find("<h", at + 1)) {
        const char digit = html[at + 2];
        if (digit < '1' || digit > '6' || (html[at + 3] != '>' && html[at + 3] != ' ')) continue;
        if (digit - '0' > level + 1) faults += "a heading skips a level: " + html.substr(at, 60) + "\n";
        level = digit - '0';
        firsts += level == 1 ? 1 : 0;
    }
    if (firsts != 1) faults += "it has " + std::to_string(firsts) + " headings of the first level\n";
    return faults;
}

}  // namespace ntk
