import type {
  Block,
  CheckboxField,
  Field,
  NumberField,
  PayloadRequest,
  StaticLabel,
  TextareaField,
  UploadField,
} from 'payload'

type Words = Record<'en' | 'he' | 'ru', string>

/** A sentence of a validation in the language of whoever writes. */
export const say = (req: PayloadRequest, words: Words): string =>
  words[req.i18n.language as keyof Words] ?? words.en

/** A picture of the school that belongs to a question or an answer. */
export const picture = (): UploadField => ({
  name: 'picture',
  type: 'upload',
  filterOptions: { mimeType: { contains: 'image/' } },
  label: { en: 'Picture', he: 'תמונה', ru: 'Изображение' },
  relationTo: 'media',
})

const prompt: TextareaField = {
  name: 'prompt',
  type: 'textarea',
  label: { en: 'Question', he: 'שאלה', ru: 'Вопрос' },
  maxLength: 1000,
  required: true,
}

const points: NumberField = {
  name: 'points',
  type: 'number',
  defaultValue: 1,
  label: { en: 'Points', he: 'נקודות', ru: 'Баллы' },
  max: 100,
  min: 1,
  required: true,
}

const explanation: TextareaField = {
  name: 'explanation',
  type: 'textarea',
  admin: {
    description: {
      en: 'Shown after the attempt is graded, whatever was answered.',
      he: 'מוצג לאחר בדיקת הניסיון, תהיה התשובה אשר תהיה.',
      ru: 'Показывается после проверки попытки при любом ответе.',
    },
  },
  label: { en: 'Explanation', he: 'הסבר', ru: 'Пояснение' },
  maxLength: 2000,
}

/** Whether a part of the right answer earns a part of the points; `description` says how large a part. */
export const partial = (defaultValue: boolean, description: StaticLabel): CheckboxField => ({
  name: 'partial',
  type: 'checkbox',
  admin: { description },
  defaultValue,
  label: {
    en: 'Points for a partly right answer',
    he: 'נקודות על תשובה נכונה חלקית',
    ru: 'Баллы за частично верный ответ',
  },
})

const strict = (name: string, label: StaticLabel): CheckboxField => ({
  name,
  type: 'checkbox',
  defaultValue: false,
  label,
})

/** How strictly typed words are compared; without a tick neither case, accents nor doubled spaces count. */
export const strictness: Field = {
  type: 'row',
  fields: [
    strict('exactCase', {
      en: 'Capitals count',
      he: 'אותיות גדולות נחשבות',
      ru: 'Учитывать регистр',
    }),
    strict('exactAccents', {
      en: 'Accents count',
      he: 'ניקוד וסימני הטעמה נחשבים',
      ru: 'Учитывать диакритику',
    }),
    strict('exactSpaces', { en: 'Spaces count', he: 'רווחים נחשבים', ru: 'Учитывать пробелы' }),
  ],
}

/** The answers that count as right, one a line. */
export const accepted = (): TextareaField => ({
  name: 'accepted',
  type: 'textarea',
  admin: {
    description: {
      en: 'One a line, in every language your learners answer in. The first is shown as the right one.',
      he: 'תשובה בכל שורה, בכל שפה שבה הלומדים עונים. הראשונה מוצגת כתשובה הנכונה.',
      ru: 'По одному в строке, на всех языках, на которых отвечают студенты. Первый показывается как верный.',
    },
  },
  label: { en: 'Accepted answers', he: 'תשובות שמתקבלות', ru: 'Принимаемые ответы' },
  maxLength: 2000,
  required: true,
  validate: (value: null | string | undefined, { req }: { req: PayloadRequest }) =>
    Boolean(value?.trim()) ||
    say(req, {
      en: 'Give at least one answer.',
      he: 'יש לתת תשובה אחת לפחות.',
      ru: 'Укажите хотя бы один ответ.',
    }),
})

/** A kind of question: what all have, around what is its own. */
export const question = (
  slug: string,
  [en, he, ru]: readonly [en: string, he: string, ru: string],
  fields: Field[],
): Block => ({
  slug,
  admin: {
    components: {
      Label: {
        clientProps: { kind: { en, he, ru } },
        path: '/src/components/admin/QuestionLabel#QuestionLabel',
      },
    },
    disableBlockName: true,
  },
  fields: [prompt, picture(), ...fields, points, explanation],
  labels: { plural: { en, he, ru }, singular: { en, he, ru } },
})
