#!/bin/sh
# SPDX-FileCopyrightText: 2026 The tertib authors
# SPDX-License-Identifier: Apache-2.0

# Three cases of the example SOP side by side, as an office would run them from a script: a clock
# that stands still, work that is sent back, a deadline that is missed, steps left out, a Plh. who acts
# while the holder of a post is away. Then the journal is verified, one byte of a copy is changed, and
# that is found.
#
#     PATH=build/bin:$PATH sh examples/cases.sh FOLDER
#
# Who does which step is an example (laporan-kinerja.overlay.json); the people are invented.
set -eu

folder=$1
here=$(dirname "$0")
document=$here/sop/laporan-kinerja.txt
overlay=$here/sop/laporan-kinerja.overlay.json
store=$folder/kasus.tertib
copy=$folder/kasus-diubah.tertib
mkdir -p "$folder"
rm -f "$store" "$store-wal" "$store-shm" "$copy" "$copy-wal" "$copy-shm"

# quoted WORDS…: as a shell would read them.
quoted() {
    for word in "$@"; do
        case $word in
        *[!A-Za-z0-9_./:,=+-]*) printf ' "%s"' "$word" ;;
        *) printf ' %s' "$word" ;;
        esac
    done
}

# expect CODE ARGUMENTS…: shows the call of tertib and makes it; it must end with CODE.
expect() {
    wanted=$1
    shift
    printf '\n$ tertib%s\n' "$(quoted "$@")"
    status=0
    tertib "$@" || status=$?
    [ "$status" -eq "$wanted" ] || {
        echo "ended with $status, not $wanted" >&2
        exit 1
    }
}

# does CODE NOW PERSON PELAKSANA VERB ARGUMENTS…: a command on a case, by somebody.
does() {
    wanted=$1 now=$2 by=$3 as=$4 verb=$5
    shift 5
    expect "$wanted" case "$verb" "$@" --store "$store" --by "$by" --as "$as" --now "$now"
}

at() {
    does 0 "$@"
}

refused() {
    does 1 "$@"
}

# Ani is Kadis.
decides() {
    wanted=$1 now=$2
    shift 2
    expect "$wanted" delegate "$@" --store "$store" --by Sari --as Sekretariat --now "$now"
}
decides 0 2025-05-05T07:30 --kind definitive --for Kadis --to Ani --from 2025-01-02

for case in contoh-1 contoh-2 contoh-3; do
    at 2025-05-05T08:00 Ani Kadis start "$document" --overlay "$overlay" --case $case
done

# Case 3 is left lying: 180 minutes are over at 11:00.
at 2025-05-05T10:00 Ani Kadis complete contoh-1 1 --all-produk
at 2025-05-05T10:30 Ani Kadis complete contoh-2 1 --all-produk
expect 0 case tick --store "$store" --now 2025-05-05T12:00

# From the next day on Ani is away, and Dedi is Plh. Kadis: he finishes her step, nobody else may.
decides 0 2025-05-05T15:00 --kind plh --for Kadis --to Dedi --from 2025-05-06 --until 2025-05-09 \
    --surat 800/12/2025
expect 0 delegate list --at 2025-05-06 --store "$store"
refused 2025-05-06T08:00 Eko Kadis complete contoh-3 1 --all-produk
at 2025-05-06T08:10 Dedi Kadis complete contoh-3 1 --all-produk

# What isn't one's own is refused, with a stable code.
refused 2025-05-06T08:20 Cici "Tim Urusan Datin" claim contoh-3 2

# Case 1 waits for others: its clock stands still until they have answered.
at 2025-05-05T14:00 Budi "Urusan /Tim" complete contoh-1 2 --all-produk
at 2025-05-06T08:00 Cici "Tim Urusan Datin" claim contoh-1 3
at 2025-05-06T09:00 Cici "Tim Urusan Datin" wait contoh-1 3 --reason "menunggu data kabupaten"
expect 0 case show contoh-1 --store "$store"
at 2025-05-14T09:00 Cici "Tim Urusan Datin" resume contoh-1 3

# Case 2 is sent back, and its step 2 gets its whole waktu again.
at 2025-05-14T09:30 Budi "Urusan /Tim" complete contoh-2 2 --all-produk
at 2025-05-14T10:00 Cici "Tim Urusan Datin" return contoh-2 3 --to 2 \
    --reason "pedoman belum lengkap"
at 2025-05-14T13:00 Budi "Urusan /Tim" complete contoh-2 2 --all-produk

# By then Ani is back: what Dedi could do as Plh. he can't any more.
refused 2025-05-14T13:30 Dedi Kadis annotate contoh-3 --note "dititipkan"

# Case 1 to its end: what only nominees need is left out.
at 2025-05-20T09:00 Cici "Tim Urusan Datin" complete contoh-1 3 --all-produk
at 2025-05-20T15:00 Budi "Urusan /Tim" complete contoh-1 4 --all-produk
at 2025-05-21T08:00 Cici "Tim Urusan Datin" skip contoh-1 5 --reason "bukan nominator"
at 2025-05-21T08:05 Budi "Urusan /Tim" skip contoh-1 6 --reason "bukan nominator"
at 2025-05-22T10:00 Cici "Tim Urusan Datin" complete contoh-1 7 --all-produk --result diterbitkan

expect 0 case list --store "$store"
expect 0 worklist --as "Tim Urusan Datin" --store "$store"
expect 0 case why contoh-2 --store "$store" --by Cici --as "Tim Urusan Datin" \
    --now 2025-05-22T10:05

expect 0 journal verify "$store"
expect 0 journal export "$store" -o "$folder/jurnal.jsonl"
expect 0 case list --store "$store" --json -o "$folder/cases.json"

printf '\n# one letter of a reason is changed in a copy of the store\n'
cp "$store" "$copy"
place=$(LC_ALL=C grep -abo 'pedoman belum lengkap' "$copy" | head -n 1 | cut -d: -f1)
printf 'P' | dd of="$copy" bs=1 seek="$place" conv=notrunc 2>/dev/null
expect 1 journal verify "$copy"
