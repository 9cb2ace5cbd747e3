import { MarkdownDocument } from '@frontdoor/markdown/document'
import { parse } from '@frontdoor/markdown/parse'
import { describe, expect, it, test } from 'vitest'
import { installed } from '../../src/registry/install-commands.ts'

function namesIn(code: string): string[] {
  const document = new MarkdownDocument(`a\n\n~~~sh\n${code}\n~~~\n`, parse)
  return installed(document).map(({ ecosystem, name, at }) => {
    expect(document.slice(at)).toBe(name)
    return `${ecosystem} ${name}`
  })
}

describe('commands that install', () => {
  test.each<[string, readonly string[]]>([
    ['npm install larder', ['npm larder']],
    ['$ npm i -D larder@2 @tea/cup@^1.0.0', ['npm larder', 'npm @tea/cup']],
    ['sudo npm install --global larder', ['npm larder']],
    ['pnpm add larder && pnpm start', ['npm larder']],
    ['yarn  add   larder # really', ['npm larder']],
    ['bun add larder', ['npm larder']],
    ['pip install "larder[all]>=2"', ['pypi larder']],
    ['python -m pip install -U larder==1.2', ['pypi larder']],
    ['uv add larder', ['pypi larder']],
    ['cargo add larder', ['crates larder']],
    ['gem install larder', ['rubygems larder']],
    ['composer require tea/larder:^2', ['packagist tea/larder']],
    ['dart pub add larder', ['pub larder']],
    ['go install github.com/Tea/larder/cmd/tea@latest', ['go github.com/Tea/larder/cmd/tea']],
    ['go get example.com/larder/...', []],
    ['go install ./cmd/tea', []],
    ['dotnet add package Tea.Larder', ['nuget Tea.Larder']],
    ['dotnet add Shop.csproj package Tea.Larder', []],
    ['deno add jsr:@tea/larder@^1', ['jsr @tea/larder']],
    ['npx jsr add @tea/larder', ['jsr @tea/larder']],
    ['deno add npm:larder', []],
    ['docker pull tea/larder:2', ['docker tea/larder']],
    ['docker pull docker.io/tea/larder', ['docker tea/larder']],
    ['docker pull ghcr.io/tea/larder', []],
    ['docker pull redis', []],
    ['cabal install larder-serve', ['hackage larder-serve']],
    ['stack install larder-1.2.3', ['hackage larder']],
    ['opam install larder.1.2.3 larder-lwt', ['opam larder', 'opam larder-lwt']],
    ['opam install . --deps-only', []],
    ['luarocks install larder', ['luarocks larder']],
    ['nimble install larder@#head', ['nimble larder']],
    ['cpanm Tea::Larder', ['cpan Tea::Larder']],
    ['cpanm --installdeps .', []],
    ['elm install tea/larder', ['elm tea/larder']],
    ['install.packages("larder")', ['cran larder']],
    ["> install.packages('larder') # it", ['cran larder']],
    ['install.packages("larder", repos = "https://r.example")', []],
    ['install.packages("package")', []],
    ['pak::pak("tea/larder")', []],
    ['julia> using Pkg; Pkg.add("Larder")', ['julia Larder']],
    ['(@v1.10) pkg> add Larder', ['julia Larder']],
    ['] add Larder', ['julia Larder']],
    ['pkg> add https://a.example/Larder.jl', []],
    ['npm install', []],
    ['npm run install larder', []],
    ['npm install ./larder', []],
    ['npm install tea/larder', []],
    ['npm install git+https://a.example/b.git', []],
    ['npm install --registry https://r.example larder', []],
    ['pip install -r requirements.txt', []],
    ['pip install .', []],
    ['cargo install --git https://a.example larder', []],
    ['npm install <name>', []],
    ['npm install your-package', []],
    ['npm install package-name', []],
    ['npm install $NAME', []],
    ['run npm install larder', []],
    ['npminstall larder', []],
  ])('%s', (line, names) => {
    expect(namesIn(line)).toStrictEqual(names)
  })

  it('are looked for in code alone', () => {
    expect(installed(new MarkdownDocument('npm install larder\n', parse))).toStrictEqual([])
  })
})
