import { aurora } from '@/seed/schools/aurora'

import { linkFromPage } from './confirmLink'
import { tellStory } from './story'

describe('the story of a course, in a browser, in English', () => {
  tellStory({
    name: 'Ada Whitlock',
    linkOf: linkFromPage,
    locale: 'en',
    place: 'aurora',
    school: aurora,
  })
})
