import type { Site } from './sites.ts'

/** A name in its own script, and in Latin letters where that is another one. */
export interface PersonName {
  readonly givenName: string
  readonly surname: string
  /** Decides between `Leiterin` and `Leiter`. */
  readonly form: 'feminine' | 'masculine'
  readonly latin?: { readonly givenName: string; readonly surname: string }
}

/** Lists of given names alternate: feminine, masculine. */
const germanGiven =
  words(`Anna Jan Katharina Lars Sabine Torben Meike Jörg Ulrike Henrik Julia Stefan Wiebke Matthias Friederike Björn
  Annika Thomas Silke Carsten Petra Niels Daniela Uwe Franziska Holger Birgit Arne Nicole Jürgen Lena Tobias Kerstin Malte Sandra Frank
  Antje Christian Hannah Dirk Imke Philipp Jutta Hauke Martina René Svenja Andreas Dörte Kai Marlene Sören Heike Paul Ayşe Mehmet Agnieszka
  Piotr Zoë Günter Theresa Rüdiger Nele Oliver Elif Emre Bärbel Vincent Käthe Lukas`)
const germanSurnames =
  words(`Petersen Müller Hansen Schröder Jansen Weiß Lührs Brandt Köhler Thomsen Vogel Möller Claasen Richter Böttcher Harms
  Schäfer Wulff Lindner Krüger Ahrens Friedrich Groß Behrens Naumann Jäger Detlefsen Kaiser Behnke Schöne Lorenz Hagedorn Ritter Tiedemann
  Böhme Seidel Paulsen Kühn Uhlig Voß Heinrich Matthies Zschoche Krämer Osterkamp Fröhlich Reimers Hartwig Nguyen Yılmaz Kowalczyk Freytag
  Winkler Steffens Hübner Görlitz Marquardt Lüders Dietze Rademacher Stölzel Buchholz Quast Eggers Thiele Oertel Grünwald Holst Kaya Nowak
  von-Bargen Engelhardt Röder Sievers Wendt`)
const austrianGiven = words(
  'Elisabeth Markus Johanna Florian Magdalena Gregor Verena Wolfgang Barbara Dominik Theresia Klemens Sophie Manfred',
)
const austrianSurnames = words(
  'Gruber Huber Wagner Pichler Steiner Moser Hofer Leitner Egger Fuchs Brunner Lechner Schwaiger Pölzl Kröpfl Novotny',
)
const swissGiven = words('Ursina Beat Céline Reto Nadja Urs Regula Luca Mélanie Andri Flavia Jürg')
const swissSurnames = words('Zürcher Brändli Keller Ammann Rüegg Frei Bühlmann Caduff Gerber Hürlimann Meier Favre')
const chinese =
  pairs(`王 伟 Wang Wei|李 娜 Li Na|张 敏 Zhang Min|刘 洋 Liu Yang|陈 静 Chen Jing|杨 磊 Yang Lei|赵 雪梅 Zhao Xuemei|黄 志强 Huang Zhiqiang
  |周 婷 Zhou Ting|吴 建国 Wu Jianguo|徐 丽华 Xu Lihua|孙 浩 Sun Hao|马 晓东 Ma Xiaodong|朱 琳 Zhu Lin|胡 俊 Hu Jun|郭 芳 Guo Fang`)
const arabic =
  pairs(`حداد ليلى Haddad Layla|المنصوري خالد Al-Mansoori Khalid|فارس نور Faris Noor|الشامسي مريم Al-Shamsi Mariam|خليل عمر Khalil Omar
  |ناصر هدى Nasser Huda|درويش سامر Darwish Samer|رحمن فاطمة Rahman Fatima`)

/** Names one after the other, never the same twice, for each culture. */
export class NameSource {
  readonly #next = new Map<Site['culture'], number>()

  take(culture: Site['culture']): PersonName {
    const index = this.#next.get(culture) ?? 0
    this.#next.set(culture, index + 1)
    switch (culture) {
      case 'german':
        return combine(germanGiven, germanSurnames, index)
      case 'austrian':
        return combine(austrianGiven, austrianSurnames, index)
      case 'swiss':
        return combine(swissGiven, swissSurnames, index)
      case 'chinese':
        return at(chinese, index)
      case 'arabic':
        return at(arabic, index)
    }
  }
}

/** Walks both lists at different speeds, so that neighbours share neither name and a full turn repeats no pair. */
function combine(given: readonly string[], surnames: readonly string[], index: number): PersonName {
  const turn = Math.floor(index / given.length)
  const surname = at(surnames, index * 7 + turn * 11).replace('von-', 'von ')
  return { givenName: at(given, index), surname, form: index % 2 === 0 ? 'feminine' : 'masculine' }
}

function at<T>(list: readonly T[], index: number): T {
  const item = list[index % list.length]
  if (item === undefined) throw new Error('The list of names is empty.')
  return item
}

function words(text: string): readonly string[] {
  return text.trim().split(/\s+/)
}

function pairs(text: string): readonly PersonName[] {
  return text.split('|').map((entry) => {
    const [surname = '', givenName = '', latinSurname = '', latinGiven = ''] = words(entry)
    return { givenName, surname, form: 'masculine', latin: { givenName: latinGiven, surname: latinSurname } }
  })
}
