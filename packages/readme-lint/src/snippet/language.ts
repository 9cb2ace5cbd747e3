import { attempt } from '@frontdoor/kit/attempt'

/** Commands that are no words of another language, with what follows them in a shell. */
const shell =
  /^(?:sudo\s+\S|(?:npm|npx|pnpm|yarn|bunx?|deno)\s+(?:i|ci|install|add|run|create|init|dlx|exec|test|start|build|dev|global|publish|-\S+|@?[\w./@-]+)|(?:pip3?|pipx|uvx?|poetry|pdm|conda|mamba)\s+(?:install|add|run|init|sync|tool|pip|create|update|\w+)|(?:python3?|py) -m \S|cargo (?:install|add|run|build|test|binstall|new)|go (?:get|install|run|build|test)|gem install|bundle (?:install|add|exec)|composer (?:require|install|global|create-project)|dotnet (?:add|tool|new|build|run|test)|brew (?:install|tap|upgrade)|apt(?:-get)? (?:install|update)|git (?:clone|checkout|commit|add|push|pull|submodule|config)|docker(?:-compose)? (?:run|pull|build|compose|exec|up)|curl\s+(?:-\S+\s+)*["']?https?:|wget\s+(?:-\S+\s+)*["']?https?:|mkdir\s+-?\w|cd\s+[\w./~-]+$|make(?:\s+[\w-]+)?$|chmod \S|export [A-Z_]+=|source \S|\.\/[\w./-]+)/

/**
 * The language that a piece of code is in, as a fence names it; undefined in the least doubt. Each answer rests on something that
 * no other language has.
 */
export function detectLanguage(lines: readonly string[]): string | undefined {
  const written = lines.map((line) => line.trim()).filter((line) => line !== '')
  const [first = ''] = written
  if (written.length === 0) return undefined
  if (isShell(lines)) return 'sh'
  if (/^[[{]/.test(first) && isJson(lines.join('\n'))) return 'json'
  if (/^diff --git a\//.test(first)) return 'diff'
  if (/^<!doctype html>/i.test(first)) return 'html'
  if (/^<\?php\b/.test(first)) return 'php'
  if (/^package \w+$/.test(first) && written.some((line) => /^(?:func |import [("])/.test(line))) return 'go'
  if (
    written.some((line) => /^(?:pub )?fn \w+\(.*\{$/.test(line)) &&
    written.some((line) => /^let |!\(|^use \w+::/.test(line))
  )
    return 'rust'
  if (/^\[(?:package|dependencies|dev-dependencies|workspace|project|build-system|tool\.[\w.-]+)\]$/.test(first))
    return 'toml'
  return isPython(written) ? 'python' : undefined
}

/** Each line is a command, a comment, or goes on with the one above. */
function isShell(lines: readonly string[]): boolean {
  const prompts = new Set<boolean>()
  let goesOn = false
  for (const line of lines) {
    // Variables of Windows, which other shells do not know.
    if (/%\w+%|\$\{?env:/i.test(line)) return false
    const text = line.trim().replace(/^\$\s+/, '')
    if (!goesOn && text !== '' && !/^#(?:\s|$)/.test(text)) {
      if (/^\s/.test(line) || !shell.test(text)) return false
      prompts.add(text !== line.trim())
    }
    goesOn = text.endsWith('\\')
  }
  // Where only some lines have a prompt, the others are output.
  return prompts.size === 1 && !goesOn
}

function isJson(text: string): boolean {
  return typeof attempt(() => JSON.parse(text)) === 'object'
}

/** An import as only Python writes it, and nothing that is none. */
function isPython(written: readonly string[]): boolean {
  if (written.some((line) => /^[>$]|[;{]$|^(?:const|let|var|func|fn|use)\b/.test(line))) return false
  const imports = written.some((line) =>
    /^from [A-Za-z_][\w.]* import (?:\*|\(|\w+(?: as \w+)?(?:, ?\w+(?: as \w+)?)*)$/.test(line),
  )
  const defines = written.some((line) => /^(?:async )?def \w+\(.*\)(?: -> .+)?:$/.test(line))
  return imports || defines
}
