import type { CollectionConfig, FieldHook, TextField } from 'payload'

import type { SignInProvider } from '@payload-types'

import { isGivenRole } from '@/domain/identity/groupRoles'
import { PROVIDER_NAMES } from '@/domain/identity/signInProviders'
import { managers, nobody, owners, staffOnly } from '@hooks/access'
import { forgetProvider, keepProvider, tellProvider } from '@hooks/identity/signInProviders'

import { tenant } from '../fields/tenant'
import { ROLE_CHOICES } from './roles'

const isSaml = (data: Record<string, unknown>): boolean => data.kind === 'saml'

const isOwn = (data: Record<string, unknown>): boolean => data.kind === 'oidc' || isSaml(data)

/** What one of those whom everybody knows is called. */
const nameOf: FieldHook<SignInProvider> = ({ siblingData: { kind }, value }) =>
  value || (kind && kind in PROVIDER_NAMES && PROVIDER_NAMES[kind as keyof typeof PROVIDER_NAMES])

const hidden = (name: string): TextField => ({
  name,
  type: 'text',
  access: { create: () => false, read: () => false, update: () => false },
  admin: { disableListColumn: true, disableListFilter: true, hidden: true },
  hidden: true,
})

/**
 * Who signs people in for a school besides itself. `sealed` is the secret, encrypted with AES-256-GCM under a key of that
 * school and read by no API; `inUse` names the provider of a row in use, of which there is one; `proved` are those of its
 * `domains` of which the organisation has proved that they are its own. Whoever may change these
 * rows decides whom the school believes, and could sign in as anybody: owners may.
 */
