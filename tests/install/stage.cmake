# SPDX-FileCopyrightText: 2026 The tertib authors
# SPDX-License-Identifier: Apache-2.0

# Installs BUILD and moves it to STAGE.
file(REMOVE_RECURSE ${STAGE} ${STAGE}-first)
execute_process(COMMAND ${CMAKE_COMMAND} --install ${BUILD} --prefix ${STAGE}-first
                COMMAND_ERROR_IS_FATAL ANY)
file(RENAME ${STAGE}-first ${STAGE})
