import type { Release } from '../release.ts'
import { addressOf, bodyOf, headingOf, type Titled, titledOf, type Writing } from './context.ts'

/** Releases as they stand in a changelog that is written anew. */
export interface Released {
  /** How many releases there are. */
  readonly count: number
  /** Their headings and texts, with an empty line between; empty where there are none. */
  readonly sections: string
  /** The definitions of the links in their headings, a line each; empty where the format has none. */
  readonly definitions: string
}

/** Writes releases, newest first. */
export async function writeReleased(writing: Writing, releases: readonly Release[]): Promise<Released> {
  const { eol } = writing.changelog
  const blocks: string[] = []
  for (const release of releases) {
    const body = await bodyOf(writing, release)
    blocks.push(...sectionBlocks(writing, titledOf(release), body.trimEnd()))
  }
  const definitions = releases.flatMap((release) => definitionOf(writing, titledOf(release)) ?? [])
  return { count: releases.length, sections: blocks.join(eol + eol), definitions: definitions.join(eol) }
}

/** Newer releases above older ones. */
export function joined(newer: Released, older: Released, { changelog: { eol } }: Writing): Released {
  const filled = (texts: readonly string[]) => texts.filter((text) => text !== '')
  return {
    count: newer.count + older.count,
    sections: filled([newer.sections, older.sections]).join(eol + eol),
    definitions: filled([newer.definitions, older.definitions]).join(eol),
  }
}

/** A release's heading and text, blocks without blank lines around; a text that is empty is left out. */
export function sectionBlocks(writing: Writing, titled: Titled, body: string): string[] {
  const heading = headingOf(titled, writing)
  return body === '' ? [heading] : [heading, body]
}

/** The definition of the link in a heading; undefined where the format writes none, or there is no such page. */
export function definitionOf({ format, pages }: Writing, titled: Titled): string | undefined {
  const url = format.form.link === 'reference' ? addressOf(titled, pages) : undefined
  return url && `[${titled.version ?? 'unreleased'}]: ${url}`
}
