import { aurora } from '@/seed/schools/aurora'

import { tellGuestStory } from './guest'

describe('buying as a guest, in a browser, in English', () => {
  tellGuestStory({ name: 'Gus Guest', locale: 'en', place: 'aurora', school: aurora })
})
