import { posix } from 'node:path'
import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { ProjectFiles } from '../project.ts'
import type { RuleFinding } from '../report.ts'
import type { Subject } from './subjects.ts'
import { terraformDocs } from './terraform-docs.ts'

/** A README, and the files of its project. */
interface Written {
  readonly document: MarkdownDocument
  /** Relative to the project's folder, with forward slashes. */
  readonly path: string
  readonly files: ProjectFiles
}

/**
 * What is found in a README that is made from another file. Its fixes are suggestions: the next run of what makes it undoes
 * them, and to see them helps to make them where they last.
 */
export async function heedSource(findings: readonly RuleFinding[], readme: Written): Promise<RuleFinding[]> {
  if (!findings.some(({ fix }) => fix?.safe)) return [...findings]
  const source = fileBeside(readme) ?? noticeIn(readme) ?? (await terraformDocs(readme))
  const attributed = source === undefined && isAttributed(readme)
  if (source === undefined && !attributed) return [...findings]
  const told = attributed ? 'is generated, as .gitattributes says' : 'says that it is generated'
  const made = source ? `is made from ${source}` : told
  const where = source ? 'there' : 'in what it is made from'
  const message = `${posix.basename(readme.path)} ${made}: what is to mend here is to be mended ${where}, so that it lasts (--unsafe writes it here all the same)`
  return [
    notice('readme/generated', message),
    ...findings.map((finding) => (finding.fix?.safe ? { ...finding, fix: { ...finding.fix, safe: false } } : finding)),
  ]
}

/**
 * What is found in a README that is a symbolic link to another one, which has findings of its own: what is mended in both would be
 * written into one file.
 */
export function heedLink(findings: readonly RuleFinding[], { shown, linksTo }: Subject): RuleFinding[] {
  if (linksTo === undefined || !findings.some(({ fix }) => fix)) return [...findings]
  const message = `${shown} is a symbolic link to ${linksTo}: what is to mend here is to be mended there`
  return [notice('readme/link', message), ...findings.map(({ fix: _, ...finding }) => finding)]
}

function notice(rule: string, message: string): RuleFinding {
  return { at: { start: 0, end: 0 }, message, rule, severity: 'info' }
}

/**
 * Files that tools make a README of, by their names: R Markdown and Quarto, verb, helm-docs, cargo-readme and Autoconf, as the
 * documentation of each has them (read 2026-11-26). `*` is the README's name without its ending, `+` with it.
 */
const templates = ['*.Rmd', '*.qmd', '.verb.md', '+.gotmpl', '*.tpl', '+.in', '*.in']

function fileBeside({ path, files }: Written): string | undefined {
  const [folder, name] = [posix.dirname(path), posix.basename(path)]
  const stem = name.replace(/\.\w+$/, '')
  return templates
    .map((template) => posix.join(folder, template.replace('*', stem).replace('+', name)))
    .find((file) => file !== path && files.kind(file) === 'file')
}

/** True where git's attributes call it generated, as those of conda-forge do, so that diffs leave it out. */
function isAttributed({ path, files }: Written): boolean {
  const lines = (files.text('.gitattributes') ?? '').split(/\r?\n/)
  return lines.some((line) => {
    const [pattern = '', ...attributes] = line.trim().split(/\s+/)
    const generated = attributes.some((one) => /^linguist-generated(?:=true)?$/.test(one))
    return generated && pattern.replace(/^\//, '') === path
  })
}

const it = String.raw`(?:th(?:is|e) (?:file|readme|document)\b|(?:this )?readme\.\w+)`
const made = '(?:generated|built|created|rendered|produced)'
const notices = new RegExp(
  [
    String.raw`\b${it} (?:is|was|has been|gets) (?:\w+ )?(?:auto(?:matically)?[ -])?${made}\b`,
    String.raw`\b(?:do not|don't|never) (?:\w+ )?(?:edit|modify|change) ${it}`,
    String.raw`\bauto(?:matically)?[ -]generated (?:file|readme|document)\b`,
  ].join('|'),
  'i',
)

/** The file that a comment says the README is made from, an empty text where it does not say which; in a block it speaks of the block. */
function noticeIn({ document, path, files }: Written): string | undefined {
  const { blocks, comments } = document
  const comment = comments.find(
    ({ value, start }) =>
      notices.test(value.slice(0, longest).replaceAll(/\s+/g, ' ')) &&
      !blocks.some((block) => block.close && block.start <= start && start < block.end),
  )
  if (!comment) return undefined
  const [folder, words] = [posix.dirname(path), comment.value.slice(0, longest).match(/[\w./-]+\.\w+/g) ?? []]
  const named = words.map((word) => posix.join(folder, word))
  return named.find((file) => file !== path && files.kind(file) === 'file' && !/contributing/i.test(file)) ?? ''
}

/** No notice has more characters. */
const longest = 1000
