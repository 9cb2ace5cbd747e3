import type { Showing } from '../../hosts.ts'
import { isSignpost, leadsToDocs } from '../../readme/front-door.ts'
import { wholeText } from '../../readme/per-document.ts'
import { missingAt } from '../../readme/top.ts'
import { defineRule, type Rule } from '../../rule.ts'
import { names, sectionsAbout } from '../../topics/topics.ts'

/** What people type to install a package, with any package manager. */
const command =
  /(?<!\w)(?:npm (?:i|install|add|create|init)|npx|pnpm (?:add|i|install|dlx|create)|yarn (?:add|global|create|dlx)|bun (?:add|i|install|x)|bunx|deno (?:add|install|run)|jsr add|pip3? install|pipx? (?:install|run)|uvx?\b|poetry add|pdm add|conda install|mamba install|cargo (?:add|install|binstall)|go (?:get|install|run)|composer (?:require|global|create-project)|gem install|bundle add|dotnet (?:add|tool|new)|Install-Package|PackageReference|<dependency>|implementation[ (]|flutter pub add|dart pub (?:add|global)|mix (?:archive\.install|igniter\.install)|brew install|apt(?:-get)? install|docker (?:run|pull)|code --install-extension|ext install|(?:curl|wget|iwr|irm) .*\| ?(?:(?:ba|z)?sh|iex)|helm install|winget install|scoop install|choco install|\[(?:dev-)?dependencies|\{:\w+, "~>|cabal (?:v2-|new-)?install|stack install|opam install|luarocks install|nimble install|cpanm |elm install|install\.packages\(|Pkg\.add\()/

/** Pages that have a button which installs what they show. */
const hasButton =
  /^https:\/\/(?:marketplace\.visualstudio\.com\/items|open-vsx\.org\/extension|github\.com\/marketplace\/)/

export const rule: Rule = defineRule({
  name: 'section/install',
  summary: 'A published package says how to install it: a section, or a command in a code block.',
  why: 'After what it is, how to get it is the first thing that a reader wants to know. A command that can be copied is best; it also tells at a glance which ecosystem the package belongs to.',
  severity: 'warning',
  rst: true,
  *check({ document, project, showings }) {
    // An extension is installed by a button beside its README.
    const registry = showings.find(({ host }) => host.kind === 'registry' && host.ecosystem !== 'vscode')
    if (!registry || isOnlyListed(registry) || sectionsAbout('install', document).length > 0) return
    if (document.links.some(({ image, text }) => !image && names('install', text))) return
    if (document.links.some(({ url }) => hasButton.test(url)) || isSignpost({ document, project })) return
    // A title and the way to the documentation, where all else moved to.
    if (document.sections.length < 2 && leadsToDocs(document)) return
    const { nodes } = document
    const code = [...nodes.of('code'), ...nodes.of('inlineCode')].map(({ node }) => node.value)
    if (code.some((text) => command.test(text))) return
    // HTML is read too: commands often stand in `<pre>` or a table.
    if (command.test(wholeText(document))) return
    yield {
      at: missingAt(document),
      message: `Nothing says how to install ${registry.manifest?.name ?? 'the package'} from ${registry.host.title}: add a section "Installation" with the command`,
    }
  },
})

/** True for a library of Haskell: whoever needs it writes its name into their own manifest, which has no command. */
function isOnlyListed({ manifest }: Showing): boolean {
  return manifest?.ecosystem === 'hackage' && manifest.commands.length === 0
}
