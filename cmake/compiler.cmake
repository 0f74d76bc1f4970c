# How every file of ours is compiled.

include_directories(${PROJECT_SOURCE_DIR})
add_compile_options(-Wall -Wextra -Wpedantic -Wshadow -Wconversion)
if(NTK_WERROR)
    add_compile_options(-Werror)
endif()

# Messages and binaries name files from the repository root, not from this machine's folders.
add_compile_options(-fmacro-prefix-map=${PROJECT_SOURCE_DIR}/=)

if(NTK_SANITIZE)
    add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=all)
    add_link_options(-fsanitize=address,undefined)
    add_compile_definitions(_GLIBCXX_ASSERTIONS)
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
        # With these three GCC 12 takes five times as long to compile. A null pointer that is followed stops the program
        # all the same, and clang, which the preset asks for, checks all three.
        add_compile_options(-fno-sanitize=null,alignment,vptr)
        # It also sees uninitialised values that are none once the sanitizers have rewritten the code.
        add_compile_options(-Wno-maybe-uninitialized)
    endif()
endif()

# libFuzzer comes with clang: the same objects then serve unit tests and fuzzing.
set(NTK_FUZZ OFF)
if(NTK_TESTS STREQUAL "unit" AND NTK_SANITIZE AND CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
    set(NTK_FUZZ ON)
endif()

# A second build of the same sources is nearly free where ccache is installed.
find_program(NTK_CCACHE ccache)
mark_as_advanced(NTK_CCACHE)
if(NTK_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER ${NTK_CCACHE})
endif()
