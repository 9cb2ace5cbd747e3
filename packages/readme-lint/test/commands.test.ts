import { expect, test } from 'vitest'
import { comparable, installsIn } from '../src/snippet/commands.ts'

test.each([
  ['$ npm install --save-dev @a/b@1.2 c', ['npm add @a/b', 'npm add c']],
  ['npm i -g foo && npx foo@2 init', ['npm global foo', 'npm run-local foo']],
  ['yarn global add foo', ['npm global foo']],
  ['pnpm add -D foo # or npm', ['npm add foo']],
  ['bun add foo | cat', ['npm add foo']],
  ['pnpm dlx foo init bar', ['npm run foo']],
  ['npx -p @a/b foo', []],
  ['npm install', []],
  ['npm install ./foo ../bar foo.tgz user/repo <name> $NAME', []],
  ['npm install foo --registry https://a.b', ['npm add foo']],
  ['npm run install foo', []],
  ['npm create vite@latest', []],
  ['pip install "foo[all]>=1.0" bar==2', ['pypi add foo', 'pypi add bar']],
  ['python3 -m pip install --upgrade foo', ['pypi add foo']],
  ['pip install -r requirements.txt', []],
  ['pip install -e .', []],
  ['pip install git+https://github.com/a/b', []],
  ['uv add foo', ['pypi add foo']],
  ['uvx foo@latest run', ['pypi run foo']],
  ['uvx --from foo bar', []],
  ['pipx install foo', ['pypi global foo']],
  ['conda install -c conda-forge foo=1.2', ['conda add foo']],
  ['mamba install conda-forge::foo', ['conda add conda-forge::foo']],
  ['brew install a/tap/foo bar@2', ['brew global a/tap/foo', 'brew global bar']],
  ['helm install -n ns my-release a/foo --set b=c', ['helm add a/foo']],
  ['helm install my-release ./foo', []],
  ['helm repo add a https://a.b', []],
  ['code --install-extension a.foo', ['vscode add a.foo']],
  ['{:foo, "~> 1.0"}, {:bar, path: "../bar"}', ['hex add foo']],
  ["gem 'foo', '~> 1.0'", ['rubygems add foo']],
  ['<PackageReference Include="A.Foo" Version="1.0" />', ['nuget add A.Foo']],
  ['cargo install --locked foo', ['crates global foo']],
  ['cargo install --git https://a.b foo', []],
  ['cargo add foo --features bar', ['crates add foo']],
  ['go get -u github.com/a/b/v2@latest', ['go add github.com/a/b/v2']],
  ['go install github.com/a/b/cmd/c@latest', ['go global github.com/a/b/cmd/c']],
  ['go install ./...', []],
  ['composer require --dev a/b:^1', ['packagist add a/b']],
  ['gem install foo', ['rubygems add foo']],
  ['dotnet add package Foo.Bar --version 1', ['nuget add Foo.Bar']],
  ['deno add jsr:@a/b', ['jsr add @a/b']],
  ['cabal install foo-bar-1.2.3', ['hackage global foo-bar']],
  ['stack install foo-2d', ['hackage global foo-2d']],
  ['cabal install --flags="-threaded"', []],
  ['opam install foo.1.2 foo-lwt', ['opam add foo', 'opam add foo-lwt']],
  ['opam install . --deps-only', []],
  ['luarocks --local install foo', ['luarocks add foo']],
  ['nimble install foo@#head', ['nimble add foo']],
  ['elm install a/foo', ['elm add a/foo']],
  ['my-npm install foo', []],
])('%j installs %j', (line, installs) => {
  expect(installsIn(line).map(({ ecosystem, how, name }) => `${ecosystem} ${how} ${name}`)).toEqual(installs)
})

test('a name is where it says', () => {
  const line = 'pip install "foo[all]" jsr:@a/b; deno add jsr:@a/b'
  for (const { name, index } of installsIn(line)) expect(line.slice(index, index + name.length)).toBe(name)
})

test.each([
  ['My_Pkg.a', 'pypi', 'my-pkg-a'],
  ['my_crate', 'crates', 'my-crate'],
  ['Github.com/A/b', 'go', 'Github.com/A/b'],
  ['React', 'npm', 'react'],
] as const)('%s of %s is compared as %s', (name, ecosystem, compared) => {
  expect(comparable(name, ecosystem)).toBe(compared)
})
