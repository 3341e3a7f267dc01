import type { Locale } from '@/domain/tenancy/locales'

import type { SeedWords } from '../types'

/** Aurora in Hebrew: its first course whole but for the questions of buyers, two of its lessons, the quiz and the front page. */
const he: SeedWords = {
  'A bare bulb across the room': 'נורה חשופה בקצה החדר',
  'A camera of any kind\nOne window': 'מצלמה מכל סוג\nחלון אחד',
  'A large window on an overcast day': 'חלון גדול ביום מעונן',
  'An overcast sky is the largest soft box there is.':
    'שמיים מעוננים הם תיבת האור הגדולה ביותר שיש.',
  'A small source far away makes hard light: crisp edges, deep shadows, drama. A large source close by makes soft light: gentle edges, open shadows, calm.':
    'מקור קטן ורחוק יוצר אור קשה: קצוות חדים, צללים עמוקים, דרמה. מקור גדול וקרוב יוצר אור רך: קצוות עדינים, צללים פתוחים, שלווה.',
  'A surface keeps every colour but the one it sends on.': 'משטח בולע כל צבע מלבד זה שהוא מחזיר.',
  'Aurora began as an evening class in a room with one window. The window was the curriculum.\n\nWe still teach that way: few words, one thing at a time, and something to try before the day is over. Every course is made by people who do it for a living, and none is longer than it has to be.':
    'אורורה התחילה כשיעור ערב בחדר עם חלון אחד. החלון היה תוכנית הלימודים.\n\nכך אנחנו מלמדים עד היום: מעט מילים, דבר אחד בכל פעם, ומשהו לנסות עוד באותו יום. כל קורס נבנה בידי אנשים שזה מקצועם, ואף קורס אינו ארוך מן הנחוץ.',
  'A walk, then the light, then a face: three courses in the order in which eyes learn.':
    'קודם טיול, אחר כך האור, ולבסוף פנים: שלושה קורסים לפי הסדר שבו העין לומדת.',
  bluish: 'כחלחל',
  'Bounce is light that has hit something first, and has taken its colour along.':
    'אור מוחזר הוא אור שפגע קודם במשהו, ולקח איתו את הצבע שלו.',
  'Brightness changes exposure and never the edge of a shadow.':
    'עוצמת האור משנה את החשיפה, אבל לעולם לא את קצה הצל.',
  Courses: 'קורסים',
  'Everyday practice': 'תרגול יומיומי',
  'Everything that happens between the eye and the print.': 'כל מה שקורה בין העין להדפס.',
  'Fine golden lines that rise into a wave on a dark ground':
    'קווים זהובים דקים שעולים לגל על רקע כהה',
  'From a walk to a portrait': 'מטיול אל הדיוקן',
  'Good photographs begin before the camera is lifted. This course trains the eye first: where light comes from, what it does to a face or a wall, and when to wait for it.':
    'צילום טוב מתחיל לפני שמרימים את המצלמה. הקורס מאמן קודם כול את העין: מאין בא האור, מה הוא עושה לפנים או לקיר, ומתי כדאי לחכות לו.',
  'Go out and look': 'צאו החוצה והביטו',
  'Hard and soft': 'קשה ורך',
  'Hard and soft side by side, to print': 'קשה ורך זה לצד זה, להדפסה',
  'Hold your hand in the sun and look at the edge of its shadow. Now hold a sheet of paper between your hand and the sun.':
    {
      text: 'הושיטו יד אל השמש והביטו בקצה הצל שלה. עכשיו החזיקו דף נייר בין היד לשמש.',
      was: 'Hold your hand in the sun and look at the edge of its shadow. Now hold a sheet of paper between the two.',
    },
  'How bright is it? Exposure values explained': 'כמה בהיר זה? ערכי חשיפה בפשטות',
  'How it works': 'איך זה עובד',
  'Learning to look': 'ללמוד להסתכל',
  'Learn to see what everyone else walks past': 'לראות את מה שכולם עוברים על פניו',
  Light: 'אור',
  'Light that bounces off a red wall is …': 'אור שמוחזר מקיר אדום הוא…',
  'Making it brighter': 'הגברת עוצמתו',
  'Member of the Association of Independent Photography Schools':
    'חברים באיגוד בתי הספר העצמאיים לצילום',
  'Moving the source closer': 'קירוב המקור',
  'One window': 'חלון אחד',
  People: 'אנשים',
  'People who own a camera and are bored by their own pictures\nAnyone who photographs people, rooms or food with a phone':
    'למי שיש מצלמה והתמונות שלהם משעממות אותם\nלכל מי שמצלמים אנשים, חדרים או אוכל בטלפון',
  'Photographer and teacher of looking': 'צלמת ומורה להתבוננות',
  Photography: 'צילום',
  'Putting it to use': 'מן העין אל הצילום',
  'Putting paper in front of it': 'הנחת נייר לפניו',
  Questions: 'שאלות',
  'Read the direction, quality and colour of any light\nChoose the hour and the place before you choose the lens\nLight a portrait with one window\nEdit a series down to the five that matter':
    'לזהות כיוון, איכות וצבע של כל אור\nלבחור שעה ומקום לפני שבוחרים עדשה\nלהאיר דיוקן בעזרת חלון אחד\nלצמצם סדרה לחמש התמונות שבאמת חשובות',
  reddish: 'אדמדם',
  'Rounded stones stacked on one another': 'אבנים עגולות מונחות זו על זו',
  'Seeing light': 'לראות אור',
  'See the courses': 'לכל הקורסים',
  'Short, exact courses on photography, taught by people who do it for a living.':
    'קורסים קצרים ומדויקים בצילום, מפי אנשים שזה מקצועם.',
  'Short, exact courses on photography.': 'קורסים קצרים ומדויקים בצילום.',
  'Short films show one thing at a time. Each section ends with something to try on your own street, with whatever camera you have.':
    'סרטונים קצרים מראים דבר אחד בכל פעם. כל פרק מסתיים במשהו לנסות ברחוב שלכם, עם כל מצלמה שיש.',
  'Slanted planes of green, ochre and red beside a dark disc':
    'מישורים נטויים בירוק, באוקר ובאדום לצד עיגול כהה',
  'Softness comes from the size of the source as seen from the face.':
    'הרכות נקבעת לפי גודל המקור כפי שהוא נראה מן הפנים.',
  'Start with light': 'להתחיל מהאור',
  'The first lesson of every course is open to everybody.': 'השיעור הראשון בכל קורס פתוח לכולם.',
  'The midday sun': 'שמש הצהריים',
  'The sun is enormous, and yet it is a hard light. Why?':
    'השמש עצומה, ובכל זאת האור שלה קשה. למה?',
  'The whole course': 'הקורס כולו',
  'Tiles of quarter circles in green, ochre and cream': 'אריחים של רבעי עיגולים בירוק, באוקר ובקרם',
  'Train your eye before your camera. Four short lessons on where light comes from, and what to do with it.':
    'לאמן את העין לפני המצלמה. ארבעה שיעורים קצרים על מקור האור ועל מה שאפשר לעשות בו.',
  'Try it': 'נסו בעצמכם',
  'Watch this once without taking notes. Then look up: name the source, its direction, and what it leaves in shadow.':
    'צפו פעם אחת בלי לרשום. אחר כך הרימו את העיניים: מהו מקור האור, מה כיוונו, ומה הוא משאיר בצל.',
  'What did you see?': 'מה ראיתם?',
  'What students say': 'מה אומרים הלומדים',
  'Where light comes from': 'מאין בא האור',
  'Which of these make a shadow softer?': 'מה מאלה הופך צל לרך יותר?',
  'Which source gives the softest light on a face?': 'איזה מקור נותן את האור הרך ביותר על פנים?',
  white: 'לבן',
}

