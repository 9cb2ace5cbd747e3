import { isRst } from '@frontdoor/kit/readme/readmes'
import { isNamed } from '../../hosts.ts'
import { defineRule, type Rule } from '../../rule.ts'

export const rule: Rule = defineRule({
  name: 'meta/readme-type',
  summary: 'PyPI is told what the README is written in.',
  why: 'setuptools says that a README is reStructuredText unless the project says otherwise, whatever the file is called. PyPI then refuses a README in Markdown at its first line that docutils warns of, or shows it with all its signs.',
  severity: 'error',
  rst: true,
  *check({ path, showings }) {
    const own = isRst(path) ? 'text/x-rst' : 'text/markdown'
    for (const { host, manifest } of showings) {
      const type = manifest?.readmeType?.split(';')[0]?.trim().toLowerCase()
      if (!manifest || type === undefined || type === own || !isNamed(manifest, path)) continue
      yield {
        at: { start: 0, end: 0 },
        message: `${host.title} takes this README for ${languages[type] ?? type}: write ${setting(manifest.path, own)} in ${manifest.path}`,
        hosts: [host.name],
      }
    }
  },
})

const languages: Readonly<Record<string, string>> = {
  'text/x-rst': 'reStructuredText',
  'text/markdown': 'Markdown',
  'text/plain': 'plain text',
}

/** What says it, as the file writes it. */
function setting(path: string, type: string): string {
  if (path.endsWith('.toml')) return `content-type = "${type}" beside the file`
  return path.endsWith('.py') ? `long_description_content_type="${type}"` : `long_description_content_type = ${type}`
}
