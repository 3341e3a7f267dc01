import type { GroupField } from 'payload'

/** On how many devices a learner may be signed in at a school, and which goes when there is one more. An empty number is no limit. */
export const deviceLimit: GroupField = {
  name: 'deviceLimit',
  type: 'group',
  fields: [
    {
      type: 'row',
      fields: [
        {
          name: 'most',
          type: 'number',
          admin: {
            description: {
              en: 'For learners, browsers and apps alike. Empty means no limit.',
              he: 'ללומדים, בדפדפנים ובאפליקציות כאחד. ריק פירושו ללא הגבלה.',
              ru: 'Для студентов, браузеры и приложения вместе. Пусто — без ограничения.',
            },
          },
          label: {
            en: 'Signed-in devices',
            he: 'מכשירים מחוברים',
            ru: 'Устройств с выполненным входом',
          },
          validate: (value: unknown) =>
            value == null ||
            (Number.isSafeInteger(value) && Number(value) >= 1) ||
            'A whole number from 1 on.',
        },
        {
          name: 'whenFull',
          type: 'select',
          defaultValue: 'oldest',
          enumName: 'enum_tenants_device_limit_when_full',
          label: { en: 'One more', he: 'מכשיר נוסף', ru: 'Ещё одно' },
          options: [
            {
              label: {
                en: 'Signs out the one signed in longest',
                he: 'מנתק את המחובר זמן רב ביותר',
                ru: 'Завершает самый давний вход',
              },
              value: 'oldest',
            },
            { label: { en: 'Is refused', he: 'נדחה', ru: 'Не пускать' }, value: 'refuse' },
          ],
        },
      ],
    },
  ],
  label: { en: 'Devices', he: 'מכשירים', ru: 'Устройства' },
}
