import { UserError } from '@frontdoor/kit/io'
import type { Ecosystem, Manifest, ProjectFiles } from '@frontdoor/kit/project'
import { type Generator, generator } from '../block.ts'

/** Commands of the package managers, as they were documented on 2026-11-25, and those from Hackage on on 2026-11-28. */
const commands: { readonly [Name in Ecosystem]?: Readonly<Record<string, (name: string, dev: boolean) => string>> } = {
  npm: {
    npm: (name, dev) => `npm install ${dev ? '--save-dev ' : ''}${name}`,
    pnpm: (name, dev) => `pnpm add ${dev ? '--save-dev ' : ''}${name}`,
    yarn: (name, dev) => `yarn add ${dev ? '--dev ' : ''}${name}`,
    bun: (name, dev) => `bun add ${dev ? '--dev ' : ''}${name}`,
  },
  pypi: {
    pip: (name) => `pip install ${name}`,
    uv: (name, dev) => `uv add ${dev ? '--dev ' : ''}${name}`,
    poetry: (name, dev) => `poetry add ${dev ? '--group dev ' : ''}${name}`,
  },
  crates: { cargo: (name, dev) => `cargo add ${dev ? '--dev ' : ''}${name}` },
  go: { go: (name) => `go get ${name}` },
  packagist: { composer: (name, dev) => `composer require ${dev ? '--dev ' : ''}${name}` },
  rubygems: { bundler: (name) => `bundle add ${name}`, gem: (name) => `gem install ${name}` },
  nuget: { dotnet: (name) => `dotnet add package ${name}` },
  pub: { dart: (name, dev) => `dart pub add ${dev ? 'dev:' : ''}${name}` },
  jsr: { jsr: (name) => `npx jsr add ${name}`, deno: (name) => `deno add jsr:${name}` },
  vscode: { code: (name) => `code --install-extension ${name}` },
  hackage: { cabal: (name) => `cabal install ${name}`, stack: (name) => `stack install ${name}` },
  opam: { opam: (name) => `opam install ${name}` },
  julia: { julia: (name) => `julia -e 'using Pkg; Pkg.add("${name}")'` },
  cran: { R: (name) => `Rscript -e 'install.packages("${name}")'` },
  cpan: { cpanm: (name) => `cpanm ${name.replaceAll('-', '::')}` },
  luarocks: { luarocks: (name) => `luarocks install ${name}` },
  nimble: { nimble: (name) => `nimble install ${name}` },
  elm: { elm: (name) => `elm install ${name}` },
}

const managers: readonly string[] = Object.values(commands).flatMap((one) => Object.keys(one))

export const block: Generator = generator({
  name: 'install',
  summary: 'The commands that install the package, one for each package manager.',
  example: 'install managers=npm,pnpm',
  options: {
    managers: {
      type: 'array',
      items: { enum: managers },
      default: [],
      description: 'Which package managers, in their order; all of the ecosystem where it does not say.',
    },
    dev: { type: 'boolean', default: false, description: 'As a dependency for development.' },
  },
  generate({ project, options: { managers: wanted, dev } }) {
    const packages = project.manifests.filter(isPublished)
    const installed = packages.filter((manifest) => hasCommand(manifest, project.files))
    if (packages.length === 0) throw new UserError('no manifest of this folder declares a package that is published')
    const lines = installed.flatMap((manifest) => linesFor(manifest, wanted.map(String), dev))
    if (lines.length === 0) throw new UserError(`no package here is installed with ${wanted.join(', ') || 'a command'}`)
    const [only] = lines
    const text =
      lines.length === 1 ? only?.command : lines.map(({ manager, command }) => `# ${manager}\n${command}`).join('\n\n')
    return [{ type: 'code', lang: 'sh', value: text ?? '' }]
  },
})

/** A name that a shell would take for more than a name is none. */
function isPublished({ private: hidden, name = '' }: Manifest): boolean {
  return !hidden && /^@?\w[\w./@-]*$/.test(name)
}

/** A library of Haskell is only listed among what a package needs, and a distribution of Perl may have no module that is called like it. */
function hasCommand({ ecosystem, name = '', commands }: Manifest, files: ProjectFiles): boolean {
  if (ecosystem === 'hackage') return commands.length > 0
  return ecosystem !== 'cpan' || files.kind(`lib/${name.replaceAll('-', '/')}.pm`) === 'file'
}

function linesFor(
  { ecosystem, name = '' }: Manifest,
  wanted: readonly string[],
  dev: boolean,
): { manager: string; command: string }[] {
  const known = commands[ecosystem] ?? {}
  const names = wanted.length > 0 ? wanted.filter((manager) => Object.hasOwn(known, manager)) : Object.keys(known)
  return names.flatMap((manager) => {
    const write = known[manager]
    return write ? [{ manager, command: write(name, dev) }] : []
  })
}
