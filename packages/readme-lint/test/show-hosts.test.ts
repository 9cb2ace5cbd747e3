import { run } from '@frontdoor/kit/cli'
import { memoryIo, project } from '@frontdoor/kit/testing'
import { expect, test } from 'vitest'
import { program } from '../src/program.ts'

const readme = `# Tea

<p align="center"><small>Hot</small> <kbd>Enter</kbd></p>

> [!NOTE]
> See [below](#brewing) and [the guide](guide.md).

## Brewing

:tea: or :coffee:.
`

async function hosts(...argv: string[]) {
  const { path: folder } = await project({
    'README.md': readme,
    'guide.md': '',
    'pyproject.toml': '[project]\nname = "tea"\nversion = "1.0"\nreadme = "README.md"\n',
  })
  const io = memoryIo({ cwd: folder, columns: 60 })
  const code = await run(program, ['hosts', ...argv], io)
  return { code, out: io.stdout.text, errors: io.stderr.text }
}

test('a table for people has GitHub and the hosts of the project', async () => {
  const { code, out } = await hosts('--color', 'never')
  expect(code).toBe(0)
  expect(out).toMatchInlineSnapshot(`
    "README.md

                     line  GitHub  PyPI
    <p>                 3  kept    kept
    <small>             3  kept    dropped
    <kbd>               3  kept    kept
    <p align>           3  kept    kept
    alert               5  kept    kept
    emoji-shortcode    10  kept    kept
    relative-link       6  kept    broken
    heading-anchor      6  kept    kept
    "
  `)
})

test('JSON has a cell for each host and the line of the first use', async () => {
  const { out } = await hosts('--format', 'json', '--host', 'pypi', '--host', 'pkg.go.dev')
  const { hosts: names, features } = JSON.parse(out)
  expect(names).toEqual(['pypi', 'pkg-go-dev'])
  expect(features.find(({ feature }: { feature: string }) => feature === '<kbd>')).toEqual({
    feature: '<kbd>',
    line: 3,
    cells: { 'pkg-go-dev': 'dropped', pypi: 'kept' },
  })
  expect(features.map(({ feature }: { feature: string }) => feature)).toEqual([
    '<p>',
    '<small>',
    '<kbd>',
    '<p align>',
    'alert',
    'emoji-shortcode',
    'relative-link',
    'heading-anchor',
  ])
})

test('what stands in something that a host leaves out is dropped with it', async () => {
  const logo = '<h1>\n  <a href="https://tea.example"><img src="logo.svg" alt="Tea"></a>\n</h1>\n'
  const cells = async (readme: string, host: string) => {
    const io = memoryIo({ cwd: (await project({ 'README.md': readme, 'logo.svg': '' })).path })
    await run(program, ['hosts', '--format', 'json', '--host', host], io)
    const { features }: { features: { feature: string; cells: Record<string, string> }[] } = JSON.parse(io.stdout.text)
    return Object.fromEntries(features.map(({ feature, cells }) => [feature, cells[host]]))
  }
  const gone = { '<h1>': 'dropped', '<img>': 'dropped', 'relative-image': 'dropped' }
  expect(await cells(`${logo}\nBrews tea.\n`, 'packagist')).toMatchObject(gone)
  expect(await cells(`<div align="center">\n\n${logo}\n</div>\n`, 'packagist')).toMatchObject(gone)
  expect(await cells(`Brews tea.\n\n${logo}`, 'packagist')).toMatchObject({ '<h1>': 'kept', '<img>': 'kept' })
  expect(await cells(`![](leaf.png)\n\n${logo}`, 'packagist')).toMatchObject({ '<h1>': 'kept' })
  expect(await cells(`<p>\n\n${logo}\n</p>\n`, 'packagist')).toMatchObject({ '<h1>': 'kept' })
  expect(await cells(`> # Tea <kbd>now</kbd>\n`, 'packagist')).toMatchObject({ '<kbd>': 'kept' })
  expect(await cells('- <h1>Tea</h1>\n', 'packagist')).toMatchObject({ '<h1>': 'kept' })
  expect(await cells('# Tea <kbd>now</kbd>\n', 'packagist')).toMatchObject({ '<kbd>': 'dropped' })
  expect(await cells('### Tea <kbd>now</kbd>\n', 'packagist')).toMatchObject({ '<kbd>': 'kept' })
  expect(await cells(logo, 'github')).toMatchObject({ '<h1>': 'kept', '<img>': 'kept' })
  expect(await cells('<nav>\n<b>Tea</b>\n</nav>\n\n<b>Jam</b>\n', 'pub')).toMatchObject({ '<b>': 'dropped' })
})

