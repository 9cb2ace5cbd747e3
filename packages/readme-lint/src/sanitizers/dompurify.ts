import { type HtmlList, htmlList, words } from './html-list.ts'

const schemes = 'ftp ftps http https mailto tel callto sms cid xmpp matrix'

/** What DOMPurify lets through when nothing is set (dompurify 3.4.18, 2026-11-22), SVG and MathML left out. */
export const dompurifyList: HtmlList = htmlList({
  tags: `
    a abbr acronym address area article aside audio b bdi bdo big blink blockquote br button canvas caption center
    cite code col colgroup content data datalist dd decorator del details dfn dialog dir div dl dt element em
    fieldset figcaption figure font footer form h1 h2 h3 h4 h5 h6 header hgroup hr i img input ins kbd label
    legend li main map mark marquee menu menuitem meter nav nobr ol optgroup option output p picture pre progress
    q rp rt ruby s samp search section select shadow slot small source spacer span strike strong style sub summary
    sup table tbody td template textarea tfoot th thead time tr track tt u ul var video wbr
  `,
  attributes: {
    '*': `
      aria-* data-* accept action align alt autocapitalize autocomplete autopictureinpicture autoplay background bgcolor border
      capture cellpadding cellspacing checked cite class clear color cols colspan command commandfor controls
      controlslist coords crossorigin datetime decoding default dir disabled disablepictureinpicture
      disableremoteplayback download draggable enctype enterkeyhint exportparts face for headers height hidden
      high href hreflang id inert inputmode integrity ismap kind label lang list loading loop low max maxlength
      media method min minlength multiple muted name nonce noshade novalidate nowrap open optimum part pattern
      placeholder playsinline popover popovertarget popovertargetaction poster preload pubdate radiogroup readonly
      rel required rev reversed role rows rowspan scope selected shape size sizes slot span spellcheck src srclang
      srcset start step style summary tabindex title translate type usemap valign value width wrap xmlns
    `,
  },
  // Of images, sound and video it takes any data.
  schemes: { href: schemes, src: `${schemes} data`, cite: schemes },
  emptied: 'script style iframe noembed noframes object',
  disputed: 'svg',
})

/**
 * Ids and names that DOMPurify takes away: a script would find the element in the place of what a document or a form has by that name
 * (`SANITIZE_DOM`, which is on). They are those in lower case of the DOM as TypeScript 7 declares it, handlers left out.
 */
export const clobbering: ReadonlySet<string> = new Set(
  words(`
    action after all anchors animate append applets attributes autocapitalize autocomplete autofocus before blur body
    charset children clear click close closest constructor contains cookie dataset dir doctype domain draggable
    elements embeds encoding enctype evaluate focus fonts forms fullscreen head hidden id images implementation inert
    lang length links location matches method name nonce normalize open part plugins popover prefix prepend referrer
    rel remove reset role scripts scroll slot spellcheck style submit target timeline title translate write writeln
  `),
)
