# upg_embed(TARGET NAME DIR EXT): every DIR/*.EXT becomes an entry {file name, text} of
#   upg::embedded::NAME, a std::array of pairs of string_view, declared in <embedded_NAME.h>.
set(UPG_EMBED_SCRIPT ${CMAKE_CURRENT_LIST_DIR}/embed_script.cmake)
function(upg_embed target name dir ext)
  file(GLOB files CONFIGURE_DEPENDS ${dir}/*.${ext})
  set(out ${CMAKE_BINARY_DIR}/embedded/embedded_${name}.h)
  add_custom_command(
    OUTPUT ${out}
    COMMAND ${CMAKE_COMMAND} -DOUT=${out} -DNAME=${name} "-DFILES=${files}" -P ${UPG_EMBED_SCRIPT}
    DEPENDS ${files} ${UPG_EMBED_SCRIPT}
    VERBATIM)
  add_custom_target(embed_${name} DEPENDS ${out})
  add_dependencies(${target} embed_${name})
endfunction()
