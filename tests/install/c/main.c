/* SPDX-FileCopyrightText: 2026 The tertib authors
 * SPDX-License-Identifier: Apache-2.0 */
#include <tertib/tertib_experimental.h>

#include <stdio.h>

int main(void) {
    printf("tertib %s\n", tertib_version_string());
    return tertib_version_string()[0] == '\0';
}
