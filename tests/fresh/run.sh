#!/bin/sh
# SPDX-FileCopyrightText: 2026 The tertib authors
# SPDX-License-Identifier: Apache-2.0

# The newcomer's machine: a bare Debian 12 made by debootstrap in a folder of its own, with this
# commit's files and nothing else, where the README's commands have to be enough.
#
#     sh tests/fresh/run.sh [VERB…]        # ./dev VERB each; by default: demo test
#
# Needs root. Packages come from where this machine's own apt gets them. TERTIB_FRESH_DIR names
# another folder for it (needs about 2 GB; default /tmp), TERTIB_FRESH_KEEP=1 leaves it there.
set -eu
cd "$(dirname "$0")/../.."
release=bookworm

[ "$(id -u)" -eq 0 ] || { echo "the trial on a bare machine needs root" >&2; exit 1; }

# "URI SUITE" of the package lists of that release which apt has here.
sources=$(apt-get indextargets --format '$(SITE) $(RELEASE)' 'Created-By: Packages' |
    awk -v r=$release '$2 == r || index($2, r "-") == 1' | sort -u)
mirror=$(printf '%s\n' "$sources" | awk -v r=$release '$2 == r { print $1; exit }')
[ -n "$mirror" ] || { echo "this machine's apt knows no mirror of Debian $release" >&2; exit 1; }

root=$(mktemp -d "${TERTIB_FRESH_DIR:-/tmp}/tertib-fresh.XXXXXX")
clean_up() {
    for place in proc dev/pts; do
        ! mountpoint -q "$root/$place" || umount "$root/$place"
    done
    if [ "${TERTIB_FRESH_KEEP:-}" = 1 ]; then
        echo "kept: $root"
    else
        rm -rf --one-file-system "$root"
    fi
}
trap clean_up EXIT
trap 'exit 130' INT TERM

echo "== a bare Debian $release in $root"
debootstrap --variant=minbase "$release" "$root" "$mirror" >"$root.log" 2>&1 || {
    tail -n 20 "$root.log"
    exit 1
}
rm -f "$root.log"

# The way to the packages is this machine's: its suites, its proxy, its name servers.
printf '%s\n' "$sources" | awk '{ print "deb", $1, $2, "main" }' >"$root/etc/apt/sources.list"
apt-config dump | grep -i '^Acquire::.*proxy' >"$root/etc/apt/apt.conf.d/90proxy" || true
cp -L /etc/resolv.conf "$root/etc/resolv.conf" 2>/dev/null || true
mount -t proc proc "$root/proc"
mount --bind /dev/pts "$root/dev/pts" # some tests look at the command on a terminal

mkdir "$root/tertib"
git archive HEAD | tar -x -C "$root/tertib"
[ $# -gt 0 ] || set -- demo test
for verb in "$@"; do
    echo "== ./dev $verb"
    begin=$(date +%s)
    chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 \
        ${http_proxy:+http_proxy="$http_proxy"} ${https_proxy:+https_proxy="$https_proxy"} \
        sh -c 'cd /tertib && ./dev "$1"' sh "$verb"
    echo "== ./dev $verb was enough, $(($(date +%s) - begin)) s"
done
