import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { Section } from '@frontdoor/markdown/sections'

/** What a section of a README can be about. */
export type Topic = 'install' | 'license' | 'help' | 'documentation' | 'sponsors'

/**
 * Words that name a topic in a heading: English first, then by language (ar de es fa fr hi id it ja ko nl pl pt ru sv tr uk
 * vi zh). A word stands for itself and for longer ones that begin with it, unless it ends in `$`.
 */
const words: Readonly<Record<Topic, string>> = {
  install: `
    install|getting started|get started|quick start|quickstart|setup|set up|download|how to get|building|build from source|usage$|add to your project|
    تثبيت|التثبيت|installation|einrichtung|instalación|instalar|instalacion|نصب|installer|démarrage|स्थापना|इंस्टॉल|instalasi|pemasangan|memasang|
    installazione|installare|インストール|導入|セットアップ|설치|installeren|installatie|instalacja|instalação|instalacao|установка|
    начало работы|kurulum|kurma|встановлення|cài đặt|安装|安裝|快速开始|快速開始|快速上手|下载`,
  license: `
    licen|copyright|legal|copying|ترخيص|الترخيص|رخصة|lizenz|urheberrecht|licencia|مجوز|پروانه|लाइसेंस|lisensi|licenza|ライセンス|라이선스|라이센스|
    licentie|licencj|licença|licenca|лиценз|lisans|ліценз|giấy phép|许可|許可|授权|授權|版权|版權|协议|協議`,
  help: `
    help|support|question|communit|contact|discuss|feedback|chat|getting in touch|get in touch|report|issue|bug|troubleshoot|faq|stay connected|
    join|reach|مساعدة|الدعم|hilfe|unterstützung|fragen|kontakt|gemeinschaft|ayuda|soporte|comunidad|preguntas|contacto|کمک|پشتیبانی|aide|
    communauté|assistance|सहायता|समुदाय|मदद|bantuan|dukungan|komunitas|aiuto|supporto|comunità|domande|ヘルプ|サポート|質問|コミュニティ|
    お問い合わせ|도움|지원|문의|커뮤니티|질문|hulp|ondersteuning|vragen|pomoc|wsparcie|społeczność|pytania|ajuda|suporte|comunidade|perguntas|
    помощь|поддержка|вопрос|сообществ|обратная связь|контакт|hjälp|frågor|yardım|destek|topluluk|soru|iletişim|допомога|підтримка|спільнота|
    питання|trợ giúp|hỗ trợ|cộng đồng|câu hỏi|liên hệ|帮助|幫助|支持|问题|問題|社区|社群|交流|联系|聯繫|联系我们|反馈|讨论|討論|常见问题`,
  documentation: `
    doc$|docs$|documentation|manual|guide|handbook|user guide|tutorial|reference|website|web site|homepage|learn more|وثائق|التوثيق|توثيق|
    dokumentation|anleitung|handbuch|documentación|documentacion|guía|مستندات|documentation|दस्तावेज़|dokumentasi|documentazione|guida|
    ドキュメント|公式サイト|문서|documentatie|dokumentacj|documentação|документац|руководств|belge|dokümantasyon|документація|tài liệu|
    文档|文檔|文件|手册|手冊|指南|教程|官网`,
  sponsors: `
    sponsor|donat|fund|backer|patron|support us|supporting|support the|financial|buy me a|contributing financially|تبرع|رعاة|الرعاة|spende|
    förder|unterstütz|donar|donacion|patrocin|حمایت|اسپانسر|soutenir|soutien|don$|dons$|mécén|प्रायोजक|दान|donasi|sponsori|donazion|
    スポンサー|寄付|支援|후원|스폰서|doneer|wspier|darowizn|sponsorz|doaç|apoie|apoio|спонсор|пожертв|поддержать|donera|stöd|bağış|destekçi|
    підтримати|tài trợ|ủng hộ|quyên góp|赞助|贊助|捐赠|捐贈|打赏|支持作者|支持我们`,
}

const patterns = new Map(Object.entries(words).map(([topic, list]) => [topic, pattern(list)]))

/** One expression for a list of words. Scripts without spaces between words match anywhere, others at the start of a word. */
function pattern(list: string): RegExp {
  const alternatives = list
    .split('|')
    .map((word) => word.trim())
    .map((word) => (word.endsWith('$') ? `${word.slice(0, -1)}(?![\\p{L}\\p{N}])` : word))
  const spaced = alternatives.filter((word) => !isUnspaced(word))
  const unspaced = alternatives.filter(isUnspaced)
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${spaced.join('|')})|${unspaced.join('|')}`, 'iu')
}

function isUnspaced(word: string): boolean {
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Arabic}]/u.test(word)
}

/** True when a text names a topic. */
export function names(topic: Topic, text: string): boolean {
  return (patterns.get(topic) as RegExp).test(text)
}

/** Sections whose heading names a topic. */
export function sectionsAbout(topic: Topic, { sections }: MarkdownDocument): Section[] {
  return sections.filter(({ title }) => names(topic, title))
}
