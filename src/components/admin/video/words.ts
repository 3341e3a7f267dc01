import type { Failure, VideoState } from '@/domain/media/videos'
import type { Locale } from '@/domain/tenancy/locales'

type Words = {
  again: string
  /** With whom the film is. */
  at: (provider: string) => string
  failedToAsk: string
  heading: string
  made: (renditions: string) => string
  reasons: Record<Failure, string>
  soundAlone: string
  states: Record<VideoState, string>
  /** What learners see until it is ready. */
  untilThen: string
}

export const VIDEO_WORDS: Record<Locale, Words> = {
  en: {
    again: 'Try again',
    at: (provider) => `Kept and played by ${provider}.`,
    failedToAsk: 'This could not be asked for. Please try again.',
    heading: 'Ready for watching',
    made: (renditions) => `In ${renditions}.`,
    reasons: {
      broken:
        'The file is neither a film nor a recording that can be read. Export it again and upload the new file.',
      ffmpegMissing:
        'No machine of this installation can prepare videos: ffmpeg is not installed. The file plays as it was uploaded.',
      gone: 'The storage has the file no more. Upload it again.',
      interrupted: 'The work was broken off too often.',
      noSpace: 'There is no room left for it on the disk. It is tried again in a while.',
      noTracks: 'There is nothing in the file to see or to hear.',
      packagerMissing:
        'The school protects its films, and no machine of this installation can: shaka-packager is missing for its processor.',
      provider: 'The provider did not take it.',
      providerAway: 'The provider does not answer. It is asked again in a minute.',
      providerGone: 'The provider has the film no more.',
      providerKeys: 'The provider does not know the keys of the account.',
      storage: 'The storage did not answer. It is tried again in a while.',
      timedOut: 'It took far longer than its length allows.',
      tooLarge: 'Its picture is too large.',
      tooLong: 'It is longer than 12 hours.',
      truncated: 'The end of the file is missing. Upload it again.',
      unknown: 'Something unforeseen happened.',
    },
    soundAlone: 'sound',
    states: {
      failed: 'It could not be prepared',
      processing: 'Being prepared',
      queued: 'Waiting for its turn',
      ready: 'Ready',
    },
    untilThen: 'Until it is ready, learners are shown the file as it was uploaded.',
  },
  he: {
    again: 'לנסות שוב',
    at: (provider) => `נשמר ומנוגן אצל ${provider}.`,
    failedToAsk: 'הבקשה לא נשלחה. נסו שוב.',
    heading: 'הכנה לצפייה',
    made: (renditions) => `באיכויות ${renditions}.`,
    reasons: {
      broken: 'הקובץ אינו סרטון או הקלטה שאפשר לקרוא. ייצאו אותו מחדש והעלו את הקובץ החדש.',
      ffmpegMissing:
        'אין בהתקנה הזאת מחשב שיכול להכין סרטונים: ffmpeg אינו מותקן. הקובץ מוצג כפי שהועלה.',
      gone: 'הקובץ כבר אינו באחסון. העלו אותו שוב.',
      interrupted: 'העבודה נקטעה יותר מדי פעמים.',
      noSpace: 'לא נשאר בשבילו מקום בדיסק. בעוד זמן מה יתבצע ניסיון נוסף.',
      noTracks: 'אין בקובץ מה לראות או לשמוע.',
      packagerMissing:
        'בית הספר מגן על סרטוניו, ואין בהתקנה הזו שרת שיכול: חסרה התוכנה shaka-packager למעבד שלו.',
      provider: 'הספק לא קיבל אותו.',
      providerAway: 'הספק לא עונה. בעוד דקה יתבצע ניסיון נוסף.',
      providerGone: 'הסרטון כבר אינו אצל הספק.',
      providerKeys: 'הספק אינו מכיר את מפתחות החשבון.',
      storage: 'האחסון לא ענה. בעוד זמן מה יתבצע ניסיון נוסף.',
      timedOut: 'ההכנה נמשכה הרבה מעבר למה שהאורך מצדיק.',
      tooLarge: 'התמונה גדולה מדי.',
      tooLong: 'הסרטון ארוך מ־12 שעות.',
      truncated: 'סוף הקובץ חסר. העלו אותו שוב.',
      unknown: 'קרה משהו בלתי צפוי.',
    },
    soundAlone: 'קול בלבד',
    states: {
      failed: 'ההכנה נכשלה',
      processing: 'בהכנה',
      queued: 'ממתין לתורו',
      ready: 'מוכן',
    },
    untilThen: 'עד שיהיה מוכן, הלומדים רואים את הקובץ כפי שהועלה.',
  },
  ru: {
    again: 'Попробовать снова',
    at: (provider) => `Хранится и воспроизводится у ${provider}.`,
    failedToAsk: 'Не удалось отправить запрос. Попробуйте ещё раз.',
    heading: 'Подготовка к просмотру',
    made: (renditions) => `В качестве ${renditions}.`,
    reasons: {
      broken:
        'Это не видео и не запись, которые можно прочитать. Экспортируйте файл заново и загрузите его.',
      ffmpegMissing:
        'В этой установке нет машины, которая готовит видео: не установлен ffmpeg. Файл показывается так, как был загружен.',
      gone: 'Файла больше нет в хранилище. Загрузите его снова.',
      interrupted: 'Работа прерывалась слишком часто.',
      noSpace: 'На диске не осталось места. Через некоторое время будет новая попытка.',
      noTracks: 'В файле нечего смотреть и слушать.',
      packagerMissing:
        'Школа защищает видео, а в этой установке это некому сделать: для процессора сервера нет shaka-packager.',
      provider: 'Провайдер не принял файл.',
      providerAway: 'Провайдер не отвечает. Через минуту будет новая попытка.',
      providerGone: 'У провайдера этого видео больше нет.',
      providerKeys: 'Провайдер не узнаёт ключи аккаунта.',
      storage: 'Хранилище не ответило. Через некоторое время будет новая попытка.',
      timedOut: 'Подготовка длилась намного дольше, чем позволяет длина.',
      tooLarge: 'Изображение слишком велико.',
      tooLong: 'Длится больше 12 часов.',
      truncated: 'У файла нет конца. Загрузите его снова.',
      unknown: 'Случилось что-то непредвиденное.',
    },
    soundAlone: 'только звук',
    states: {
      failed: 'Подготовить не удалось',
      processing: 'Готовится',
      queued: 'Ждёт очереди',
      ready: 'Готово',
    },
    untilThen: 'Пока видео не готово, студенты видят файл таким, как он загружен.',
  },
}