export const SignInProviders: CollectionConfig = {
  slug: 'sign-in-providers',
  access: {
    admin: staffOnly,
    create: owners,
    delete: owners,
    read: managers,
    readVersions: nobody,
    unlock: nobody,
    update: owners,
  },
  admin: {
    components: { beforeListTable: ['/src/components/admin/WaysToSignIn#WaysToSignIn'] },
    defaultColumns: ['label', 'kind', 'isActive', 'position', 'updatedAt'],
    description: {
      en: 'Buttons on your sign-in page, each with your own keys at a provider. Owners change them.',
      he: 'כפתורים בדף הכניסה שלכם, כל אחד עם המפתחות שלכם אצל הספק. רק בעלים משנים אותם.',
      ru: 'Кнопки на странице входа, каждая с вашими ключами у провайдера. Меняют их владельцы.',
    },
    listSearchableFields: ['label', 'issuer', 'domains'],
    useAsTitle: 'label',
  },
  defaultSort: 'position',
  disableDuplicate: true,
  fields: [
    tenant(),
    {
      name: 'kind',
      type: 'select',
      label: { en: 'Provider', he: 'ספק', ru: 'Провайдер' },
      options: [
        { label: { en: 'Google', he: 'Google', ru: 'Google' }, value: 'google' },
        { label: { en: 'Facebook', he: 'Facebook', ru: 'Facebook' }, value: 'facebook' },
        { label: { en: 'LinkedIn', he: 'LinkedIn', ru: 'LinkedIn' }, value: 'linkedin' },
        { label: { en: 'GitHub', he: 'GitHub', ru: 'GitHub' }, value: 'github' },
        {
          label: {
            en: 'Your own, by OpenID Connect',
            he: 'ספק משלכם, דרך OpenID Connect',
            ru: 'Ваш собственный, по OpenID Connect',
          },
          value: 'oidc',
        },
        {
          label: {
            en: 'Your own, by SAML 2.0',
            he: 'ספק משלכם, דרך SAML 2.0',
            ru: 'Ваш собственный, по SAML 2.0',
          },
          value: 'saml',
        },
      ],
      required: true,
    },
    {
      name: 'isActive',
      type: 'checkbox',
      admin: {
        description: {
          en: 'Whether the button stands on the sign-in page. Accounts that were connected stay as they are.',
          he: 'האם הכפתור מופיע בדף הכניסה. חשבונות שחוברו נשארים כפי שהם.',
          ru: 'Есть ли кнопка на странице входа. Подключённые учётные записи остаются как есть.',
        },
      },
      defaultValue: true,
      label: { en: 'In use', he: 'בשימוש', ru: 'Используется' },
    },
    {
      name: 'position',
      type: 'number',
      defaultValue: 1,
      label: { en: 'Position', he: 'מיקום', ru: 'Порядок' },
      max: 100,
      min: 0,
      required: true,
    },
    {
      name: 'label',
      type: 'text',
      admin: {
        condition: isOwn,
        description: {
          en: 'What the button says after “Continue with”: the name of your organisation, for example.',
          he: 'מה שכתוב בכפתור אחרי ״המשך עם״: למשל שם הארגון שלכם.',
          ru: 'Что написано на кнопке после «Войти через»: например, название вашей организации.',
        },
      },
      hooks: { afterRead: [nameOf] },
      label: { en: 'Name', he: 'שם', ru: 'Название' },
      maxLength: 60,
    },
    {
      name: 'metadata',
      type: 'ui',
      admin: {
        components: { Field: '/src/components/admin/SamlMetadata#SamlMetadata' },
        condition: isSaml,
        disableListColumn: true,
      },
    },
    {
      name: 'issuer',
      type: 'text',
      admin: {
        condition: isOwn,
        description: {
          en: 'By OpenID Connect, the address under which /.well-known/openid-configuration is found; by SAML, the entity ID.',
          he: 'ב־OpenID Connect, הכתובת שתחתיה נמצא ⁦/.well-known/openid-configuration⁩; ב־SAML, ה־entity ID.',
          ru: 'Для OpenID Connect — адрес, под которым находится /.well-known/openid-configuration; для SAML — entity ID.',
        },
      },
      label: { en: 'Issuer', he: 'Issuer', ru: 'Issuer' },
      maxLength: 300,
    },
    {
      name: 'ssoAddress',
      type: 'text',
      admin: {
        condition: isSaml,
        description: {
          en: 'Where the provider signs people in, by HTTP-Redirect.',
          he: 'הכתובת שבה הספק מכניס אנשים, דרך HTTP-Redirect.',
          ru: 'Где провайдер впускает людей, через HTTP-Redirect.',
        },
      },
      label: { en: 'Sign-on address', he: 'כתובת הכניסה', ru: 'Адрес входа' },
      maxLength: 600,
    },
    {
      name: 'certificates',
      type: 'textarea',
      admin: {
        condition: isSaml,
        description: {
          en: 'With which the provider signs. Add the next one before it changes, one below the other.',
          he: 'שבהם הספק חותם. את האישור הבא מוסיפים לפני ההחלפה, אחד מתחת לשני.',
          ru: 'Которыми провайдер подписывает. Следующий добавьте до замены, один под другим.',
        },
      },
      label: { en: 'Certificates', he: 'אישורים', ru: 'Сертификаты' },
      maxLength: 40000,
    },
    {
      name: 'signsRequests',
      type: 'checkbox',
      admin: {
        condition: isSaml,
        description: {
          en: 'We sign what we ask this provider. Give it our metadata first: they hold the certificate.',
          he: 'אנחנו חותמים על הבקשות לספק הזה. קודם מוסרים לו את ה־metadata שלנו: האישור נמצא בהם.',
          ru: 'Мы подписываем запросы к этому провайдеру. Сначала передайте ему наши metadata: в них сертификат.',
        },
      },
      defaultValue: false,
      label: { en: 'Signed requests', he: 'בקשות חתומות', ru: 'Подписанные запросы' },
    },
    {
      name: 'clientId',
      type: 'text',
      admin: { condition: (data) => !isSaml(data) },
      label: { en: 'Client ID', he: 'Client ID', ru: 'Client ID' },
      maxLength: 400,
    },
    {
      name: 'clientSecret',
      type: 'text',
      admin: {
        autoComplete: 'off',
        condition: (data) => !isSaml(data),
        description: {
          en: 'Kept encrypted; of one that is set you see the end. Type a new one to replace it.',
          he: 'נשמר בהצפנה; ממפתח שמור רואים רק את סופו. כדי להחליף, מקלידים מפתח חדש.',
          ru: 'Хранится зашифрованным; у сохранённого виден только конец. Чтобы заменить, введите новый.',
        },
      },
      label: { en: 'Client secret', he: 'Client secret', ru: 'Client secret' },
      maxLength: 800,
    },
    {
      name: 'domains',
      type: 'text',
      admin: {
        condition: isOwn,
        description: {
          en: 'Domains of your organisation’s addresses, as in “school.example”. Once you have proved below that they are yours, this provider speaks for their addresses. Other addresses count only where it says that they were verified.',
          he: 'הדומיינים של כתובות הארגון, כמו ״school.example״. אחרי שתוכיחו למטה שהם שלכם, הספק הזה ערב לכתובות שבהם. כתובות אחרות מתקבלות רק אם הספק אומר שאומתו.',
          ru: 'Домены адресов вашей организации, например «school.example». Когда вы подтвердите ниже, что они ваши, провайдер будет ручаться за их адреса. Другие адреса принимаются, только если он сообщает, что они подтверждены.',
        },
      },
      label: { en: 'Domains', he: 'דומיינים', ru: 'Домены' },
      maxLength: 1000,
    },
    {
      name: 'makesAccounts',
      type: 'checkbox',
      admin: {
        condition: isOwn,
        description: {
          en: 'Whoever this provider knows gets an account when they first come, also while signing up is closed.',
          he: 'מי שהספק מכיר מקבלים חשבון בכניסה הראשונה, גם כשההרשמה סגורה.',
          ru: 'Все, кого знает провайдер, получают учётную запись при первом входе, даже когда регистрация закрыта.',
        },
      },
      defaultValue: false,
      label: {
        en: 'Makes accounts',
        he: 'פותח חשבונות',
        ru: 'Создаёт учётные записи',
      },
    },
    {
      name: 'isRequired',
      type: 'checkbox',
      admin: {
        condition: isOwn,
        description: {
          en: 'Whoever has an address of a proved domain signs in here and not by password, mail or passkey. Owners of the school still may.',
          he: 'מי שכתובתו בדומיין מוכח נכנס מכאן, ולא בסיסמה, בדוא״ל או במפתח גישה. לבעלי בית הספר זה עדיין מותר.',
          ru: 'Люди с адресом подтверждённого домена входят только здесь, а не по паролю, письму или ключу доступа. Владельцам школы всё это остаётся доступным.',
        },
      },
      defaultValue: false,
      label: { en: 'The only way in', he: 'דרך הכניסה היחידה', ru: 'Единственный вход' },
    },
    {
      name: 'beginsThere',
      type: 'checkbox',
      admin: {
        condition: isSaml,
        description: {
          en: 'People may begin at the provider, from a list of its applications. Somebody could be brought in to another’s account by such a link: leave it off unless you need it.',
          he: 'אפשר להתחיל אצל הספק, מתוך רשימת היישומים שלו. קישור כזה יכול להכניס אדם לחשבון של אחר: השאירו כבוי אם אין בכך צורך.',
          ru: 'Можно начать у провайдера, из списка его приложений. По такой ссылке человека могут завести в чужую учётную запись: не включайте без необходимости.',
        },
      },
      defaultValue: false,
      label: { en: 'Begins at the provider', he: 'מתחיל אצל הספק', ru: 'Начинается у провайдера' },
    },
    {
      name: 'newRole',
      type: 'select',
      admin: {
        condition: isOwn,
        description: {
          en: 'What new accounts of this provider and its directory may do. Nobody becomes an owner so.',
          he: 'מה רשאים חשבונות חדשים של הספק והספרייה שלו. כך אף אחד לא נעשה בעלים.',
          ru: 'Что могут новые учётные записи этого провайдера и его каталога. Владельцем так никто не станет.',
        },
      },
      defaultValue: 'student',
      label: {
        en: 'Role of new accounts',
        he: 'תפקיד של חשבונות חדשים',
        ru: 'Роль новых учётных записей',
      },
      options: ROLE_CHOICES.filter(({ value }) => isGivenRole(value)),
    },
    {
      name: 'groupRoles',
      type: 'textarea',
      admin: {
        condition: isOwn,
        description: {
          en: 'Roles of your organisation’s groups, one in a line: “Teachers = instructor”. Roles are student, affiliate, moderator, support, instructor and admin, or one of your own by its name. Whoever leaves a group loses its role.',
          he: 'תפקידים של קבוצות הארגון, אחד בכל שורה: ⁦“Teachers = instructor”⁩. התפקידים הם ⁦student, affiliate, moderator, support, instructor, admin⁩, או תפקיד משלכם לפי שמו. מי שעוזב קבוצה מאבד את תפקידה.',
          ru: 'Роли групп вашей организации, по одной в строке: «Teachers = instructor». Роли: student, affiliate, moderator, support, instructor, admin или ваша собственная, по её названию. Кто выходит из группы, теряет её роль.',
        },
      },
      label: { en: 'Groups and roles', he: 'קבוצות ותפקידים', ru: 'Группы и роли' },
      maxLength: 4000,
    },
    {
      name: 'connection',
      type: 'ui',
      admin: {
        components: { Field: '/src/components/admin/ProviderConnection#ProviderConnection' },
        disableListColumn: true,
      },
    },
    {
      name: 'directory',
      type: 'ui',
      admin: {
        components: { Field: '/src/components/admin/Organisation#Organisation' },
        condition: isOwn,
        disableListColumn: true,
      },
    },
    hidden('sealed'),
    hidden('inUse'),
    hidden('proved'),
  ],
  hooks: {
    afterChange: [tellProvider],
    afterDelete: [forgetProvider],
    beforeChange: [keepProvider],
  },
  indexes: [{ fields: ['tenant', 'inUse'], unique: true }],
  labels: {
    plural: { en: 'Ways to sign in', he: 'דרכי כניסה', ru: 'Способы входа' },
    singular: { en: 'Sign-in provider', he: 'ספק כניסה', ru: 'Провайдер входа' },
  },
  lockDocuments: false,
}
