import { describe, expect, test } from 'vitest'
import { anchorsOf, checkedFragment, lacksAnchor } from '../src/web/page-anchors.ts'

describe('a fragment is looked for', () => {
  test.each([
    ['https://larder.town/manual#tea', 'tea'],
    ['https://larder.town/manual#%C3%BCber', 'über'],
    ['https://larder.town/api#module.Class.method', 'module.Class.method'],
    ['https://github.com/tea/larder#install', 'install'],
    ['https://github.com/tea/larder/blob/main/docs/a.md#install', 'install'],
  ])('in %s', (url, fragment) => {
    expect(checkedFragment(url)).toBe(fragment)
  })

  test.each([
    'https://larder.town/manual',
    'https://larder.town/manual#',
    'https://larder.town/manual#top',
    'https://larder.town/app#/settings',
    'https://larder.town/app#!/settings',
    'https://larder.town/manual#:~:text=tea',
    'https://larder.town/play#code=abc',
    'https://github.com/tea/larder/blob/main/a.ts#L10-L20',
    'https://github.com/tea/larder/issues/1#issuecomment-2',
    'https://github.com/tea/larder#readme',
    'https://github.com/tea/larder#MIT-1-ov-file',
  ])('but not in %s', (url) => {
    expect(checkedFragment(url)).toBeUndefined()
  })
})

describe('a page lacks an anchor', () => {
  function lacks(html: string, fragment: string, { url = 'https://larder.town/', type = 'text/html' } = {}): boolean {
    const body = anchorsOf(html, { 'content-type': type })
    return lacksAnchor({ status: 200, headers: {}, hops: [], stale: false, url, body }, fragment)
  }
  const github = { url: 'https://github.com/tea/larder' }

  test.each([
    ['that it writes otherwise', '<h1 id="tea">', 'coffee', {}],
    ['though a section has one', '<section id=tea>', 'coffee', {}],
    ['though an old anchor is there', '<a href="#" name="tea">', 'coffee', {}],
    ['on GitHub, where documents have a prefix', '<h1 id="user-content-tea">', 'coffee', github],
  ])('%s', (_, html, fragment, page) => {
    expect(lacks(html, fragment, page)).toBe(true)
  })

  test.each([
    ['that has it', '<h1 id="tea">', 'tea', {}],
    ['that has it without quotes', '<h1 id=tea class=x>', 'tea', {}],
    ['that has it in another case', "<h1 id='Tea'>", 'tea', {}],
    ['that has it percent-encoded', '<h1 id="%C3%BCber">', 'über', {}],
    ['whose anchors a script makes', '<div id="root"></div><script src="app.js"></script>', 'tea', {}],
    ['that is no page', '<h1 id="tea">', 'coffee', { type: 'text/plain' }],
    ['of GitHub, with its prefix', '<h1 id="user-content-tea">', 'tea', github],
    ['of GitHub, inside of JSON', '{"text":"<h1 id=\\"user-content-tea\\">"}', 'tea', github],
    ['of GitHub that shows no document', '<h1 id="tea">', 'coffee', github],
  ])('but not one %s', (_, html, fragment, page) => {
    expect(lacks(html, fragment, page)).toBe(false)
  })
})
