import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import { projectFiles } from '../src/project/files.ts'
import type { ProjectFiles } from '../src/project.ts'

/** A temporary folder with the files of one test, by their paths; it is gone when the test has ended. */
export function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'frontdoor-')))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return folder
}

/** The files of one test as a project has them. */
export function filesWith(files: Readonly<Record<string, string>>): ProjectFiles {
  const folder = folderWith(files)
  return projectFiles(folder, folder)
}
