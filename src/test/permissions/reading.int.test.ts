import { giveBelongings, notePreference, planter } from './belongings'
import { itShowsById } from './reading/byId'
import { itHidesTrashAndDrafts } from './reading/hidden'
import { itListsAndCounts } from './reading/lists'
import { itShowsVersions } from './reading/versions'
import { setScene } from './scene'
import { fillShelf } from './shelf'

const scene = setScene()

beforeAll(async () => {
  const { ended, open } = await fillShelf(scene())
  const put = planter(scene())
  for (const { id, caller } of scene().callers.filter((one) => one.id)) {
    await notePreference(scene(), { id, caller })
    if (caller !== 'superAdmin') {
      await giveBelongings(scene(), { course: open, learner: id })
      await put('enrollments', { course_id: ended, learner_id: id, status: 'revoked' })
    }
  }
}, 300_000)

describe('reading, by the published matrix,', () => {
  itListsAndCounts(scene)
  itShowsById(scene)
  itHidesTrashAndDrafts(scene)
  itShowsVersions(scene)
})
