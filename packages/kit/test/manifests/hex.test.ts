import { describe, expect, it } from 'vitest'
import { gleam } from '../../src/manifests/gleam.ts'
import { hex } from '../../src/manifests/hex.ts'
import { readManifest } from '../../src/manifests/manifest.ts'
import type { Manifest } from '../../src/project.ts'
import { filesWith } from '../folders.ts'

const source = `
defmodule Spam.MixProject do
  use Mix.Project

  @version "1.2.3"
  @source_url "https://github.com/o/spam"

  def project do
    [
      app: :spam,
      version: @version,
      # version: "9.9.9",
      name: "Spam",
      description: "Spam for all",
      source_url: @source_url,
      homepage_url: "https://spam.example",
      package: package(),
      deps: [{:ex_doc, "~> 0.30", app: false}]
    ]
  end

  defp package do
    [
      licenses: ["Apache-2.0"],
      links: %{
        "GitHub" => @source_url,
        "Changelog" => "#{@source_url}/blob/main/CHANGELOG.md",
        "Sponsor" => "https://github.com/sponsors/o"
      }
    ]
  end
end
`

describe('mix.exs', () => {
  it('is read where its keywords are plain strings', async () => {
    expect(await read(source)).toMatchObject({
      ecosystem: 'hex',
      name: 'spam',
      version: '1.2.3',
      description: 'Spam for all',
      license: 'Apache-2.0',
      private: false,
      homepage: 'https://spam.example',
      repository: { url: 'https://github.com/o/spam' },
      changelog: 'https://github.com/o/spam/blob/main/CHANGELOG.md',
      funding: ['https://github.com/sponsors/o'],
    })
  })

  it('finds the repository in the links, too', async () => {
    const links = 'links: %{github: "https://github.com/o/other"}'
    const found = await read(
      source.replace('source_url: @source_url,', '').replace(/links: %\{[\s\S]*?\n {6}\}/, links),
    )
    expect(found?.repository?.url).toBe('https://github.com/o/other')
  })

  it('is private without a package, and may be an umbrella', async () => {
    const found = await read(
      'defmodule A do\n use Mix.Project\n def project do\n [apps_path: "apps", version: "1.0.0"]\n end\nend',
    )
    expect(found).toMatchObject({ private: true, members: ['apps/*'], version: '1.0.0' })
    expect(found).not.toHaveProperty('name')
  })

  it('leaves out what a function makes', async () => {
    const found = await read(source.replace('"Spam for all"', 'description()').replace('@version,', 'version(),'))
    expect(found).not.toHaveProperty('description')
    expect(found).not.toHaveProperty('version')
  })

  it('is none without a project', async () => {
    expect(await read('IO.puts "hello"')).toBeUndefined()
  })
})

function read(text: string): Promise<Manifest | undefined> {
  return readManifest(hex, filesWith({ 'mix.exs': text }), 'mix.exs')
}

describe('gleam.toml', () => {
  const gleamToml = [
    'name = "spam"',
    'version = "1.2.3"',
    'description = "Spam for all"',
    'licences = ["MIT"]',
    'repository = { type = "github", user = "o", repo = "spam" }',
  ]
  const read = (lines: readonly string[]) =>
    readManifest(gleam, filesWith({ 'gleam.toml': lines.join('\n') }), 'gleam.toml')

  it('is read', async () => {
    expect(await read(gleamToml)).toMatchObject({
      ecosystem: 'hex',
      name: 'spam',
      version: '1.2.3',
      description: 'Spam for all',
      license: 'MIT',
      private: false,
      repository: { url: 'https://github.com/o/spam' },
    })
  })

  it('is of something that nobody publishes where it has no licence', async () => {
    expect((await read(gleamToml.filter((line) => !line.startsWith('licences'))))?.private).toBe(true)
  })
})
