import { describe, expect, it, test } from 'vitest'
import { readManifest } from '../../src/manifests/manifest.ts'
import { rubygems } from '../../src/manifests/rubygems.ts'
import type { Manifest } from '../../src/project.ts'
import { filesWith } from '../folders.ts'

describe('a gemspec', () => {
  it('is read where it assigns plain strings', async () => {
    const found = await read(`
require_relative "lib/spam/version"
version = File.read("VERSION").strip
github = "https://github.com/o/spam"
Gem::Specification.new do |spec|
  spec.name          = "spam" # the name
  spec.version       = Spam::VERSION
  spec.summary       = 'It\\'s spam'.freeze
  # spec.license     = "GPL-3.0"
  spec.licenses      = ["MIT", "Apache-2.0"]
  spec.homepage      = "https://spam.example"
  spec.executables   = %w[spam spamctl]
  spec.metadata = {
    "homepage_uri"      => spec.homepage,
    "source_code_uri"   => "#{github}/tree/v#{spec.version}",
    "bug_tracker_uri"   => "#{github}/issues",
    "changelog_uri"     => "#{github}/blob/v#{version}/CHANGELOG.md",
    "funding_uri"       => "https://github.com/sponsors/o"
  }
  spec.metadata["documentation_uri"] = "https://docs.example/spam"
end
`)
    expect(found).toMatchObject({
      ecosystem: 'rubygems',
      path: 'spam.gemspec',
      name: 'spam',
      description: "It's spam",
      license: 'MIT OR Apache-2.0',
      homepage: 'https://spam.example',
      repository: { url: 'https://github.com/o/spam' },
      issues: 'https://github.com/o/spam/issues',
      documentation: 'https://docs.example/spam',
      funding: ['https://github.com/sponsors/o'],
      commands: ['spam', 'spamctl'],
    })
    expect(found).not.toHaveProperty('version')
    expect(found).not.toHaveProperty('changelog')
  })

  test.each([
    ['s.metadata["source_code_uri"] = "https://github.com/o/#{name}"', undefined],
    ['s.metadata["source_code_uri"] = "https://github.com/o/spam-#{name}"', undefined],
    ['s.metadata["source_code_uri"] = "https://github.com/o/spam/#{name}"', 'https://github.com/o/spam'],
    ["s.metadata['source_code_uri'] = s.homepage", 'https://github.com/o/home'],
    ['s.metadata = { source_code_uri: "https://github.com/o/spam" }', 'https://github.com/o/spam'],
    ['', 'https://github.com/o/home'],
  ])('with %j has the repository %s', async (line, url) => {
    const source = `Gem::Specification.new("a") do |s|\n  s.homepage = "https://github.com/o/home"\n  ${line}\nend`
    const found = await read(source)
    // The homepage on a forge stands in where nothing names the repository.
    expect(found?.repository?.url).toBe(url ?? 'https://github.com/o/home')
  })

  test.each([
    ['s.executables = ["a", "b"]', ['a', 'b']],
    ['s.executables << "a"', ['a']],
    ['s.executables = "a"', ['a']],
    ['s.executables = spec.files.grep(%r{^bin/}) { |f| File.basename(f) }', []],
    ['s.executables = `git ls-files -- bin/*`.split("\\n")', []],
    ['s.executables = Dir["bin/*"]', []],
  ])('with %j installs %j', async (line, commands) => {
    expect((await read(`Gem::Specification.new do |s|\n  ${line}\nend`))?.commands).toEqual(commands)
  })

  it('is none where no specification is made', async () => {
    expect(await read('puts "hello"')).toBeUndefined()
  })
})

function read(source: string): Promise<Manifest | undefined> {
  return readManifest(rubygems, filesWith({ 'spam.gemspec': source }), 'spam.gemspec')
}
