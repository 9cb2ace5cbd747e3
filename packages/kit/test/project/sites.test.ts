import { describe, expect, it, test } from 'vitest'
import { parseRepository } from '../../src/forge.ts'
import { type ManifestFacts, manifestOf } from '../../src/manifests/manifest.ts'
import { sitesOf } from '../../src/project/sites.ts'

const repository = parseRepository('https://github.com/o/r')

describe('sitesOf', () => {
  test.each([
    [{ homepage: 'https://r.example' }, 'https://r.example', 'https://r.example'],
    [
      { homepage: 'https://r.example', documentation: 'https://docs.example' },
      'https://r.example',
      'https://docs.example',
    ],
    [{ documentation: 'https://docs.example' }, undefined, 'https://docs.example'],
    [{ homepage: 'https://github.com/o/r#readme' }, undefined, undefined],
    [{ homepage: 'http://www.github.com/O/R' }, undefined, undefined],
    [{ homepage: 'https://github.com/o/r/tree/main/packages/a' }, undefined, undefined],
    [{ homepage: 'https://github.com/other/place' }, undefined, undefined],
    [{ homepage: 'https://o.github.io/r/' }, 'https://o.github.io/r/', 'https://o.github.io/r/'],
    [{ homepage: 'https://www.npmjs.example/package/r' }, undefined, undefined],
    [{ homepage: 'https://pypi.example/project/r/' }, undefined, undefined],
    [{ homepage: 'https://crates.example/crates/r' }, undefined, undefined],
    [{ homepage: 'https://hex.example/packages/r' }, undefined, undefined],
    [{ homepage: 'https://hackage.example/package/r' }, undefined, undefined],
    [{ homepage: 'https://cran.r-project.example/package=r' }, undefined, undefined],
    [{ documentation: 'https://ocaml.example/p/r/latest' }, undefined, undefined],
    [
      { documentation: 'https://ocaml.example/p/r/latest/doc/index.html' },
      undefined,
      'https://ocaml.example/p/r/latest/doc/index.html',
    ],
    [{ homepage: 'https://pub.example/about' }, 'https://pub.example/about', 'https://pub.example/about'],
    [{ documentation: 'https://github.com/o/r#readme' }, undefined, undefined],
    [{ documentation: 'https://github.com/o/r.git' }, undefined, undefined],
    [{ documentation: 'https://github.com/o/r/wiki' }, undefined, 'https://github.com/o/r/wiki'],
    [
      { documentation: 'https://github.com/o/r/blob/main/docs/a.md' },
      undefined,
      'https://github.com/o/r/blob/main/docs/a.md',
    ],
    [
      { documentation: 'https://github.com/o/r', homepage: 'https://r.example' },
      'https://r.example',
      'https://r.example',
    ],
    [{}, undefined, undefined],
  ] as const)('of %j are %s and %s', (facts, homepage, documentation) => {
    expect(sitesOf([manifest(facts)], repository)).toEqual({ homepage, documentation })
  })

  it('are of the first manifest that has one', () => {
    const manifests = [
      manifest({}),
      manifest({ homepage: 'https://a.example' }),
      manifest({ documentation: 'https://b.example' }),
    ]
    expect(sitesOf(manifests, undefined)).toEqual({ homepage: 'https://a.example', documentation: 'https://b.example' })
  })
})

function manifest(facts: ManifestFacts) {
  return manifestOf({ ...facts, ecosystem: 'npm', path: 'package.json' })
}
