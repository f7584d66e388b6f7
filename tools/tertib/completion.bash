# SPDX-FileCopyrightText: 2026 The tertib authors
# SPDX-License-Identifier: Apache-2.0

# Completion of the command tertib for bash: verbs, options and their values, files.
# Installed as share/bash-completion/completions/tertib, or: source <(tertib completion bash)
_tertib() {
    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}
    local common='--json --lang --output --help' additions='--nth --overlay --assign'
    local store='--store --json --lang --output --help' who='--by --as --now'
    local asked="$who --at --reason --dasar --key $store"
    local words=

    case $before in
    --lang) words='id en' ;;
    --profile) words='permenpan35' ;;
    --kind) words='plt plh an ub definitive' ;;
    --known) words='promised completed now' ;;
    --measured-from) words='ready started' ;;
    --version-at) words='case event' ;;
    --by)
        [[ ${COMP_WORDS[1]:-} == check ]] || return
        words='month quarter semester unit_kerja'
        ;;
    --count-by) words='end start' ;;
    --show) words='roles pseudonyms names' ;;
    --calendar) words='id5 jabar5 contoh6' ;;
    --nth | --assign | --from | --to | --waktu | --items | --stop | --year | --start | --outcome | --rounds) return ;;
    --as | --now | --at | --reason | --dasar | --key | --seen | --case | --produk | --missing) return ;;
    --excuse | --result | --pelaksana | --step | --for | --until | --surat | --note | --name | --media-type | --location | --sha256) return ;;
    --size | --event | --after | --limit | --zone | --guide | --threads | --service-waktu) return ;;
    -o | --output | --overlay | --old-overlay | --batch | --store | --file | --sop | --policy | --map | --people | --versions | --previous) ;;
    *)
        case ${COMP_WORDS[1]:-} in
        read) words="$additions --all --no-personal $common" ;;
        lint) words="$additions --profile $common" ;;
        graph) words="$additions --dot --mermaid $common" ;;
        plan) words="$additions --start --calendar --outcome --items --rounds $common" ;;
        overlay)
            if ((COMP_CWORD == 2)); then
                words='init --help'
            else
                words="--nth $common"
            fi
            ;;
        deadline) words="--from --waktu --calendar --items --stop --explain --batch $common" ;;
        calendar)
            if ((COMP_CWORD == 2)); then
                words='show diff between --help'
            else
                case ${COMP_WORDS[2]} in
                between) words="--from --to --calendar $common" ;;
                *) words="id5 jabar5 contoh6 --year $common" ;;
                esac
            fi
            ;;
        case)
            if ((COMP_CWORD == 2)); then
                words='start accept claim release complete return wait resume reassign skip annotate'
                words+=' attach suspend reopen cancel erase recompute migrate show why list tick --help'
            else
                case ${COMP_WORDS[2]} in
                start) words="$additions --case --calendar --policy --waktu --outcome $asked" ;;
                complete)
                    words="--produk --all-produk --outcome --to --missing --excuse --result --seen $asked"
                    ;;
                return) words="--to --seen $asked" ;;
                wait) words="--service --seen $asked" ;;
                resume) words="--whole --seen $asked" ;;
                reassign) words="--to --pelaksana --discard --seen $asked" ;;
                skip) words="--outcome --seen $asked" ;;
                annotate) words="--note --seen $asked" ;;
                attach) words="--file --name --media-type --location --sha256 --size --seen $asked" ;;
                erase) words="--event --seen $asked" ;;
                recompute) words="--calendar --dry-run --seen $asked" ;;
                migrate) words="$additions --sop --step --dry-run --seen $asked" ;;
                show) words=$store ;;
                why) words="$who $store" ;;
                list) words="--after --limit $store" ;;
                tick) words="--now $store" ;;
                *) words="--seen $asked" ;;
                esac
            fi
            ;;
        worklist) words="--as --after --limit $store" ;;
        delegate)
            case ${COMP_WORDS[2]:-} in
            end) words="--until --surat $asked" ;;
            list) words="--at $store" ;;
            *)
                words="--kind --for --to --from --until --surat $asked"
                ((COMP_CWORD > 2)) || words="end list $words"
                ;;
            esac
            ;;
        sop)
            if ((COMP_CWORD == 2)); then
                words='register enforce replace withdraw list revise --help'
            else
                case ${COMP_WORDS[2]} in
                register) words="$additions $asked" ;;
                enforce) words="$additions --from --until $asked" ;;
                replace) words="$additions --old-overlay --from --until $asked" ;;
                withdraw) words="$additions --from $asked" ;;
                list) words="--at $store" ;;
                revise) words="--overlay --old-overlay --nth --after --limit $store" ;;
                esac
            fi
            ;;
        journal)
            if ((COMP_CWORD == 2)); then
                words='verify seal export import backup tidy --help'
            else
                case ${COMP_WORDS[2]} in
                verify) words="--seal $common" ;;
                seal) words='--now --lang --output --help' ;;
                export) words='--case --no-personal --whole --lang --output --help' ;;
                *) words='--lang --output --help' ;;
                esac
            fi
            ;;
        log)
            if ((COMP_CWORD == 2)); then
                words='info map convert generate --help'
            else
                case ${COMP_WORDS[2]} in
                convert) words='--to --map --zone --lang --help' ;;
                generate) words="$additions --calendar --people --year --from --until --cases --seed --plant --documents --truth --write-map --to --lang --output --help" ;;
                map) words='--sop --map --zone --lang --output --help' ;;
                *) words="--sop --map --zone $common" ;;
                esac
            fi
            ;;
        check) words="--versions --map --people --zone --overlay --assign --calendar --now --known --measured-from --version-at --service-waktu --guide --from --to --by --count-by --show --previous --threads --html --csv --table --threshold $common" ;;
        align) words="--net --sop $additions --map --zone --budget-seconds $common" ;;
        completion) words='bash' ;;
        esac
        ((COMP_CWORD > 1)) || words='read overlay lint graph plan deadline calendar case worklist delegate sop journal log check align completion --version --help'
        ;;
    esac

    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word")
    if ((COMP_CWORD > 1)) && [[ $word != -* ]]; then
        case $before in
        --lang | completion) ;;
        overlay | case | sop | journal | log) ;;
        *)
            local file
            while IFS= read -r file; do
                COMPREPLY+=("$file")
            done < <(compgen -f -- "$word")
            compopt -o filenames 2>/dev/null
            ;;
        esac
    fi
}
complete -F _tertib tertib
