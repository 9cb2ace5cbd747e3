/** What a section of a README can be about. */
export type Topic =
  | 'install'
  | 'usage'
  | 'features'
  | 'requirements'
  | 'license'
  | 'contributing'
  | 'help'
  | 'documentation'
  | 'changelog'
  | 'security'
  | 'conduct'
  | 'sponsors'
  | 'opinions'
  | 'contents'
  | 'links'
  | 'about'

/**
 * Words that name a topic in a heading: English first, then by language (ar de es fa fr hi id it ja ko nl pl pt ru sv tr uk
 * vi zh, and cs da el fi he hu nb ro th). A word stands for itself and for longer ones that begin with it, unless it ends in `$`.
 */
export const words: Readonly<Record<Topic, string>> = {
  install: `
    install|getting started|get started|quick start|quickstart|setup|set up|download|how to get|building|build from source|usage$|add to your project|
    تثبيت|التثبيت|installation|einrichtung|instalación|instalar|instalacion|نصب|installer|démarrage|स्थापना|इंस्टॉल|instalasi|pemasangan|memasang|
    installazione|installare|インストール|導入|セットアップ|설치|installeren|installatie|instalacja|instalação|instalacao|установка|
    начало работы|kurulum|kurma|встановлення|cài đặt|安装|安裝|快速开始|快速開始|快速上手|下载|
    התקנה|instalace|installering|asennus|telepítés|instalare|εγκατάσταση|การติดตั้ง|ติดตั้ง`,
  usage: `
    usage|use$|using|how to use|how it works|example|getting started|get started|quick start|quickstart|tutorial|demo|basics|synopsis|cookbook|
    commands$|walkthrough|hello world|hello, world|first steps|الاستخدام|استخدام|أمثلة|verwendung|benutzung|nutzung|beispiel|erste schritte|uso$|ejemplo|
    utilización|primeros pasos|استفاده|طریقه استفاده|نمونه|utilisation|exemple|démarrage|उपयोग|उदाहरण|penggunaan|contoh|cara pakai|utilizzo|esempi|
    使い方|使用方法|使用例|例$|サンプル|사용|예제|예시|gebruik|voorbeeld|użycie|użytkowanie|przykład|utilização|como usar|exemplo|использование|
    применение|пример|как использовать|användning|exempel|kullanım|örnek|використання|приклад|sử dụng|cách dùng|ví dụ|使用|用法|示例|例子|快速开始|
    快速開始|快速上手|入门|入門|範例|教程|
    שימוש|דוגמ|použití|příklad|brug$|bruk$|eksempel|käyttö|esimerk|használat|példa|utilizare|exemple|χρήση|παράδειγμα|การใช้งาน|วิธีใช้|ตัวอย่าง`,
  features: `
    feature|key feature|highlight|why|what can|what is in|what's in|capabilit|benefit|advantage|what it does|in a nutshell|at a glance|overview|
    المزايا|الميزات|مميزات|funktionen|merkmale|eigenschaften|características|funcionalidades|ventajas|ویژگی|امکانات|fonctionnalité|caractéristiques|
    सुविधा|विशेषता|fitur|caratteristiche|funzionalità|特徴|機能|特長|기능|특징|functies|kenmerken|funkcje|cechy|recursos$|особенности|возможности|
    преимущества|funktioner|egenskaper|özellik|можливості|особливості|tính năng|đặc điểm|特性|特点|特點|功能|亮点|优势|
    תכונות|יכולות|vlastnosti|funkce|funktionalitet|funksjoner|ominaisuu|funkciók|jellemzők|funcționalități|caracteristici|χαρακτηριστικά|δυνατότητες|คุณสมบัติ`,
  requirements: `
    requirement|prerequisite|dependenc|compatib|supported|support matrix|platforms|system requirement|browser support|before you|you need|
    المتطلبات|متطلبات|voraussetzung|anforderung|abhängigkeit|requisitos|dependencias|نیازمندی|پیش‌نیاز|prérequis|exigences|dépendances|configuration requise|
    आवश्यकता|prasyarat|persyaratan|requisiti|dipendenze|必要条件|動作環境|要件|前提条件|요구 사항|요구사항|전제|vereisten|benodigdheden|wymagania|
    pré-requisitos|requerimentos|требования|зависимости|krav$|förutsättningar|gereksinim|вимоги|залежності|yêu cầu|环境要求|環境需求|依赖|要求|
    前置|必要條件|兼容|
    דרישות|požadavky|krav til|vaatimukset|követelmény|cerințe|απαιτήσεις|ข้อกำหนด`,
  license: `
    licen|copyright|legal|copying|ترخيص|الترخيص|رخصة|lizenz|urheberrecht|licencia|مجوز|پروانه|लाइसेंस|lisensi|licenza|ライセンス|라이선스|라이센스|
    licentie|licencj|licença|licenca|лиценз|lisans|ліценз|giấy phép|许可|許可|授权|授權|版权|版權|协议|協議|
    רישיון|רשיון|lisens|lisenssi|licenc|licență|άδεια|ใบอนุญาต|สัญญาอนุญาต`,
  contributing: `
    contribut|development$|developing|developers$|developer guide|developer doc|developer note|developer set|developer info|hacking|how to help|get involved|getting involved|pull request|help us|help wanted|helping out|
    building from source|المساهمة|المساهمه|ساهم|mitwirken|beitragen|mitmachen|entwicklung|contribuir|contribuci|colabora|مشارکت|contribuer|
    contribution|participer|योगदान|kontribusi|berkontribusi|contribuire|contributi|貢献|コントリビュ|開発|기여|bijdragen|bijdrage|współtworzenie|wkład|
    rozwój|contribuição|contribuindo|как помочь|участие|вклад|участвовать|разработка|bidra$|bidrag|utveckling|katkı|внесок|участь|đóng góp|
    贡献|貢獻|参与|參與|开发|開發|
    תרומה לפרויקט|פיתוח|přispívání|přispět|vývoj|udvikling|utvikling|osallistu|kehitys|közreműködés|fejlesztés|contribuți|dezvoltare|συνεισφορά|συμμετοχή|การมีส่วนร่วม`,
  help: `
    help|support|question|communit|contact|discuss|feedback|chat|getting in touch|get in touch|report|issue|bug|troubleshoot|faq|stay connected|
    join|reach|مساعدة|الدعم|hilfe|unterstützung|fragen|kontakt|gemeinschaft|ayuda|soporte|comunidad|preguntas|contacto|کمک|پشتیبانی|aide|
    communauté|assistance|सहायता|समुदाय|मदद|bantuan|dukungan|komunitas|aiuto|supporto|comunità|domande|ヘルプ|サポート|質問|コミュニティ|
    お問い合わせ|도움|지원|문의|커뮤니티|질문|hulp|ondersteuning|vragen|pomoc|wsparcie|społeczność|pytania|ajuda|suporte|comunidade|perguntas|
    помощь|поддержка|вопрос|сообществ|обратная связь|контакт|hjälp|frågor|yardım|destek|topluluk|soru|iletişim|İletişim|допомога|підтримка|спільнота|
    питання|trợ giúp|hỗ trợ|cộng đồng|câu hỏi|liên hệ|帮助|幫助|支持|问题|問題|社区|社群|交流|联系|聯繫|联系我们|反馈|讨论|討論|常见问题|
    עזרה|תמיכה|יצירת קשר|nápověda|podpora|hjælp|hjelp|spørgsmål|apua|tuki$|segítség|támogatás|ajutor|suport|βοήθεια|υποστήριξη|ช่วยเหลือ|ติดต่อ`,
  documentation: `
    doc$|docs$|documentation|manual|guide|handbook|user guide|tutorial|reference|website|web site|homepage|learn more|وثائق|التوثيق|توثيق|
    dokumentation|anleitung|handbuch|documentación|documentacion|guía|مستندات|documentation|दस्तावेज़|dokumentasi|documentazione|guida|
    ドキュメント|公式サイト|문서|documentatie|dokumentacj|documentação|документац|руководств|belge|dokümantasyon|документація|tài liệu|
    文档|文檔|文件|手册|手冊|指南|教程|官网|
    תיעוד|dokumentace|dokumentaatio|dokumentáció|documentație|τεκμηρίωση|เอกสาร`,
  changelog: `
    changelog|change log|changes|release note|releases|release history|version history|history|what's new|what is new|news|recent changes|upgrad|migrat|
    سجل التغييرات|التغييرات|änderung|versionshinweise|neuigkeiten|cambios|historial|novedades|تغییرات|journal des modifications|changements|nouveautés|
    notes de version|परिवर्तन|perubahan|catatan rilis|modifiche|novità|変更履歴|更新履歴|リリースノート|변경|릴리스|릴리즈|wijzigingen|zmian|nowości|
    mudanças|alterações|histórico|novidades|изменени|история версий|журнал|что нового|ändringar|nyheter|değişiklik|sürüm notları|зміни|журнал змін|
    thay đổi|lịch sử|更新日志|更新日誌|变更|變更|更新|发布|發佈|版本|
    יומן שינויים|seznam změn|ændringer|endringer|muutokset|változások|modificări|αλλαγές|บันทึกการเปลี่ยนแปลง`,
  security: `
    security|vulnerab|أمان|الأمان|sicherheit|seguridad|امنیت|sécurité|सुरक्षा|keamanan|sicurezza|セキュリティ|脆弱性|보안|beveiliging|bezpieczeńst|
    segurança|безопасност|уязвимост|säkerhet|güvenlik|безпека|bảo mật|安全|漏洞|
    אבטחה|bezpečnost|sikkerhed|sikkerhet|tietoturva|biztonság|securitate|ασφάλεια|ความปลอดภัย`,
  conduct: `
    code of conduct|conduct|مدونة السلوك|verhaltenskodex|verhaltensregeln|código de conducta|آیین‌نامه رفتاری|منشور اخلاقی|code de conduite|आचार संहिता|
    kode etik|codice di condotta|行動規範|행동 강령|행동강령|gedragscode|kodeks postępowania|código de conduta|кодекс поведения|правила поведения|
    uppförandekod|davranış kuralları|кодекс поведінки|quy tắc ứng xử|行为准则|行為準則|行为守则|
    קוד התנהגות|kodex chování|etiske regler|käytössäännöt|magatartási kódex|cod de conduită|κώδικας δεοντολογίας|จรรยาบรรณ`,
  sponsors: `
    sponsor|donat|fund$|funds$|funding|funders$|backer|patron$|patrons$|patreon|support us|supporting us|supporting the|supporting this|
    supporters$|support the|support this|financial contrib|financial support|buy me a|contributing financially|تبرع|رعاة|الرعاة|spende|
    förder|unterstütz|donar|donacion|patrocin|حمایت|اسپانسر|soutenir|soutien|don$|dons$|mécén|प्रायोजक|दान|donasi|sponsori|donazion|
    スポンサー|寄付|支援|후원|스폰서|doneer|wspier|darowizn|sponsorz|doaç|apoie|apoio|спонсор|пожертв|поддержать|donera|stöd|bağış|destekçi|
    підтримати|tài trợ|ủng hộ|quyên góp|赞助|贊助|捐赠|捐贈|打赏|支持作者|支持我们|
    תרומות|נותני חסות|podpořte|sponzo|støt|tue meitä|adomány|sponsoriz|donații|χορηγ|สนับสนุน|บริจาค`,
  opinions: `
    opinion|testimonial|what people|what others|what users|people are saying|they say|reviews|used by|who uses|who's using|who is using|in the wild|
    trusted by|adopters|success stor|case stud|press$|آراء|meinung|stimmen|wer nutzt|opiniones|testimonios|quién usa|نظرات|avis$|témoignage|
    qui utilise|राय|pendapat|testimoni|digunakan oleh|opinioni|recensioni|chi usa|利用者の声|評判|採用|사용자 후기|의견|추천|meningen|gebruikt door|
    opinie|kto używa|opiniões|depoimento|quem usa|отзыв|мнени|кто использует|omdömen|görüş|kimler kullanıyor|відгук|думки|đánh giá|nhận xét|
    评价|評價|用户评价|谁在使用|誰在使用|案例`,
  contents: `
    content$|contents$|table of content|toc$|index$|المحتويات|جدول المحتويات|الفهرس|inhalt$|inhaltsverzeichnis|índice|contenido|tabla de contenido|فهرست|
    sommaire|table des matières|विषय सूची|विषय-सूची|अनुक्रमणिका|daftar isi|indice|sommario|目次|もくじ|목차|inhoud$|inhoudsopgave|spis treści|sumário|
    conteúdo|оглавление|содержание|innehåll|içindekiler|İçindekiler|зміст|mục lục|目录|目錄|导航|導覽|
    תוכן עניינים|תוכן העניינים|obsah$|indhold|innhold|sisällys|tartalom|cuprins|περιεχόμενα|สารบัญ`,
  links: `
    link$|links$|resource$|resources$|useful links|more information|further reading|روابط|مصادر|weiterführend|enlaces|recursos|پیوندها|لینک‌ها|liens|ressources|लिंक|
    संसाधन|tautan|sumber daya|collegamenti|risorse|リンク|参考|링크|자료|koppelingen|linki|odnośniki|ссылки|ресурсы|länkar|resurser|bağlantılar|
    посилання|liên kết|链接|連結|相关链接|资源|資源|
    קישורים|odkazy|lenker$|linkit|hivatkozás|legături|σύνδεσμοι|ลิงก์`,
  about: `
    about|what is|what's|introduction|intro$|overview|description|summary|abstract|background|نبذة|عن المشروع|مقدمة|über|einführung|beschreibung|überblick|
    acerca|sobre|descripción|introducción|qué es|درباره|معرفی|à propos|présentation|परिचय|tentang|pengantar|informazioni|introduzione|descrizione|
    概要|はじめに|紹介|とは|소개|개요|inleiding|beschrijving|o projekcie|wprowadzenie|opis$|o projeto|introdução|descrição|visão geral|о проекте|
    описание|введение|om$|introduktion|hakkında|tanıtım|про проєкт|опис$|giới thiệu|简介|簡介|介绍|介紹|项目介绍|概述|前言|关于|關於|
    אודות|o projektu|tietoja|bevezetés|despre|σχετικά|เกี่ยวกับ`,
}
