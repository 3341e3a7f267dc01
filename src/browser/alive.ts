import { awaken } from './awaken'
import { followHistory } from './exchange'

followHistory()
void awaken()
