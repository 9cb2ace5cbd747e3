import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { program as badgeSync } from '../../packages/badge-sync/src/program.ts'
import { program as changelogGen } from '../../packages/changelog-gen/src/program.ts'
import type { Program } from '../../packages/kit/src/cli/command.ts'
import { run } from '../../packages/kit/src/cli.ts'
import { program as readmeLint } from '../../packages/readme-lint/src/program.ts'
import { root } from '../workspace.ts'

// What we ask of others holds for our own Markdown, too.

const tools = ['readme-lint', 'changelog-gen', 'badge-sync']
const readmes = ['README.md', ...tools.map((name) => `packages/${name}/README.md`)]
const written = ['CONTRIBUTING.md', 'SECURITY.md', 'CODE_OF_CONDUCT.md']
const docs = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.md'))
  .map((name) => join('docs', name))

describe('our own Markdown', () => {
  it('has no dead link, and nothing else that readme-lint warns of', async () => {
    expect(docs.length).toBeGreaterThan(150)
    const { output } = await printed(readmeLint, [...readmes, ...written, ...docs, '--quiet', '--format', 'json'])
    const { files, summary } = JSON.parse(output) as Report
    expect(files.flatMap(placed)).toEqual([])
    expect(summary).toMatchObject({ errors: 0, warnings: 0 })
  })

  it.each(tools)('lacks nothing in the README of %s, not even advice, as npm and GitHub show it', async (name) => {
    const hosts = ['--host', 'npm', '--host', 'github']
    const { output } = await printed(readmeLint, [`packages/${name}/README.md`, ...hosts, '--format', 'json'])
    expect((JSON.parse(output) as Report).files.flatMap(placed)).toEqual([])
  })

  it('has badges and blocks that are true', async () => {
    expect(await printed(badgeSync, ['--check', '--offline'])).toEqual({ code: 0, output: expect.any(String) })
  })

  it('has changelogs that fit the tags and manifests', async ({ skip }) => {
    skip(!hasHistory(), 'this is no clone with its whole history')
    expect(await printed(changelogGen, ['verify'])).toEqual({ code: 0, output: expect.any(String) })
  })
})

interface Report {
  readonly files: readonly {
    readonly path: string
    readonly findings: readonly {
      readonly rule: string
      readonly message: string
      readonly start: { readonly line: number }
    }[]
  }[]
  readonly summary: { readonly errors: number; readonly warnings: number }
}

function placed({ path, findings }: Report['files'][number]): string[] {
  return findings.map(({ rule, message, start }) => `${path}:${start.line} ${message} (${rule})`)
}

async function printed(program: Program, args: readonly string[]): Promise<{ code: number; output: string }> {
  const output: string[] = []
  const stream = { write: (text: string) => void output.push(text), isTTY: false }
  const { PATH, HOME } = process.env
  const code = await run(program, args, {
    cwd: root,
    env: { PATH, HOME },
    stdout: stream,
    stderr: stream,
    stdin: async () => new Uint8Array(),
    now: () => new Date(),
  })
  return { code, output: output.join('') }
}

function hasHistory(): boolean {
  if (!existsSync(join(root, '.git'))) return false
  const answer = execFileSync('git', ['rev-parse', '--is-shallow-repository'], { cwd: root, encoding: 'utf8' })
  return answer.trim() === 'false'
}
