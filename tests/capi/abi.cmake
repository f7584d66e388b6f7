#SPDX - FileCopyrightText : 2026 The tertib authors
#SPDX - License - Identifier : Apache - 2.0

#Compares the binary interface of LIBRARY with DUMP(`./ dev abi-- accept` writes it anew), which
#came from g++ : other compilers and sanitizers describe the same types otherwise.
if (NOT ABIDIFF)
message("skipped: abidiff was not found (Debian package abigail-tools)") return ()
    endif() if (NOT COMPILER STREQUAL "GNU" OR FLAGS MATCHES "-fsanitize=")
        message("skipped: the binary interface is compared in plain builds by g++") return ()
            endif() execute_process(
                COMMAND $ { ABIDIFF } --suppressions $ { SUPPRESS } --headers -
                dir1 $ { HEADERS } --headers - dir2 $ { HEADERS } --drop - private -
                types ${DUMP} ${LIBRARY} RESULT_VARIABLE status)
#Bits of the status : 1 and 2 abidiff failed, 4 changed, 8 changed incompatibly.
                math(EXPR broken "${status} & 11") if (NOT broken EQUAL 0)
                    message(FATAL_ERROR "the binary interface was broken (abidiff says ${status})")
                        endif()
