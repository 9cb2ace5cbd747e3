import { expect, test } from 'vitest'
import { names, type Topic } from '../src/topics/topics.ts'

/** One heading a topic and language, as READMEs in the language have them. */
const headings: Readonly<Record<string, Partial<Record<Topic, string>>>> = {
  Czech: { install: 'Instalace', usage: 'Použití', license: 'Licence', contributing: 'Přispívání', contents: 'Obsah' },
  Danish: { install: 'Installation', usage: 'Brug', license: 'Licens', contributing: 'Udvikling', contents: 'Indhold' },
  Finnish: {
    install: 'Asennus',
    usage: 'Käyttö',
    license: 'Lisenssi',
    contributing: 'Osallistuminen',
    contents: 'Sisällysluettelo',
  },
  Greek: {
    install: 'Εγκατάσταση',
    usage: 'Χρήση',
    license: 'Άδεια',
    contributing: 'Συνεισφορά',
    contents: 'Περιεχόμενα',
  },
  Hebrew: { install: 'התקנה', usage: 'שימוש', license: 'רישיון', contributing: 'פיתוח', contents: 'תוכן עניינים' },
  Hungarian: {
    install: 'Telepítés',
    usage: 'Használat',
    license: 'Licenc',
    contributing: 'Közreműködés',
    contents: 'Tartalomjegyzék',
  },
  Norwegian: {
    install: 'Installering',
    usage: 'Bruk',
    license: 'Lisens',
    contributing: 'Utvikling',
    contents: 'Innhold',
  },
  Romanian: {
    install: 'Instalare',
    usage: 'Utilizare',
    license: 'Licență',
    contributing: 'Contribuții',
    contents: 'Cuprins',
  },
  Thai: { install: 'การติดตั้ง', usage: 'การใช้งาน', license: 'สัญญาอนุญาต', contributing: 'การมีส่วนร่วม', contents: 'สารบัญ' },
  Arabic: {
    install: 'التثبيت',
    usage: 'الاستخدام',
    license: 'الترخيص',
    contributing: 'المساهمة',
    contents: 'المحتويات',
  },
  Chinese: { install: '快速开始', usage: '使用方法', license: '许可证', contributing: '参与贡献', contents: '目录' },
  Dutch: {
    install: 'Installatie',
    usage: 'Gebruik',
    license: 'Licentie',
    contributing: 'Bijdragen',
    contents: 'Inhoudsopgave',
  },
  English: {
    install: '🚀 Getting Started',
    usage: 'How to use',
    license: 'LICENSE',
    contributing: 'Contributing',
    contents: 'Table of Contents',
  },
  French: {
    install: 'Démarrage rapide',
    usage: 'Utilisation',
    license: 'Licence',
    contributing: 'Contribuer',
    contents: 'Sommaire',
  },
  German: {
    install: 'Einrichtung',
    usage: 'Verwendung',
    license: 'Lizenz',
    contributing: 'Mitwirken',
    contents: 'Inhaltsverzeichnis',
  },
  Hindi: { install: 'स्थापना', usage: 'उपयोग', license: 'लाइसेंस', contributing: 'योगदान', contents: 'विषय सूची' },
  Indonesian: {
    install: 'Instalasi',
    usage: 'Penggunaan',
    license: 'Lisensi',
    contributing: 'Kontribusi',
    contents: 'Daftar Isi',
  },
  Italian: {
    install: 'Installazione',
    usage: 'Utilizzo',
    license: 'Licenza',
    contributing: 'Contribuire',
    contents: 'Indice',
  },
  Japanese: {
    install: 'インストール',
    usage: '使い方',
    license: 'ライセンス',
    contributing: '貢献する',
    contents: '目次',
  },
  Korean: { install: '설치 방법', usage: '사용법', license: '라이선스', contributing: '기여하기', contents: '목차' },
  Persian: { install: 'نصب', usage: 'نحوه استفاده', license: 'مجوز', contributing: 'مشارکت', contents: 'فهرست' },
  Polish: {
    install: 'Instalacja',
    usage: 'Użycie',
    license: 'Licencja',
    contributing: 'Współtworzenie',
    contents: 'Spis treści',
  },
  Portuguese: {
    install: 'Instalação',
    usage: 'Como usar',
    license: 'Licença',
    contributing: 'Contribuindo',
    contents: 'Sumário',
  },
  Russian: {
    install: 'Установка',
    usage: 'Использование',
    license: 'Лицензия',
    contributing: 'Как помочь',
    contents: 'Оглавление',
  },
  Spanish: {
    install: 'Instalación',
    usage: 'Uso',
    license: 'Licencia',
    contributing: 'Contribuir',
    contents: 'Tabla de contenidos',
  },
  Swedish: {
    install: 'Installation',
    usage: 'Användning',
    license: 'Licens',
    contributing: 'Bidra',
    contents: 'Innehåll',
  },
  Turkish: {
    install: 'Kurulum',
    usage: 'Kullanım',
    license: 'Lisans',
    contributing: 'Katkıda bulunma',
    contents: 'İçindekiler',
  },
  Ukrainian: {
    install: 'Встановлення',
    usage: 'Використання',
    license: 'Ліцензія',
    contributing: 'Внесок',
    contents: 'Зміст',
  },
  Vietnamese: {
    install: 'Cài đặt',
    usage: 'Sử dụng',
    license: 'Giấy phép',
    contributing: 'Đóng góp',
    contents: 'Mục lục',
  },
}

test.each([
  ['sponsors', 'Financial contributors'],
  ['sponsors', 'Patrons'],
  ['sponsors', 'Patreon'],
  ['sponsors', 'Funding'],
  ['sponsors', 'Supporting the project'],
  ['contributing', 'Developer guide'],
  ['contributing', 'For developers'],
] as const)('%s is found in: %s', (topic, text) => {
  expect(names(topic, text)).toBe(true)
})

const cases = Object.entries(headings).flatMap(([language, topics]) =>
  Object.entries(topics).map(([topic, heading]) => [language, topic as Topic, heading] as const),
)

test.each(cases)('in %s, the heading on %s is known: %s', (_, topic, heading) => {
  expect(names(topic, heading)).toBe(true)
})

test.each([
  ['license', 'Silencing output'],
  ['usage', 'Because'],
  ['contents', 'Contention'],
  ['security', 'Insecure'],
  ['install', 'Reinstallments'],
  ['sponsors', 'Refunds'],
  ['sponsors', 'Fundamentals'],
  ['sponsors', 'Curso de fundamentos desde cero'],
  ['sponsors', 'Patrones de diseño'],
  ['sponsors', 'Supporting both'],
  ['sponsors', 'Financial functions'],
  ['contributing', 'Developer tools'],
] as const)('%s is not found in what only begins or ends like it: %s', (topic, text) => {
  expect(names(topic, text)).toBe(false)
})
