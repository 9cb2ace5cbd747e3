import { resolve } from 'node:path'
import { readTextOrEmpty } from '@frontdoor/kit/files'
import type { Io } from '@frontdoor/kit/io'
import { newestOnly, readChangelog } from '../changelog/changelog.ts'
import type { Context } from '../context.ts'
import type { Format } from '../formats/format.ts'
import { projectFormat } from '../formats/project-format.ts'
import type { Verdict } from '../model/assemble.ts'
import type { Package } from '../model/package.ts'
import { headingOf } from '../renderers/groups.ts'
import { changelogPath, isMarkdown } from './changelog-path.ts'

/** How the changelog is written, so that its own words are used. */
export async function formatOf(
  io: Pick<Io, 'cwd'>,
  { place, settings }: Pick<Context, 'place' | 'settings'>,
  own?: Package,
): Promise<Format> {
  const path = changelogPath(io, place, own)
  const { text } = isMarkdown(path) ? await readTextOrEmpty(resolve(io.cwd, path), place.root) : { text: '' }
  return projectFormat(readChangelog(text, newestOnly), settings)
}

/** Headings that list a change in the changelog. */
export function headingsOf(verdict: Verdict, format: Format): string[] {
  return [...new Set(verdict.listed.map((category) => headingOf(category, verdict, format)))]
}
