import { ofek } from '@/seed/schools/ofek'

import { linkFromApi } from './confirmLink'
import { tellStory } from './story'

describe('the story of a course, in a browser, in Hebrew', () => {
  tellStory({
    name: 'דנה שמש',
    linkOf: linkFromApi,
    locale: 'he',
    place: 'ofek',
    school: ofek,
  })
})
