/** The sandbox of a frame: no script, no form, no window, no way out. The page itself may look in, to point at things. */
export const sandbox = 'allow-same-origin'

/** Hosts that let the text say in which direction it runs. */
const fromText: ReadonlySet<string> = new Set(['github', 'gitlab'])

interface Dress {
  readonly host: string
  readonly dark: boolean
  /** Images from other servers may be loaded. */
  readonly images: boolean
}

/** The document of a frame, before a README is put into it. Its policy holds for all that comes later. */
export function frameDocument({ host, dark, images }: Dress): string {
  const css = document.getElementById('frame-style')?.textContent ?? ''
  const own = document.querySelector<HTMLMetaElement>('meta[name="readme-lint-images"]')?.content ?? "'self'"
  const from = images ? `${own} data: https: http:` : `${own} data:`
  const styles = document.querySelector<HTMLMetaElement>('meta[name="readme-lint-frame-style"]')?.content ?? ''
  const policy = [
    "default-src 'none'",
    `img-src ${from}`,
    `media-src ${from}`,
    `style-src-elem '${styles}'`,
    "style-src-attr 'unsafe-inline'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  return `<!doctype html>
<html lang="en" data-host="${host}" data-theme="${dark ? 'dark' : 'light'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta http-equiv="x-dns-prefetch-control" content="off">
<meta name="viewport" content="width=device-width">
<title>README</title>
<style>${css}</style>
</head>
<body><article${fromText.has(host) ? ' dir="auto"' : ''}></article></body>
</html>`
}

/** Puts a README into the document of a frame. */
export function fill(frame: Document, html: string, { dark, images }: Pick<Dress, 'dark' | 'images'>): void {
  const article = frame.querySelector('article')
  if (!article) return
  const template = frame.createElement('template')
  template.innerHTML = html
  if (images) loadImages(template.content)
  putTexts(template.content)
  rememberMedia(template.content)
  article.replaceChildren(template.content)
  dress(frame, dark)
}

/** Gives a frame its colours, and its pictures those that they have for them. */
export function dress(frame: Document, dark: boolean): void {
  frame.documentElement.dataset.theme = dark ? 'dark' : 'light'
  for (const source of frame.querySelectorAll<HTMLSourceElement>('source[data-scheme]')) {
    const { scheme = '' } = source.dataset
    source.media = scheme === (dark ? 'dark' : 'light') ? 'all' : 'not all'
  }
}

function loadImages(readme: DocumentFragment): void {
  for (const [kept, name] of [
    ['data-src', 'src'],
    ['data-src-set', 'srcset'],
    ['data-poster', 'poster'],
  ] as const) {
    for (const element of readme.querySelectorAll(`[${kept}]`)) {
      element.setAttribute(name, element.getAttribute(kept) ?? '')
      element.removeAttribute(kept)
    }
  }
}

/** An image that is not loaded, or has lost its address, is its text. */
function putTexts(readme: DocumentFragment): void {
  for (const image of readme.querySelectorAll<HTMLImageElement>('img:not([src], [srcset])')) {
    const text = readme.ownerDocument.createElement('span')
    for (const { name, value } of image.attributes) {
      if (/^(?:data-|title$|align$)/.test(name)) text.setAttribute(name, value)
    }
    text.className = 'image'
    text.setAttribute('role', 'img')
    text.setAttribute('aria-label', image.alt || 'Image without a text')
    text.textContent = image.alt || 'image'
    image.replaceWith(text)
  }
}

/** The switch for dark colours is the page's own, which a media query does not know. */
function rememberMedia(readme: DocumentFragment): void {
  for (const source of readme.querySelectorAll<HTMLSourceElement>('source[media]')) {
    const scheme = /^\(\s*prefers-color-scheme\s*:\s*(dark|light)\s*\)$/i.exec(source.media.trim())?.[1]
    if (scheme) source.dataset.scheme = scheme.toLowerCase()
  }
}
