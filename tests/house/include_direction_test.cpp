#include "tests/house/source_scan.h"
#include "tests/support/catch.h"

using namespace ntk::house;

namespace {

const std::vector<SourceFile>& product_code() {
    static const auto code = code_only(read_files(NTK_ROOT, {"engine", "game"}));
    return code;
}

std::string includes_of(std::string path, std::string text) {
    return listed(include_offences({{std::move(path), std::move(text)}}));
}

}  // namespace

TEST_CASE("every include of the product points down the house") {
    REQUIRE(product_code().size() > 20);
    CHECK(listed(include_offences(product_code())) == "");
}

TEST_CASE("the engine outside engine/host stays pure") { CHECK(listed(purity_offences(product_code())) == ""); }

TEST_CASE("screens draw through our widgets") { CHECK(listed(screen_offences(product_code())) == ""); }

TEST_CASE("every header is read once") {
    CHECK(listed(header_offences(code_only(read_files(NTK_ROOT, {"engine", "game", "tests"})))) == "");
}

TEST_CASE("the scan knows which way is down") {
    CHECK(includes_of("engine/play/a.cpp", "#include \"engine/rules/judge.h\"\n#include \"engine/text/tree.h\"\n") ==
          "");
    CHECK(includes_of("game/tool/a.cpp", "#include \"engine/engine.h\"\n#include \"game/shared/b.h\"\n") == "");
    CHECK(includes_of("engine/text/a.cpp", "\n#include \"engine/language/store.h\"\n") ==
          "engine/text/a.cpp:2: include of engine/language/store.h: engine/text may not use engine/language\n");
    CHECK(includes_of("engine/rules/a.h", "#include \"engine/scenario/scene.h\"\n") ==
          "engine/rules/a.h:1: include of engine/scenario/scene.h: engine/rules may not use engine/scenario\n");
    CHECK(includes_of("engine/scenario/a.h", "#  include \"engine/rules/norm.h\"  // why\n") ==
          "engine/scenario/a.h:1: include of engine/rules/norm.h: engine/scenario may not use engine/rules\n");
    CHECK(includes_of("game/desktop/screens/a.cpp", "#include \"game/terminal/player.h\"\n") ==
          "game/desktop/screens/a.cpp:1: include of game/terminal/player.h: game/desktop may not use game/terminal\n");
    CHECK(includes_of("engine/report/a.cpp", "#include \"game/main.h\"\n") ==
          "engine/report/a.cpp:1: include of game/main.h: engine/report may not use game\n");
    CHECK(includes_of("engine/misc/a.cpp", "") == "engine/misc/a.cpp:1: engine/misc is not a folder of the house\n");
    CHECK(includes_of("engine/text/a.cpp", "#include \"tree.h\"\n") ==
          "engine/text/a.cpp:1: include of tree.h: is not named from the root\n");
    CHECK(includes_of("game/main.cpp", "#include \"tests/support/catch.h\"\n") ==
          "game/main.cpp:1: include of tests/support/catch.h: product code includes a test header\n");
    CHECK(includes_of("engine/text/a.cpp", "// #include \"engine/host/files.h\"\n/*\n#include <SDL.h>\n*/\n") == "");
}

TEST_CASE("the scan knows where each library lives") {
    CHECK(includes_of("engine/host/yaml_reader.cpp", "#include <yaml.h>\n") == "");
    CHECK(includes_of("engine/host/store.cpp", "#include <SQLiteCpp/SQLiteCpp.h>\n#include <tl/expected.hpp>\n") == "");
    CHECK(includes_of("game/desktop/window.cpp", "#include <SDL.h>\n#include <imgui.h>\n#include <fstream>\n") == "");
    CHECK(
        includes_of("engine/host/files.cpp", "#include <yaml.h>\n") ==
        "engine/host/files.cpp:1: include of yaml.h: libyaml belongs in engine/host/yaml_reader.cpp only\n");
    CHECK(includes_of("game/terminal/a.cpp", "#include <SDL2/SDL.h>\n#include \"imgui.h\"\n") ==
          "game/terminal/a.cpp:1: include of SDL2/SDL.h: SDL belongs in game/desktop/ only\n"
          "game/terminal/a.cpp:2: include of imgui.h: Dear ImGui belongs in game/desktop/ only\n");
    CHECK(includes_of("game/desktop/screen_reader/atspi/a.cpp", "#include <atk/atk.h>\n#include <atk-bridge.h>\n") ==
          "");
    CHECK(includes_of("game/desktop/window.cpp", "#include <atk/atk.h>\n") ==
          "game/desktop/window.cpp:1: include of atk/atk.h: ATK belongs in game/desktop/screen_reader/atspi/ only\n");
    CHECK(includes_of("engine/report/a.cpp", "#include <nlohmann/json.hpp>\n#include <sodium.h>\n") ==
          "engine/report/a.cpp:1: include of nlohmann/json.hpp: nlohmann-json belongs in tests/ only\n"
          "engine/report/a.cpp:2: include of sodium.h: libsodium belongs in engine/host/seal.cpp only\n");
    CHECK(includes_of("engine/host/a.cpp", "#include <CLI/CLI.hpp>\n") ==
          "engine/host/a.cpp:1: include of CLI/CLI.hpp: CLI11 belongs in game/ only\n");
    CHECK(includes_of("engine/play/a.cpp", "#include <chrono>\n#include <unistd.h>\n#include <vector>\n") ==
          "engine/play/a.cpp:1: include of chrono: the engine outside engine/host does without it\n"
          "engine/play/a.cpp:2: include of unistd.h: only the standard library is used here\n");
}

TEST_CASE("the scan finds clocks, chance and streams, but not in comments or text") {
    const auto offences = [](std::string text) {
        return listed(purity_offences({{"engine/rules/a.cpp", std::move(text)}}));
    };
    CHECK(offences("auto x = std::ranges::sort(v);\nint t = time(nullptr);\n") ==
          "engine/rules/a.cpp:1: the engine outside engine/host does without std::ranges\n"
          "engine/rules/a.cpp:2: the engine outside engine/host does without time()\n");
    CHECK(offences("// std::cout\nauto s = \"printf(\";\nauto c = '\"'; event.time();\nint n = 1'000;\n") == "");
    CHECK(listed(purity_offences({{"engine/host/a.cpp", "std::cout << 1;\n"}})) == "");
}

TEST_CASE("the scan finds a screen that calls Dear ImGui itself") {
    CHECK(listed(screen_offences({{"game/desktop/screens/a.cpp", "void f() {\n    ImGui::Button(\"x\");\n}\n"}})) ==
          "game/desktop/screens/a.cpp:2: a screen calls ImGui itself; our widgets are what screen readers and tests "
          "see\n");
    CHECK(listed(screen_offences({{"game/desktop/widgets.cpp", "ImGui::Button(\"x\");\n"}})) == "");
}

TEST_CASE("the scan finds a header without its guard") {
    CHECK(listed(header_offences({{"engine/text/a.h", "#pragma once\n"}})) == "");
    CHECK(listed(header_offences({{"engine/text/a.h", "int x;\n"}})) ==
          "engine/text/a.h:1: a header begins with #pragma once\n");
}
