import type { BeforeListTableServerProps } from 'payload'

import { createLocalReq } from 'payload'

import { videoTraffic, type Traffic } from '@/operations/learning/videoTraffic'

import { wordsIn } from './words'

const WORDS = {
  en: {
    counted: 'What the content delivery network sends is counted from its logs, up to {at}.',
    edge: 'Not counted here: what the content delivery network sends. Its own statistics say how much that is.',
    heading: 'Video delivered',
    noneSent: 'What your videos send will be counted here, some seconds after it is sent.',
    noneWatched: 'Nobody has watched a video yet',
    noneWatchedBody:
      'Each watching of a video in a lesson will stand here: by whom, on which device, and under which code.',
    past: 'in thirty days',
    provider:
      'Not counted here: films that a video provider plays. Its own statistics say how much that is.',
    today: 'Today, by viewer (UTC)',
    unusual: 'Far more than usual',
    usual: 'Usual',
    videos: 'By video, thirty days',
    visitors: 'Visitors, and viewers who are not known',
  },
  he: {
    counted: 'מה שנשלח מרשת הפצת התוכן (CDN) נספר לפי היומנים שלה, עד {at}.',
    edge: 'לא נספר כאן: מה שנשלח מרשת הפצת התוכן (CDN). הכמות מופיעה בנתוני הרשת עצמה.',
    heading: 'וידאו שנשלח',
    noneSent: 'כאן ייספר מה שהסרטונים שלכם שולחים, כמה שניות אחרי השליחה.',
    noneWatched: 'עדיין לא צפו בסרטונים',
    noneWatchedBody: 'כאן תופיע כל צפייה בסרטון של שיעור: מי צפו, באיזה מכשיר ובאיזה קוד.',
    past: 'בשלושים יום',
    provider: 'לא נספרים כאן: סרטים שמנוגנים אצל ספק וידאו. הכמות מופיעה בנתוני הספק עצמו.',
    today: 'היום, לפי צופים (UTC)',
    unusual: 'הרבה מעבר לרגיל',
    usual: 'רגיל',
    videos: 'לפי סרטון, שלושים יום',
    visitors: 'מבקרים וצופים שאינם ידועים',
  },
  ru: {
    counted: 'Отправленное сетью доставки (CDN) учтено по её журналам до {at}.',
    edge: 'Здесь не учтено то, что отправила сеть доставки (CDN): сколько — видно в её собственной статистике.',
    heading: 'Отправленное видео',
    noneSent: 'Здесь будет то, что отправили ваши видео, — через несколько секунд после отправки.',
    noneWatched: 'Видео ещё никто не смотрел',
    noneWatchedBody:
      'Здесь появится каждый просмотр видео из урока: кто смотрел, на каком устройстве и под каким кодом.',
    past: 'за тридцать дней',
    provider:
      'Здесь не учтены видео, которые показывает сторонний сервис: сколько он отправил — видно в его статистике.',
    today: 'Сегодня, по зрителям (UTC)',
    unusual: 'Намного больше обычного',
    usual: 'Обычно',
    videos: 'По видео, за тридцать дней',
    visitors: 'Посетители и неизвестные зрители',
  },
}

type Words = (typeof WORDS)['en']

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const

/** Bytes as people say them, in powers of a thousand. */
const amount = (bytes: number, language: string): string => {
  const step = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), UNITS.length - 1)

  return new Intl.NumberFormat(language, {
    maximumFractionDigits: 1,
    style: 'unit',
    unit: UNITS[step] ?? 'byte',
  }).format(bytes / 1000 ** step)
}

const momentOf = (at: string, language: string): string =>
  `${new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' }).format(new Date(at))} UTC`

/** Above the list of watched videos: what was sent in thirty days, day by day, to whom most today, and of which videos. */
export const VideoTraffic = async ({
  data,
  i18n,
  payload,
  searchParams,
  user,
}: BeforeListTableServerProps) => {
  const { language } = i18n
  const words = wordsIn(language, WORDS)
  const traffic = await videoTraffic({
    now: new Date(),
    req: await createLocalReq({ user }, payload),
  })
  const all = traffic.days.reduce((sum, { bytes }) => sum + bytes, 0)

  const isNarrowed = Object.keys(searchParams ?? {}).some((key) => /^(search|where)/.test(key))

  return (
    <section
      aria-label={words.heading}
      className="lectern-balances lectern-recovered lectern-traffic"
    >
      <h2>{words.heading}</h2>
      {all === 0 ? (
        <p>{words.noneSent}</p>
      ) : (
        <>
          <figure>
            <figcaption>
              <strong>
                <bdi>{amount(all, language)}</bdi>
              </strong>
              <small>{words.past}</small>
            </figcaption>
            <Days days={traffic.days} language={language} />
          </figure>
          <Viewers language={language} viewers={traffic.viewers} words={words} />
          <Videos language={language} videos={traffic.videos} words={words} />
        </>
      )}
      {traffic.edgeUntil && (
        <p>{words.counted.replace('{at}', momentOf(traffic.edgeUntil, language))}</p>
      )}
      {traffic.uncounted.map((what) => (
        <p key={what}>{words[what]}</p>
      ))}
      {data.totalDocs === 0 && !isNarrowed && (
        <div className="lectern-build__empty lectern-traffic__none">
          <h3>{words.noneWatched}</h3>
          <p>{words.noneWatchedBody}</p>
        </div>
      )}
    </section>
  )
}

/** A bar for each day, as high as its share of the fullest; each says what it stands for. */
const Days = ({ days, language }: { days: Traffic['days']; language: string }) => {
  const most = Math.max(...days.map(({ bytes }) => bytes), 1)
  const nameOf = (day: string) =>
    new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }).format(
      new Date(day),
    )

  return (
    <ol>
      {days.map(({ bytes, day }) => {
        const said = `${nameOf(day)}: ${amount(bytes, language)}`

        return (
          <li key={day} title={said}>
            <span className="lectern-recovered-bar">
              <span style={{ blockSize: `${Math.round((bytes / most) * 100)}%` }} />
            </span>
            <span aria-hidden>{Number(day.slice(8))}</span>
            <span className="lectern-recovered-said">{said}</span>
          </li>
        )
      })}
    </ol>
  )
}

type Shown<Part extends keyof Traffic> = { language: string; words: Words } & Pick<Traffic, Part>

const Viewers = ({ language, viewers, words }: Shown<'viewers'>) =>
  viewers.length > 0 && (
    <table>
      <caption>{words.today}</caption>
      <tbody>
        {viewers.map(({ name, bytes, isUnusual, usual, viewer }) => (
          <tr key={viewer}>
            <th scope="row">
              {viewer === 'visitor' ? (
                words.visitors
              ) : name ? (
                <a href={`/admin/collections/users/${viewer}`}>
                  <bdi>{name}</bdi>
                </a>
              ) : (
                '–'
              )}
            </th>
            <td>
              <bdi>{amount(bytes, language)}</bdi>
            </td>
            <td>
              {usual !== null && (
                <>
                  {words.usual}: <bdi>{amount(usual, language)}</bdi>
                </>
              )}
            </td>
            <td>{isUnusual && <strong>{words.unusual}</strong>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )

const Videos = ({ language, videos, words }: Shown<'videos'>) => (
  <table>
    <caption>{words.videos}</caption>
    <tbody>
      {videos.map(({ name, bytes, video }) => (
        <tr key={video}>
          <th scope="row">
            <bdi>{name ?? '–'}</bdi>
          </th>
          <td>
            <bdi>{amount(bytes, language)}</bdi>
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)