/** Aurora in Russian: less of it, and its summary written before the course grew by a lesson. */
const ru: SeedWords = {
  'A camera of any kind\nOne window': 'Любая камера\nОдно окно',
  'Aurora began as an evening class in a room with one window. The window was the curriculum.\n\nWe still teach that way: few words, one thing at a time, and something to try before the day is over. Every course is made by people who do it for a living, and none is longer than it has to be.':
    'Aurora началась с вечерних занятий в комнате с одним окном. Окно и было программой.\n\nМы и теперь учим так: мало слов, по одной вещи за раз, и что попробовать ещё до вечера. Каждый курс делают те, кто этим живёт, и ни один не длиннее, чем нужно.',
  'A walk, then the light, then a face: three courses in the order in which eyes learn.':
    'Сначала прогулка, потом свет, потом лицо: три курса в том порядке, в котором учится глаз.',
  Courses: 'Курсы',
  'Everyday practice': 'Практика на каждый день',
  'Fine golden lines that rise into a wave on a dark ground':
    'Тонкие золотистые линии поднимаются волной на тёмном фоне',
  'From a walk to a portrait': 'От прогулки к портрету',
  'Good photographs begin before the camera is lifted. This course trains the eye first: where light comes from, what it does to a face or a wall, and when to wait for it.':
    'Хорошая фотография начинается раньше, чем поднята камера. Этот курс сначала тренирует глаз: откуда идёт свет, что он делает с лицом или стеной и когда его стоит подождать.',
  'Hard and soft': 'Жёсткий и мягкий',
  'How it works': 'Как это устроено',
  'Learning to look': 'Учимся смотреть',
  'Learn to see what everyone else walks past': 'Научитесь видеть то, мимо чего проходят все',
  Light: 'Свет',
  'One window': 'Одно окно',
  People: 'Люди',
  Photography: 'Фотография',
  'Putting it to use': 'От взгляда к снимку',
  'Seeing light': 'Видеть свет',
  'Short, exact courses on photography.': 'Короткие и точные курсы фотографии.',
  'Short films show one thing at a time. Each section ends with something to try on your own street, with whatever camera you have.':
    'Короткие фильмы показывают по одной вещи за раз. Каждый раздел заканчивается заданием, которое можно сделать на своей улице с любой камерой.',
  'Slanted planes of green, ochre and red beside a dark disc':
    'Наклонные плоскости — зелёная, охристая и красная — рядом с тёмным диском',
  'Start with light': 'Начать со света',
  'The whole course': 'Весь курс',
  'Train your eye before your camera. Four short lessons on where light comes from, and what to do with it.':
    {
      text: 'Сначала глаз, потом камера. Три коротких урока о том, откуда берётся свет и что с ним делать.',
      was: 'Train your eye before your camera. Three short lessons on where light comes from, and what to do with it.',
    },
  'Watch this once without taking notes. Then look up: name the source, its direction, and what it leaves in shadow.':
    'Посмотрите один раз, ничего не записывая. Потом поднимите глаза: назовите источник, его направление и то, что он оставляет в тени.',
  'What did you see?': 'Что вы увидели?',
  'Where light comes from': 'Откуда идёт свет',
}

/** What Aurora says in the languages it writes in beside English. Much is left out, as in any school. */
export const auroraWords: Partial<Record<Locale, SeedWords>> = { he, ru }
