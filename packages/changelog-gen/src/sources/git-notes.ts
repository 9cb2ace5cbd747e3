import { check } from '@frontdoor/kit/config/check'
import { placeOf, plainValue } from '@frontdoor/kit/config/located'
import { parseYaml } from '@frontdoor/kit/config/yaml'
import { gitRecords } from '@frontdoor/kit/git'
import { type Io, UserError } from '@frontdoor/kit/io'
import { notesRef } from '../history/tags.ts'
import type { Override } from '../model/override.ts'
import { overrideSchema } from './overrides.ts'

/** How many commits one call of git is given: a command line has an end. */
const batch = 500

/**
 * What notes say about commits: `git notes --ref=changelog add -m "Better words" HASH`. A note is the new text, `skip`, or the lines that
 * `.changelog/overrides.yml` would have for the commit.
 *
 * @throws {UserError} with the place of a mistake in one of them
 */
export async function readGitNotes(io: Pick<Io, 'env'>, folder: string): Promise<Override[]> {
  const listing = { folder, command: 'ls-tree', options: ['-r', '-z', '--full-tree', '--name-only'] }
  const names = await gitRecords(io, { ...listing, revisions: [notesRef] })
  const shas = names.map((name) => name.replaceAll('/', '')).filter((name) => /^[0-9a-f]{40,64}$/.test(name))
  const overrides: Override[] = []
  for (let start = 0; start < shas.length; start += batch) {
    const records = await gitRecords(io, {
      folder,
      command: 'log',
      options: ['-z', '--no-walk=unsorted', '--ignore-missing', ...notesOptions, '--format=tformat:%H%x00%N'],
      revisions: shas.slice(start, start + batch),
    })
    for (let at = 0; at + 1 < records.length; at += 2)
      overrides.push(await overrideOf(records[at] as string, records[at + 1] as string))
  }
  return overrides
}

/** Only these notes, whatever a person's git shows otherwise. */
const notesOptions = ['--no-notes', `--notes=${notesRef}`, '--encoding=UTF-8']

async function overrideOf(key: string, note: string): Promise<Override> {
  const text = note.trim()
  if (text === 'skip') return { key, skip: true }
  const names = Object.keys(overrideSchema.properties).join('|')
  if (!new RegExp(`^(?:\\{|(?:${names}):)`).test(text)) return { key, text: text.replaceAll(/\s*\n\s*/g, ' ') }
  const source = { name: `the note of ${key.slice(0, 10)}`, text }
  const located = parseYaml(source)
  const [problem] = await check(located, overrideSchema, 'overrides')
  if (problem) throw new UserError(`${placeOf(source, problem.offset)}: ${problem.message}`)
  return { key, ...(plainValue(located) as Omit<Override, 'key'>) }
}
