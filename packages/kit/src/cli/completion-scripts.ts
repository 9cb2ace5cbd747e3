import { UserError } from '../io.ts'
import { type Call, completeFlag, type ExitCode } from './command.ts'

const scripts: Readonly<Record<string, (tool: string) => string>> = { bash, zsh, fish }

/**
 * `TOOL completions SHELL`.
 *
 * @throws {UserError} for a shell that there is no script for
 */
export function printScript(tool: string, { arguments: [shell = ''], io }: Call): ExitCode {
  const script = scripts[shell]
  if (!script) {
    throw new UserError(`no completions for ${JSON.stringify(shell)}: give one of ${Object.keys(scripts).join(', ')}`)
  }
  io.stdout.write(script(tool))
  return 0
}

function functionOf(tool: string): string {
  return `_${tool.replaceAll('-', '_')}`
}

// Bash cuts words at `=`, `:` and `@`, too: the tool gets the words as they are typed, and of its answers bash gets what is
// behind the last cut. Written for bash 3.2, which macOS still has.
function bash(tool: string): string {
  return `# Completions of ${tool} for bash.
${functionOf(tool)}() {
  local typed="\${COMP_LINE:0:COMP_POINT}" begun="$2" line words word kept
  IFS=$' \\t\\n' read -r -a words <<< "$typed"
  [[ "$typed" == *[[:space:]] ]] && words+=('')
  word="\${words[\${#words[@]}-1]}"
  kept="\${word%"$begun"}"
  COMPREPLY=()
  while IFS= read -r line; do
    case "$line" in
      :files) compopt -o filenames 2> /dev/null; while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen -f -- "$begun") ;;
      :folders) compopt -o filenames 2> /dev/null; while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen -d -- "$begun") ;;
      *) line="\${line%%$'\\t'*}"; COMPREPLY+=("\${line#"$kept"}") ;;
    esac
  done < <(command ${tool} ${completeFlag} "\${words[@]:1}" 2> /dev/null)
}
complete -F ${functionOf(tool)} ${tool}
`
}

function zsh(tool: string): string {
  return `#compdef ${tool}
# Completions of ${tool} for zsh.
${functionOf(tool)}() {
  local line
  local -a values files
  while IFS= read -r line; do
    case "$line" in
      :files) files=(_files) ;;
      :folders) files=(_files -/) ;;
      *) values+=("\${\${line%%$'\\t'*}//:/\\\\:}\${\${line#*$'\\t'}:+:}\${line#*$'\\t'}") ;;
    esac
  done < <(command ${tool} ${completeFlag} "\${(@)words[2,CURRENT-1]}" "$PREFIX" 2> /dev/null)
  (( $#values )) && _describe -t values '${tool}' values
  (( $#files )) && "\${files[@]}"
}
if [[ "$funcstack[1]" == ${functionOf(tool)} ]]; then ${functionOf(tool)} "$@"; else compdef ${functionOf(tool)} ${tool}; fi
`
}

function fish(tool: string): string {
  return `# Completions of ${tool} for fish.
function ${functionOf(tool)}
    set -l words (commandline -opc)
    set -e words[1]
    set -l begun (commandline -ct)
    for line in (command ${tool} ${completeFlag} $words "$begun" 2> /dev/null)
        switch $line
            case :files
                __fish_complete_path "$begun"
            case :folders
                __fish_complete_directories "$begun"
            case '*'
                printf '%s\\n' $line
        end
    end
end
complete --command ${tool} --no-files --arguments '(${functionOf(tool)})'
`
}
