# SPDX-FileCopyrightText: 2026 The tertib authors
# SPDX-License-Identifier: Apache-2.0

# Completion of the command tertib for bash: verbs, options and their values, files.
# Installed as share/bash-completion/completions/tertib, or: source <(tertib completion bash)
_tertib() {
    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}
    local common='--json --lang --output --help' additions='--nth --overlay --assign'
    local words=

    case $before in
    --lang) words='id en' ;;
    --profile) words='permenpan35' ;;
    --calendar) words='id5 jabar5 contoh6' ;;
    --nth | --assign | --from | --to | --waktu | --items | --stop | --year | --start | --outcome | --rounds) return ;;
    -o | --output | --overlay | --batch) ;;
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
        completion) words='bash' ;;
        esac
        ((COMP_CWORD > 1)) || words='read overlay lint graph plan deadline calendar completion --version --help'
        ;;
    esac

    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word")
    if ((COMP_CWORD > 1)) && [[ $word != -* ]]; then
        case $before in
        --lang | completion) ;;
        overlay) ;;
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
