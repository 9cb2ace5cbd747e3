import { describe, expect, test } from 'vitest'
import { initialised } from './run.ts'

// As docs/reference.md of cargo-release has it, at a199bf5 of 2026-08-20.
describe('the settings of cargo-release', () => {
  test.each([
    ['', '  packages: auto'],
    ['tag-name = "v{{version}}"', '  tags: v{version}'],
    ['tag-prefix = ""', '  tags: v{version}'],
    ['tag-name = "{{crate_name}}-{{version}}"', '  tags: "{name}-{version}"\n  packages: auto'],
    ['tag-name = "{{prefix}}{{version}}"', '  tags:\n    - "{version}"\n    - "{name}-{version}"\n  packages: auto'],
    ['tag-prefix = "rel/"\ntag-name = "{{prefix}}{{version}}"', '  tags: rel/{version}'],
  ])('have tags and packages of %j', async (text, wanted) => {
    const { stdout } = await initialised({ 'release.toml': text })
    expect(stdout).toMatch(/^changelog-gen:/)
    expect(stdout.replace(/^changelog-gen:\s?/, '').trimEnd()).toBe(wanted)
  })

  test('are found in the manifest, that of the package above that of the workspace', async () => {
    const manifest = '[workspace.metadata.release]\ntag-name = "{{version}}"\nshared-version = true\n'
    const own = '[package.metadata.release]\ntag-name = "v{{version}}"\n'
    expect((await initialised({ 'Cargo.toml': manifest })).stdout).toContain('tags: "{version}"')
    expect((await initialised({ 'Cargo.toml': `${manifest}${own}` })).stdout).toContain('tags: v{version}')
  })

  test.each([
    ['"kitchen"', ['shared-version: name the packages that share a version in "fixed"']],
    ['true', ['changelog-gen: nothing in release.toml needs a setting here, so there is no config to write']],
    ['false', []],
  ])('say of shared-version = %s how that is had', async (value, wanted) => {
    const { notes } = await initialised({ 'release.toml': `shared-version = ${value}\n` })
    expect(notes).toEqual(wanted)
  })

  test('say what cannot be had', async () => {
    const { notes } = await initialised({
      'release.toml': `tag = false
tag-name = "v{{version}}{{metadata}}"
shared-version = "kitchen"
sign-tag = true
pre-release-hook = ["git-cliff"]
publish = true
wat = 1
pre-release-replacements = [
  { file = "CHANGELOG.md", search = "Unreleased", replace = "{{version}}" },
  { file = "CHANGELOG.md", search = "ReleaseDate", replace = "{{date}}" },
  { file = "README.md", search = "1", replace = "{{version}}" },
]
`,
    })
    expect(notes).toMatchInlineSnapshot(`
      [
        "tag-name: v{version}{{metadata}} is no text around a version; set "tags"",
        "tag: a release is known by its tag; set "tags" to what they look like",
        "pre-release-replacements: CHANGELOG.md: call "changelog-gen release", which dates what is unreleased, and links it",
        "pre-release-replacements: README.md: the version in files is not written; let the release job do it with "changelog-gen next"",
        "sign-tag: no commit or tag is made; let the release job do it",
        "publish: no package is published; let the release job do it",
        "pre-release-hook: no program is run; let the release job do it",
        "wat: there is no such setting here, so it is left out",
        "changelog-gen: nothing in release.toml needs a setting here, so there is no config to write",
      ]
    `)
  })
})