test.each([
  ['a link that opens an app', 'pypi', '[Call](tel:1)\n', 'link-scheme', 'dropped'],
  ['a link that opens an app in HTML that is no HTML', 'nuget', '<a href="tel:1">Call</a>\n', 'link-scheme', 'literal'],
  ['an image in its own address', 'github', '![Tea](data:image/png;base64,aa)\n', 'image-scheme', 'dropped'],
  ['an image from no server', 'nuget', '![Tea](data:image/png;base64,aa)\n', 'image-scheme', 'dropped'],
  ['an image from no server', 'artifact-hub', '![Tea](data:image/png;base64,aa)\n', 'image-scheme', 'dropped'],
  ['an image in its own address', 'open-vsx', '![Tea](data:image/png;base64,aa)\n', 'image-scheme', 'kept'],
  ['an address of which nothing is known', 'bitbucket', '[Call](tel:1)\n', 'link-scheme', 'unknown'],
  ['a link to the title that a host leaves out', 'packagist', '# Tea\n\n[Top](#tea)\n', 'heading-anchor', 'broken'],
  ['a link to an anchor in that title', 'packagist', '# <a id="up"></a>Tea\n\n[Top](#up)\n', 'html-anchor', 'broken'],
  [
    'an address in an attribute that a host drops',
    'github',
    '<img srcset="tea.png 2x" src="tea.png">\n',
    'relative-srcset',
    'dropped',
  ],
])('what becomes of %s is told', async (_, host, source, feature, state) => {
  const { path: cwd } = await project({ 'README.md': source, 'tea.png': '' })
  const io = memoryIo({ cwd })
  await run(program, ['hosts', '--host', host, '--format', 'json'], io)
  expect(JSON.parse(io.stdout.text).features).toContainEqual({
    feature,
    line: expect.any(Number),
    cells: { [host]: state },
  })
})

test('Markdown is a table that GitHub shows', async () => {
  const { out } = await hosts('--format', 'markdown', '--host', 'npm', '--host', 'github')
  expect(out).toMatchInlineSnapshot(`
    "| Feature | Line | npm | GitHub |
    | --- | ---: | --- | --- |
    | \`<p>\` | 3 | kept? | kept |
    | \`<small>\` | 3 | kept? | kept |
    | \`<kbd>\` | 3 | kept? | kept |
    | \`<p align>\` | 3 | kept? | kept |
    | \`alert\` | 5 | literal? | kept |
    | \`emoji-shortcode\` | 10 | kept? | kept |
    | \`relative-link\` | 6 | broken? | kept |
    | \`heading-anchor\` | 6 | kept? | kept |

    ? as users report it; neither read in the code of the host nor in its documentation
    "
  `)
})

test('a text on standard input is read where it belongs', async () => {
  const { path: folder } = await project({ 'docs/guide.md': '' })
  const io = memoryIo({ cwd: folder, stdin: '# Tea\n\n[guide](guide.md)\n' })
  const code = await run(program, ['hosts', '-', '--stdin-path', 'docs/README.md', '--host', 'pypi'], io)
  expect([code, io.stdout.text]).toEqual([0, expect.stringMatching(/^docs\/README\.md[\s\S]*relative-link +3 +broken/)])
})

test('hosts that do not fit beside each other follow below', async () => {
  const { out } = await hosts('--all', '--color', 'never')
  const table = out.split('\n').slice(0, -2)
  expect(Math.max(...table.map(({ length }) => length))).toBeLessThanOrEqual(60)
  expect(out.match(/<small>/g)?.length).toBeGreaterThan(2)
})

test('colours are for terminals', async () => {
  expect((await hosts()).out).toContain('\u001B[33mdropped\u001B[39m')
})

test('a README without anything in it has no table', async () => {
  const { path: cwd } = await project({ 'README.md': '# Tea\n' })
  const io = memoryIo({ cwd })
  expect(await run(program, ['hosts', 'README.md'], io)).toBe(0)
  expect(io.stdout.text).toBe('README.md uses nothing that the hosts treat differently.\n')
})

test('--verbose tells which facts are old', async () => {
  const { path: cwd } = await project({ 'README.md': '# Tea\n' })
  const io = memoryIo({ cwd, now: () => new Date('2030-01-01') })
  await run(program, ['hosts', '--verbose', '--host', 'nuget'], io)
  expect(io.stderr.text).toMatch(/^readme-lint: NuGet: HTML, .* may have changed/)
})

test('an unknown host is a mistake of the user', async () => {
  expect(await hosts('--host', 'pipy')).toEqual({
    code: 2,
    out: '',
    errors: 'readme-lint: no host "pipy"; did you mean "pypi"?\n',
  })
})

test('--host lints for that place instead of those that the manifests tell', async () => {
  const { path: folder } = await project({ 'README.md': '# Tea\n\n<kbd>Enter</kbd>\n' })
  const io = memoryIo({ cwd: folder })
  await run(program, ['--rule', 'html/dropped-tag', '--host', 'NuGet', '--host', 'pkg.go.dev', '--format', 'json'], io)
  const { files } = JSON.parse(io.stdout.text)
  expect(files[0].findings.map(({ hosts }: { hosts: string[] }) => hosts)).toEqual([['nuget'], ['pkg-go-dev']])
})

test('linting with --verbose tells which facts about the hosts of a README are old', async () => {
  const { path: cwd } = await project({ 'README.md': '# Tea\n' })
  const io = memoryIo({ cwd, now: () => new Date('2030-01-01') })
  await run(program, ['--verbose', '--rule', 'top/title', '--host', 'nuget'], io)
  expect(io.stderr.text).toMatch(/^readme-lint: NuGet: HTML, .* may have changed/m)
})
