import type { Manifest } from '@frontdoor/kit/project'
import { defineRule, type Rule } from '../../rule.ts'
import { comparable, type Install } from '../../snippet/commands.ts'
import { installsOf } from '../../snippet/installs.ts'

export const rule: Rule = defineRule({
  name: 'meta/npx-bin',
  summary: '`npx`, `uvx` and their like name the package, not a command of it that has another name.',
  why: "These commands fetch the package that is called like their first word and run it. Where the package is `@octo-org/larder` and its command `larder`, `npx larder` runs whatever somebody else has published as `larder`: at best nothing, at worst their code on the reader's machine.",
  severity: 'warning',
  rst: true,
  *check({ document, showings }) {
    const manifests = showings.flatMap(({ manifest }) => (manifest && isPublished(manifest) ? [manifest] : []))
    if (manifests.length === 0) return
    const runs = installsOf(document)
    const installed = runs.some((install) => install.how === 'add' && manifests.some((one) => isOf(one, install)))
    for (const install of runs) {
      const manifest = manifests.find((one) => runsAnother(one, install))
      // What the project has installed is run before anything is fetched.
      if (!manifest || (install.how === 'run-local' && installed)) continue
      const { at, line } = install
      const own = manifest.name ?? ''
      yield {
        at,
        message: `This runs the package ${install.name}, which is not ${own}: write ${instead(manifest, install, line)}`,
        fix: { safe: false, edits: [{ ...at, text: replacement(manifest, install) }] },
      }
    }
  },
})

function isPublished({ ecosystem, name, private: unpublished }: Manifest): boolean {
  return name !== undefined && !unpublished && (ecosystem === 'npm' || ecosystem === 'pypi')
}

function isOf({ ecosystem, name = '' }: Manifest, install: Install): boolean {
  return install.ecosystem === ecosystem && comparable(install.name, ecosystem) === comparable(name, ecosystem)
}

/** A command of the package, or its name without the scope, that is not the name of the package. */
function runsAnother(manifest: Manifest, install: Install): boolean {
  if (install.ecosystem !== manifest.ecosystem || !install.how.startsWith('run') || isOf(manifest, install))
    return false
  const { commands, name = '' } = manifest
  // A package without commands speaks of what it is added to: `npx astro add @octo-org/astro`.
  return commands.includes(install.name) || (commands.length > 0 && install.name === unscoped(name))
}

function unscoped(name: string): string {
  return name.replace(/^@[^/]+\//, '')
}

/** npx and its like run the only command of a package, or the one that is called like it. */
function replacement({ ecosystem, name = '', commands }: Manifest, { name: command }: Install): string {
  if (commands.length < 2 || command === unscoped(name)) return name
  return ecosystem === 'pypi' ? `--from ${name} ${command}` : `-p ${name} ${command}`
}

function instead(manifest: Manifest, install: Install, line: string): string {
  const [tool = ''] = /[\w]+(?: [\w]+)?\s*$/.exec(line.slice(0, install.index).replace(/\s-\S+/g, '')) ?? []
  return `${tool.trim()} ${replacement(manifest, install)}`
}
