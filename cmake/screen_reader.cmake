# The library through which screen readers hear the window (AT-SPI). The program loads it when a session has a bus, so
# neither the program nor its start depends on it, and without its packages everything else is built all the same.

set(ntk_library_folder ${CMAKE_INSTALL_FULL_LIBDIR}/needtoknow)
set_source_files_properties(game/desktop_library.cpp PROPERTIES
    COMPILE_DEFINITIONS NTK_SCREEN_READER_FOLDER="${ntk_library_folder}")

pkg_check_modules(atk_bridge QUIET IMPORTED_TARGET atk-bridge-2.0 atk)
if(NOT atk_bridge_FOUND)
    message(STATUS "Screen readers will not hear the window: libatk-bridge2.0-dev or libatk1.0-dev is not installed.")
    return()
endif()

file(GLOB ntk_reader_sources CONFIGURE_DEPENDS game/desktop/screen_reader/atspi/*.cpp)
add_library(screen_reader MODULE ${ntk_reader_sources} game/desktop/semantic.cpp)
set_target_properties(screen_reader PROPERTIES PREFIX "" OUTPUT_NAME needtoknow-screen-reader
    CXX_VISIBILITY_PRESET hidden)
target_compile_definitions(screen_reader PRIVATE NTK_VERSION="${PROJECT_VERSION}")
target_link_libraries(screen_reader PRIVATE PkgConfig::atk_bridge)
add_dependencies(needtoknow screen_reader)  # what builds the program alone, as ./run does, builds this with it
install(TARGETS screen_reader LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR}/needtoknow)
