import fc from 'fast-check'
import type { Root } from 'hast'
import { raw } from 'hast-util-raw'
import { find, html as names } from 'property-information'
import { expect, test } from 'vitest'
import { hosts } from '../../src/hosts.generated.ts'
import { elementsIn } from '../../src/render/walk.ts'
import { placed, renderFor } from './support.ts'

/** What people try, in Markdown and in HTML, alone and inside what is kept. */
const hostile = [
  '<script>alert(1)</script>',
  '<ScRiPt src="https://a.example/x.js"></sCrIpT>',
  '<script\n>alert(1)</script\n>',
  '<scr<script>ipt>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<img src="x" ONERROR="alert(1)" oNlOaD=alert(1)>',
  '<svg onload=alert(1)><script>alert(1)</script><a xlink:href="javascript:alert(1)">x</a></svg>',
  '<svg><animate attributeName=href values="javascript:alert(1)" /><set attributeName=onmouseover to=alert(1) /></svg>',
  '<p values="javascript:alert(1)" to="javascript:alert(1)">x</p>',
  '<math><maction actiontype="statusline#http://x" xlink:href="javascript:alert(1)">x</maction></math>',
  '<a href="javascript:alert(1)">x</a>',
  '<a href=" &#14; java&#x0A;script&colon;alert(1)">x</a>',
  '<a href="JaVaScRiPt:alert(1)">x</a>',
  '<a href="vbscript:msgbox(1)">x</a>',
  '<a href="data:text/html;base64,PHNjcmlwdD4=">x</a>',
  '[x](javascript:alert(1))',
  '[x](<java\tscript:alert(1)>)',
  '[x][y]\n\n[y]: javascript:alert(1)',
  '![x](javascript:alert(1))',
  '<javascript:alert(1)>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<iframe src="javascript:alert(1)"></iframe>',
  '<object data="javascript:alert(1)"></object><embed src="javascript:alert(1)">',
  '<form action="javascript:alert(1)"><button formaction="javascript:alert(1)">x</button></form>',
  '<base href="javascript:alert(1)//"><meta http-equiv="refresh" content="0;url=javascript:alert(1)"><link rel="stylesheet" href="javascript:x">',
  '<details ontoggle=alert(1) open><summary onclick=alert(1)>x</summary></details>',
  '<video poster="javascript:alert(1)" src="javascript:alert(1)" onplay=alert(1)></video>',
  '<input type="image" src="javascript:alert(1)" autofocus onfocus=alert(1)>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
  '<p title="--><script>alert(1)</script>">x</p>',
  '<svg><style><object data="javascript:alert(1)"',
  '<svg><style>&lt;img src=x onerror=alert(1)></style></svg>',
  '<style><img src="</style><img src=x onerror=alert(1)>"></style>',
  '<textarea><script>alert(1)</script></textarea><title><script>alert(1)</script></title>',
  '<!--><script>alert(1)</script>--> <!-- --!><script>alert(1)</script>',
  '<template><script>alert(1)</script></template><plaintext><script>alert(1)</script>',
  '<span data-o="0" data-marks="x" data-dropped="y">x</span> <data-o>x</data-o> <span data-oo="1">y</span>',
]

test.each(hosts)('nothing hostile is left on $title', async ({ name }) => {
  for (const one of hostile) {
    for (const readme of [
      one,
      `> - ${one.replaceAll('\n', '\n>   ')}`,
      `<div>\n\n${one}\n\n</div>`,
      `| a |\n| - |\n| ${one} |`,
    ]) {
      expect({ readme, acts: actsIn(await renderFor(name, await placed(readme))) }).toEqual({ readme, acts: [] })
    }
  }
})

/** What in a HTML would run, as a browser reads it. */
function actsIn(html: string): string[] {
  const tree = raw({ type: 'root', children: [{ type: 'raw', value: html }] }) as Root
  return [...elementsIn(tree)].flatMap(({ tagName, properties }) => {
    const attributes = Object.entries(properties).map(([property, value]) => [
      find(names, property).attribute,
      String(value),
    ])
    const acts = attributes.filter(([name = '', value = '']) => {
      const address = value.replaceAll(/[^!-~]/g, '').toLowerCase()
      const isCode = /^(?:javascript:|vbscript:|data:text\/html)/.test(address) && !['alt', 'title'].includes(name)
      return /^on|^srcdoc$/.test(name) || isCode || name.startsWith('data-ooo') || /^data-(?:marks|dropped)$/.test(name)
    })
    return [...(runs.has(tagName.toLowerCase()) ? [tagName] : []), ...acts.map((act) => act.join('='))]
  })
}

const runs = new Set('script iframe object embed base meta link animate set'.split(' '))

test('nor of what they are put together from', async () => {
  const pieces = fc.array(fc.constantFrom(...hostile.flatMap((one) => one.match(/<[^<>]*|>|[^<>]+/g) ?? [])), {
    maxLength: 12,
  })
  await fc.assert(
    fc.asyncProperty(pieces, fc.constantFrom(...hosts), async (parts, { name }) => {
      const readme = parts.join('')
      expect(actsIn(await renderFor(name, await placed(readme)))).toEqual([])
    }),
    { numRuns: 400 },
  )
})

test.each(hosts)('the same README gives the same on $title', async ({ name }) => {
  const readme = await placed(hostile.join('\n\n'))
  expect(await renderFor(name, readme)).toBe(await renderFor(name, await placed(hostile.join('\n\n'))))
})

test('elements that are nested without end are refused in words', async () => {
  const readme = await placed('<div>'.repeat(20_000))
  await expect(renderFor('github', readme)).rejects.toThrow('README.md: nested too deeply to be rendered')
})
