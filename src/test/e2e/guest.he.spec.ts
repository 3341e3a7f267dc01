import { ofek } from '@/seed/schools/ofek'

import { tellGuestStory } from './guest'

describe('buying as a guest, in a browser, in Hebrew', () => {
  tellGuestStory({ name: 'גיל אורח', locale: 'he', place: 'ofek', school: ofek })
})
