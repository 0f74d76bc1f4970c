# Finds every outside library under one name of ours (ntk::yaml, ntk::window ...). What is missing is collected and
# reported in one message with the names of the Debian packages, so that one apt command mends it.

set(ntk_missing "")

macro(ntk_need found package)
    if(NOT ${found})
        list(APPEND ntk_missing ${package})
    endif()
endmacro()

# ntk_library(<name> <target>...): ntk::<name> stands for those of the targets that exist.
function(ntk_library name)
    add_library(ntk_outside_${name} INTERFACE)
    foreach(target IN LISTS ARGN)
        if(TARGET ${target})
            target_link_libraries(ntk_outside_${name} INTERFACE ${target})
        endif()
    endforeach()
    add_library(ntk::${name} ALIAS ntk_outside_${name})
endfunction()

find_package(PkgConfig QUIET)
ntk_need(PkgConfig_FOUND pkg-config)

if(PkgConfig_FOUND)
    pkg_check_modules(yaml QUIET IMPORTED_TARGET yaml-0.1)
endif()
ntk_need(yaml_FOUND libyaml-dev)
ntk_library(yaml PkgConfig::yaml)

find_package(SQLite3 QUIET)
ntk_need(SQLite3_FOUND libsqlite3-dev)
find_package(SQLiteCpp QUIET)
ntk_need(SQLiteCpp_FOUND libsqlitecpp-dev)
ntk_library(sqlite SQLiteCpp)

find_package(tl-expected QUIET)
ntk_need(tl-expected_FOUND libexpected-dev)
ntk_library(expected tl::expected)

if(PkgConfig_FOUND)
    pkg_check_modules(sodium QUIET IMPORTED_TARGET libsodium)
endif()
ntk_need(sodium_FOUND libsodium-dev)
ntk_library(sodium PkgConfig::sodium)

if(PkgConfig_FOUND)
    pkg_check_modules(cairo QUIET IMPORTED_TARGET cairo-pdf)
    pkg_check_modules(pango QUIET IMPORTED_TARGET pangocairo pangoft2 fontconfig)
    pkg_check_modules(qpdf QUIET IMPORTED_TARGET libqpdf)
endif()
ntk_need(cairo_FOUND libcairo2-dev)
ntk_need(pango_FOUND libpango1.0-dev)
ntk_need(qpdf_FOUND libqpdf-dev)
ntk_library(paper PkgConfig::cairo PkgConfig::pango PkgConfig::qpdf)

find_package(CLI11 QUIET)
ntk_need(CLI11_FOUND libcli11-dev)
ntk_library(command_line CLI11::CLI11)

find_package(SDL2 QUIET)
ntk_need(SDL2_FOUND libsdl2-dev)
find_package(Freetype QUIET)
ntk_need(FREETYPE_FOUND libfreetype-dev)
if(PkgConfig_FOUND)
    pkg_check_modules(imgui QUIET IMPORTED_TARGET imgui)
endif()
ntk_need(imgui_FOUND libimgui-dev)
ntk_library(window PkgConfig::imgui Freetype::Freetype SDL2::SDL2)

if(NTK_TESTS MATCHES "^(unit|release)$")
    find_package(Catch2 3 QUIET)
    if(NOT Catch2_FOUND)
        find_package(Catch2 2 QUIET)
    endif()
    ntk_need(Catch2_FOUND catch2)
    ntk_library(catch Catch2::Catch2)

    find_package(yaml-cpp QUIET)
    ntk_need(yaml-cpp_FOUND libyaml-cpp-dev)
    ntk_library(second_yaml yaml-cpp::yaml-cpp yaml-cpp)

    find_package(nlohmann_json QUIET)
    ntk_need(nlohmann_json_FOUND nlohmann-json3-dev)
    ntk_library(json nlohmann_json::nlohmann_json)

    find_package(ZLIB QUIET)
    ntk_need(ZLIB_FOUND zlib1g-dev)
    ntk_library(zlib ZLIB::ZLIB)
endif()
if(NTK_TESTS STREQUAL "release")
    find_package(benchmark QUIET)
    ntk_need(benchmark_FOUND libbenchmark-dev)
    ntk_library(benchmark benchmark::benchmark_main)
endif()

if(ntk_missing)
    list(JOIN ntk_missing " " packages)
    message(FATAL_ERROR "These packages are missing: ${packages}\n"
        "On Debian they are installed by\n    sudo apt-get install ${packages}\n"
        "or by ./run and ./check, which do this for you.")
endif()
