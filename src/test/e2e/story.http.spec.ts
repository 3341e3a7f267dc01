import { itBuys } from './httpStory/buys'
import { itLearns } from './httpStory/learns'
import { itIsSeenByOthers } from './httpStory/othersSee'

describe('the story of a course, by a script over HTTP', () => {
  itBuys()
  itLearns()
})

describe('the creator and the other school', () => {
  itIsSeenByOthers()
})
