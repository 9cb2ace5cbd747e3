/// <reference lib="dom" />
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import axe from 'axe-core'
import type { Browser, FrameLocator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { browserPath, launchBrowser } from './browser.ts'
import { folderWith, startPreview, writePreview } from './preview.ts'

const hosts = ['github', 'npm', 'pypi', 'crates', 'nuget']

/** READMEs of real packages, which are there wherever the tests run, and one that runs from right to left. */
const readmes: Readonly<Record<string, string>> = {
  commander: readmeOf('commander'),
  undici: readmeOf('undici'),
  yaml: readmeOf('yaml'),
  'a Persian one': `# چای

<div dir="rtl">

چای را به موقع دم می‌کند. [راهنما](docs/guide.md) و [اینجا](#چای)

![قوری](pot.png)

</div>

> [!WARNING]
> داغ است.

- [x] سیاه
- [ ] سبز

| نام | دقیقه |
| --- | ---: |
| سیاه | ۴ |
`,
}

const tea = `# Tea

Brews tea on time. See [black](black), <dfn>green</dfn> and [white](#white).

> [!NOTE]
> Hot.

${'## Steps\n\nBoil, pour, wait, drink.\n\n'.repeat(40)}

## White

Two minutes.
`

/** A red point. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4z8DwHwAFAAH/iZk9HQAAAABJRU5ErkJggg==',
  'base64',
)

/** How long to ask again; on a busy machine everything takes its time. */
const patience = { timeout: 60_000 }

describe.skipIf(browserPath === undefined)('the preview in a browser', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launchBrowser()
  })
  afterAll(() => browser?.close())

  /** A page that has shown all that it shows, and what it asked of others. */
  async function open(
    url: string,
    look: 'light' | 'dark' | 'phone' = 'light',
  ): Promise<{ page: Page; foreign: string[] }> {
    const viewport = look === 'phone' ? { width: 375, height: 780 } : { width: 1440, height: 900 }
    const context = await browser.newContext({ viewport, colorScheme: look === 'light' ? 'light' : 'dark' })
    onTestFinished(() => context.close())
    const page = await context.newPage()
    const foreign: string[] = []
    page.on('request', (request) => {
      if (!request.url().startsWith(url) && !request.url().startsWith('data:')) foreign.push(request.url())
    })
    page.on('dialog', (dialog) => {
      foreign.push(`dialog ${dialog.message()}`)
      void dialog.dismiss()
    })
    page.on('popup', (popup) => foreign.push(`window ${popup.url()}`))
    page.on('pageerror', (error) => foreign.push(`error ${error.message}`))
    await page.goto(url)
    await settled(page)
    return { page, foreign }
  }

  it.each(Object.entries(readmes))(
    'has no fault that axe finds, and asks nothing of others, with the README of %s',
    async (_, readme) => {
      const url = await startPreview(folderWith({ 'README.md': readme, 'pot.png': png, 'docs/guide.md': '' }), hosts)
      for (const look of ['light', 'dark', 'phone'] as const) {
        const { page, foreign } = await open(url, look)
        expect(await page.locator('.pane:visible').count()).toBe(look === 'phone' ? 1 : hosts.length)
        await page.keyboard.press('j')
        await page.keyboard.press('t')
        expect(await faultsIn(page)).toEqual([])
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
        expect(foreign).toEqual([])
      }
    },
  )

  it('shows what a host loses where it loses it, and why', async () => {
    const { page } = await open(await startPreview(folderWith({ 'README.md': tea }), hosts))
    const lost = frame(page, 'PyPI').locator('[data-state]')
    expect(await lost.first().getAttribute('title')).toContain('<dfn>')
    await lost.first().click()
    const opened = page.locator('#findings .open')
    expect(await opened.locator('.message').textContent()).toContain('<dfn>')
    expect(await opened.locator('.line.meant .text').textContent()).toContain('<dfn>green</dfn>')
    expect(await frame(page, 'GitHub').locator('.markdown-alert-title').textContent()).toBe('Note')
    expect(await frame(page, 'npm').locator('[data-state=literal]').textContent()).toContain('[!NOTE]')
  })

  it('shows a change of the file at once, where the reader is', async () => {
    const folder = folderWith({ 'README.md': tea })
    const { page } = await open(await startPreview(folder, ['github', 'npm']))
    const scrolled = () => page.frames()[1]?.evaluate(() => scrollY)
    await page.frames()[1]?.evaluate(() => scrollTo(0, 700))
    writeFileSync(join(folder, 'README.md'), tea.replace('Brews tea', 'Brews *fine* tea'))
    await frame(page, 'GitHub').locator('em', { hasText: 'fine' }).waitFor({ state: 'attached' })
    expect(await scrolled()).toBe(700)
    expect(await page.locator('#status').textContent()).toBe('Reloaded')
  })

  it('says nothing of what a README has before one was read', async () => {
    const page = await browser.newPage()
    onTestFinished(() => page.close())
    await page.goto(await startPreview(folderWith({ 'README.md': new Uint8Array([0xff]) }), ['github']))
    await page.getByRole('alert').getByText('README.md:1: byte 0xff').waitFor()
    expect(await page.locator('#findings-title').textContent()).toBe('Findings')
    expect(await page.locator('#table-note').textContent()).toBe('')
  })

  it('tells why a README cannot be read, and leaves in sight what was read before', async () => {
    const folder = folderWith({ 'README.md': tea })
    const { page } = await open(await startPreview(folder, ['github']))
    writeFileSync(join(folder, 'README.md'), new Uint8Array([0xff]))
    await page.getByRole('alert').getByText('README.md:1: byte 0xff').waitFor()
    expect(await frame(page, 'GitHub').locator('h1').textContent()).toBe('Tea')
    writeFileSync(join(folder, 'README.md'), tea.replace('# Tea', '# Coffee'))
    await frame(page, 'GitHub').locator('h1', { hasText: 'Coffee' }).waitFor()
    expect(await page.getByRole('alert').count()).toBe(0)
  })

  it('tells once why a host cannot be shown, and shows the others', async () => {
    const nested = `# Tea\n\n${'<div>'.repeat(40_000)}`
    const url = await startPreview(folderWith({ 'README.md': nested }), ['github', 'nuget'])
    const asked: string[] = []
    browser.once('context', (context) => context.on('request', (request) => asked.push(request.url())))
    const { page } = await open(url)
    await page.getByRole('alert').getByText('README.md: nested too deeply to be rendered').waitFor()
    await page.keyboard.press('d')
    await settled(page)
    expect(asked.filter((address) => address.endsWith('/frames/github.json')).length).toBe(1)
    expect(await frame(page, 'NuGet').locator('h2').textContent()).toBe('Tea')
    expect(await faultsIn(page)).toEqual([])
  })

  it('scrolls the hosts together', async () => {
    const { page } = await open(await startPreview(folderWith({ 'README.md': tea }), ['github', 'npm']))
    // Like a reader, who scrolls more than once: for a moment after it is filled, a frame leads nobody.
    const scrolled = async () => {
      await page.frames()[1]?.evaluate(() => scrollTo(0, scrollY === 900 ? 901 : 900))
      return page.frames()[2]?.evaluate(() => scrollY)
    }
    await expect.poll(scrolled, patience).toBeGreaterThan(500)
  })

  it('writes a fix by a click, and says so', async () => {
    const folder = folderWith({ 'README.md': tea.replace('](black)', '](#whit)') })
    const { page } = await open(await startPreview(folder, ['github']))
    await page.locator('#findings button', { hasText: '#whit' }).click()
    expect(await page.locator('.diff .new .text').textContent()).toContain('(#white)')
    await page.locator('.detail').getByRole('button', { name: 'Apply to the file' }).click()
    await page.locator('#notice.good').waitFor()
    expect(readFileSync(join(folder, 'README.md'), 'utf8')).toBe(tea.replace('](black)', '](#white)'))
    await expect.poll(() => page.locator('#findings button', { hasText: '#whit' }).count(), patience).toBe(0)
  })

  it('shows three hosts whole', async () => {
    const { page } = await open(await startPreview(folderWith({ 'README.md': tea }), hosts.slice(0, 3)))
    const hidden = page.locator('#frames').evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)
    expect(await hidden).toBe(0)
  })

  it('is worked with keys alone', async () => {
    const { page } = await open(await startPreview(folderWith({ 'README.md': tea }), hosts))
    const pressed = (name: string) => page.getByRole('button', { name, exact: true }).getAttribute('aria-pressed')
    await page.keyboard.press('s')
    expect([await pressed('One'), await page.locator('.pane:visible').count()]).toEqual(['true', 1])
    await page.keyboard.press('3')
    expect(await page.locator('.pane:visible h2').textContent()).toBe('PyPI')
    await page.keyboard.press('ArrowRight')
    expect(await page.locator('.pane:visible h2').textContent()).toBe('crates.io')
    await page.keyboard.press('d')
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark')
    await page.keyboard.press('j')
    expect(await page.locator('#findings .open').count()).toBe(1)
    await page.keyboard.press('Escape')
    expect(await page.locator('#findings .open').count()).toBe(0)
    await page.keyboard.press('?')
    expect(await page.getByRole('dialog').isVisible()).toBe(true)
    expect(await faultsIn(page)).toEqual([])
  })

  it('keeps a hostile README in its frames', async () => {
    const own = 'parent.document.title = top.document.title = "owned"; fetch("https://evil.example/x")'
    const hostile = `# Tea <script>${own}</script>

<img src="x" onerror='${own}'> <a href='javascript:${own}'>go</a> <svg onload='${own}'><script>${own}</script></svg>
<iframe srcdoc='<script>${own}</script>'></iframe></iframe></article></body></html><script>${own}</script>
<style>* { background: url(https://evil.example/a) }</style><div style="position:fixed;inset:0;background:url(https://evil.example/b)">c</div>
<meta http-equiv="refresh" content="0;url=https://evil.example/"><base href="https://evil.example/"><link rel="stylesheet" href="https://evil.example/c">
<video src="https://evil.example/v" autoplay></video><object data="https://evil.example/o"></object><embed src="https://evil.example/e">
<form action="https://evil.example/"><button>send</button></form> <a href="https://evil.example/" target="_top">out</a>

![i](https://evil.example/i.png)
`
    const { page, foreign } = await open(
      await startPreview(folderWith({ 'README.md': hostile }), [...hosts, 'gitlab', 'docker-hub', 'read-the-docs']),
    )
    for (const title of ['GitHub', 'Read the Docs', 'Docker Hub'])
      for (const name of ['go', 'send'])
        for (const shown of await frame(page, title).getByText(name, { exact: true }).all())
          await shown.dispatchEvent('click')
    await page.keyboard.press('d')
    await page.keyboard.press('s')
    await page.keyboard.press('s')
    await settled(page)
    expect(await page.title()).toBe('README.md · readme-lint preview')
    expect(foreign).toEqual([])
    expect(
      page
        .frames()
        .slice(1)
        .every((one) => one.url() === 'about:srcdoc'),
    ).toBe(true)
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundImage)).toBe('none')
    // Only now is anything loaded, and that is pictures and films.
    await page.getByRole('button', { name: 'Remote images' }).click()
    await expect.poll(() => foreign.length, patience).toBeGreaterThan(0)
    await settled(page)
    expect([...new Set(foreign)].every((url) => /^https:\/\/evil\.example\/[iv]/.test(url))).toBe(true)
  })

  it('is the same as files, without a server', async () => {
    const folder = folderWith({ 'README.md': `![Pot](pot.png)\n\n${tea}`, 'pot.png': png })
    const { page, foreign } = await open(await writePreview(folder, ['github', 'pypi']))
    expect(foreign.filter((url) => !url.startsWith(`file://${folder}/site/files/`))).toEqual([])
    const width = () =>
      frame(page, 'GitHub')
        .locator('img')
        .evaluate((image: HTMLImageElement) => image.naturalWidth)
    await expect.poll(width, patience).toBe(1)
    await frame(page, 'PyPI').locator('[data-state=dropped]').first().click()
    expect(await page.locator('#findings .open .message').textContent()).toContain('<dfn>')
    expect(await page.getByRole('button', { name: /apply/i }).count()).toBe(0)
    expect(await faultsIn(page)).toEqual([])
  })
})

function frame(page: Page, title: string): FrameLocator {
  return page.frameLocator(`iframe[title="The README as ${title} shows it"]`)
}

async function settled(page: Page): Promise<void> {
  await page.locator('.pane:visible').first().waitFor()
  await expect.poll(() => page.locator('.pane[aria-busy]').count(), patience).toBe(0)
}

/** What axe finds in the page itself. Frames run no scripts, so it cannot look into them. */
async function faultsIn(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  // Colours that are on their way from light to dark are no fault.
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)))
  return page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run(document, { iframes: false })
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
  })
}

function readmeOf(name: string): string {
  const folder = join(import.meta.dirname, '..', 'node_modules', '.pnpm')
  const found = readdirSync(folder).find((one) => one.startsWith(`${name}@`))
  if (found === undefined) throw new Error(`${name} is not installed`)
  const inside = join(folder, found, 'node_modules', name)
  const file = readdirSync(inside).find((one) => /^readme\.md$/i.test(one))
  return readFileSync(join(inside, file ?? 'README.md'), 'utf8')
}
