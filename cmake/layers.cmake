# ntk_layer(<name> <folder> [TOP_ONLY] [EXCEPT <folder>] [USES <layer>...] [LIBRARIES <target>...])
#
# The static library ntk_<name> of all sources in <folder> and its subfolders (with TOP_ONLY: of the folder itself, without
# main.cpp; with EXCEPT: without that subfolder). It links only the layers it may use. A folder without sources, or with headers only, is a layer all the same.
function(ntk_layer name folder)
    cmake_parse_arguments(layer "TOP_ONLY" "EXCEPT" "USES;LIBRARIES" ${ARGN})
    if(layer_TOP_ONLY)
        file(GLOB sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/${folder}/*.cpp)
        list(REMOVE_ITEM sources ${PROJECT_SOURCE_DIR}/${folder}/main.cpp)
    else()
        file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/${folder}/*.cpp)
    endif()

    if(layer_EXCEPT)
        list(FILTER sources EXCLUDE REGEX "^${PROJECT_SOURCE_DIR}/${layer_EXCEPT}/")
    endif()

    list(TRANSFORM layer_USES PREPEND ntk_)
    if(sources)
        add_library(ntk_${name} STATIC ${sources})
        target_link_libraries(ntk_${name} PUBLIC ${layer_USES} ${layer_LIBRARIES})
        if(NTK_FUZZ)
            target_compile_options(ntk_${name} PRIVATE -fsanitize=fuzzer-no-link)
        endif()
        if(layer_LIBRARIES)
            # The outermost layers may know where an installation keeps its files, and which version this is.
            target_compile_definitions(ntk_${name} PRIVATE
                NTK_VERSION="${PROJECT_VERSION}"
                NTK_LIBRARY_FOLDER="${CMAKE_INSTALL_LIBDIR}/needtoknow"
                NTK_SHARE_FOLDER="${CMAKE_INSTALL_FULL_DATADIR}/needtoknow")
        endif()
    else()
        add_library(ntk_${name} INTERFACE)
        target_link_libraries(ntk_${name} INTERFACE ${layer_USES} ${layer_LIBRARIES})
    endif()
endfunction()
